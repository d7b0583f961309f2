export type BarPart = { name: string; value: number; tone: 'strong' | 'soft' | 'bare' };
type Bar = { key: string; name: string; lang?: string; parts: readonly BarPart[]; text: string };

// Told apart without colour too: full, hatched, and outlined.
const tones: Record<BarPart['tone'], string> = {
  strong: 'bg-blue forced-colors:bg-[CanvasText]',
  soft: 'bg-blue-soft bg-[repeating-linear-gradient(135deg,transparent_0_3px,var(--color-blue)_3px_4px)] forced-colors:bg-[Canvas] forced-colors:bg-[repeating-linear-gradient(135deg,Canvas_0_3px,CanvasText_3px_4px)]',
  bare: 'bg-paper forced-colors:bg-[Canvas]',
};

/** Where the reader’s own colours are kept to, they are these, and not those of a page’s ground alone. */
const forced = 'forced-colors:border-[CanvasText] forced-colors:forced-color-adjust-none';

/** One bar in its parts, for who sees it: the figures stand beside it. `max`: what would be all of its width. */
export const BarLine = ({
  parts,
  max,
  className = '',
}: {
  parts: readonly BarPart[];
  max: number;
  className?: string;
}) => (
  <span aria-hidden="true" className={`flex h-4 ${className}`}>
    {parts
      .filter(({ value }) => value > 0)
      .map((part) => (
        <span
          key={part.name}
          className={`border border-blue print:border-ink ${forced} ${tones[part.tone]}`}
          style={{ inlineSize: `${(part.value / Math.max(max, 1)) * 100}%` }}
        />
      ))}
  </span>
);

/** What the parts of bars mean. */
export const Legend = ({ parts }: { parts: readonly Pick<BarPart, 'name' | 'tone'>[] }) => (
  <ul className="flex flex-wrap gap-x-5 text-sm text-muted">
    {parts.map(({ name, tone }) => (
      <li key={name} className="flex items-center gap-2">
        <span aria-hidden="true" className={`inline-block h-3 w-6 border border-blue ${forced} ${tones[tone]}`} />
        {name}
      </li>
    ))}
  </ul>
);

/** A picture of figures: a bar for each thing, in parts, with its figure in words beside. It runs as people read. */
export function Bars({ bars, max, legend }: { bars: readonly Bar[]; max: number; legend?: readonly BarPart[] }) {
  return (
    <div className="grid gap-2">
      {legend && <Legend parts={legend} />}
      <ul className="grid gap-1.5">
        {bars.map(({ key, name, lang, parts, text }) => (
          <li key={key} className="grid gap-x-4 sm:grid-cols-[16rem_1fr]">
            <bdi lang={lang} className="text-sm">
              {name}
            </bdi>
            <span className="flex items-center gap-3">
              <BarLine parts={parts} max={max} className="flex-1" />
              <span className="min-w-12 text-end text-sm tabular-nums">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
