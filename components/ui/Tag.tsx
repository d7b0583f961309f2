import type { ReactNode } from 'react';

export type Tone = 'plain' | 'blue' | 'warm' | 'good';

const tones: Record<Tone, string> = {
  plain: 'border-edge text-muted',
  blue: 'border-blue bg-blue-soft text-blue-strong',
  warm: 'border-warm bg-warm-soft text-warm',
  good: 'border-good bg-good-soft text-good',
};

/** A state in a word or two. The words carry the meaning; the tone only helps. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`inline-block rounded-sm border px-2 text-sm leading-[1.6] ${tones[tone]}`}>{children}</span>;
}
