import type { ReactNode } from 'react';

/**
 * A table that scrolls by itself where the page is narrow, also by keyboard. Write `thead`, `tbody`, `th` with their
 * `scope`, and class `number` on cells of figures.
 */
export function Table({ caption, id, children }: { caption: ReactNode; id: string; children: ReactNode }) {
  return (
    <section
      // Nothing in it makes the page wider: neither what is only said aloud, since it is positioned, nor its columns.
      className="@container relative overflow-x-auto contain-inline-size contain-layout"
      aria-labelledby={`${id}-caption`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      <table
        id={id}
        className="w-full border-collapse text-start [&_.number]:text-end [&_.number]:tabular-nums [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:pe-4 [&_td]:align-top [&_th]:border-b [&_th]:border-line [&_th]:py-2 [&_th]:pe-4 [&_th]:text-start [&_th]:align-top [&_th]:font-medium [&_thead_th]:border-edge [&_thead_th]:align-bottom [&_thead_th]:text-sm [&_thead_th]:text-muted"
      >
        <caption id={`${id}-caption`} className="pb-2 text-start font-medium">
          {/* It stays in sight while the columns scroll; what is called “sticky” isn’t printed. */}
          <div className="[position:sticky] start-0 w-fit max-w-[100cqi]">{caption}</div>
        </caption>
        {children}
      </table>
    </section>
  );
}
