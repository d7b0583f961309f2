import { type ChoiceEntry, type ChoiceFilter, queryOf } from '#plan/choiceFilter';
import { Progress } from '#ui/Progress';
import { useChosen } from './ChoiceContext.tsx';
import { fill } from './form.ts';

/** How far the choice has come, altogether and in each area. The name of an area shows it alone, and pressed again all. */
export function AreaList({
  areas,
  entries,
  asked,
  onAsk,
  words,
}: {
  areas: readonly { id: string; name: string }[];
  entries: readonly ChoiceEntry[];
  asked: ChoiceFilter;
  onAsk: (asked: ChoiceFilter) => void;
  words: { decided: string; decidedShort: string; progress: string; areas: string };
}) {
  const { decisions } = useChosen();
  const isDecided = ({ id }: ChoiceEntry) => (decisions.get(id) ?? 'undecided') !== 'undecided';
  const count = (own: readonly ChoiceEntry[]) => ({ decided: own.filter(isDecided).length, of: own.length });
  const all = count(entries);
  return (
    <div className="grid gap-4">
      <div className="max-w-xl">
        <Progress value={all.decided} of={all.of} label={words.progress}>
          {fill(words.decided, all)}
        </Progress>
      </div>
      <nav aria-label={words.areas}>
        <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {areas.map(({ id, name }) => {
            const own = count(entries.filter(({ area }) => area === id));
            const isAsked = asked.area === id;
            const next = { ...asked, area: isAsked ? '' : id };
            return (
              <li key={id} className="grid content-end gap-1">
                <p className="flex items-end justify-between gap-x-3 text-sm">
                  <a
                    href={queryOf(next) || '?'}
                    aria-current={isAsked ? 'true' : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      onAsk(next);
                    }}
                    className="rounded py-0.5 text-blue underline underline-offset-4 aria-[current]:font-medium aria-[current]:no-underline"
                  >
                    {name}
                  </a>
                  <span className="shrink-0 py-0.5 text-muted">{fill(words.decidedShort, own)}</span>
                </p>
                <Progress value={own.decided} of={own.of} label={name} />
              </li>
            );
          })}
        </ul>
      </nav>
    </div>
  );
}
