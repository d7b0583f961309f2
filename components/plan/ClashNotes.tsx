'use client';

import { Pair } from '#ui/Pair';
import { usePart } from './Part.tsx';
import { PlainButton } from './PlainButton.tsx';
import { useFrame } from './PlanFrame.tsx';

/**
 * Two people changed one answer: both texts stand here until someone says which is kept. Nothing is lost meanwhile.
 * `own`: only those of the whole item at `path`, where its fields show theirs.
 */
export function ClashNotes({ path, own = false }: { path: string; own?: boolean }) {
  const { clashes, resolve } = usePart();
  const { words } = useFrame();
  const here = clashes.filter((clash) => clash.path === path || (!own && clash.path.startsWith(`${path}.`)));
  return here.map((clash) => (
    <section key={clash.path} role="alert" className="mt-2 grid gap-3 border-2 border-warm px-4 py-3">
      <p className="font-medium">{words.clash.title}</p>
      <Pair>
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className="grid content-start gap-2">
            <p className="text-sm text-muted">{words.clash[side]}</p>
            <p dir="auto" className="whitespace-pre-line border-s-2 border-line ps-3">
              {readable(clash[side]) || words.clash.nothing}
            </p>
            <div>
              <PlainButton
                deed={side === 'mine' ? '~mine' : '~theirs'}
                path={clash.path}
                look="quiet"
                onClick={() => resolve(clash.path, side)}
              >
                {side === 'mine' ? words.clash.keepMine : words.clash.keepTheirs}
              </PlainButton>
            </div>
          </div>
        ))}
      </Pair>
    </section>
  ));
}

/** A value as text, whatever its kind. */
function readable(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).map(readable).filter(Boolean).join('\n');
}
