import type { ReactNode } from 'react';

const tones = {
  plain: 'border-blue bg-blue-soft',
  warm: 'border-warm bg-warm-soft',
  good: 'border-good bg-good-soft',
};

/** Something that a reader of the page should know. Give `live` where it appears after the page did. */
export function Notice({
  tone = 'plain',
  title,
  live,
  children,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div role={live ? 'status' : undefined} className={`border-s-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-medium">{title}</p>}
      {children && <div className="max-w-prose">{children}</div>}
    </div>
  );
}
