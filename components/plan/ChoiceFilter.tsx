import type { ChoiceFilter as Asked } from '#plan/choiceFilter';
import { Button } from '#ui/Button';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import type { Option } from './form.ts';
import { loadSearch } from './loadSearch.ts';

type Facet = Exclude<keyof Asked, 'q'>;
export type FilterOptions = Record<Facet, readonly Option[]>;

/** In the order in which they are looked for; those after the first two are folded until they are used. */
const first = ['area', 'decision'] as const satisfies readonly Facet[];
const further = ['driver', 'addressee', 'goal', 'only'] as const satisfies readonly Facet[];

/**
 * What of the catalogue is shown: a form that works by itself, so that the choice stands in the address, and is followed
 * as one types where the page’s program is there.
 */
export function ChoiceFilter({
  asked,
  options,
  words,
  onAsk,
  canSearch,
}: {
  asked: Asked;
  options: FilterOptions;
  words: { search: string; all: string; show: string; further: string; facets: Record<Facet, string> };
  onAsk: (asked: Asked) => void;
  /** Whether a text is searched for here; else the server is asked. */
  canSearch: boolean;
}) {
  const facet = (name: Facet) => (
    <Select
      key={name}
      id={name}
      name={name}
      label={words.facets[name]}
      value={asked[name]}
      onChange={({ target }) => onAsk({ ...asked, [name]: target.value })}
      options={[{ value: '', label: words.all }, ...options[name]]}
    />
  );
  return (
    <search>
      <form
        className="grid gap-4 border-y border-line py-4"
        onSubmit={(event) => {
          if (asked.q && !canSearch) return;
          event.preventDefault();
          onAsk({ ...asked });
        }}
      >
        <div className="grid items-end gap-4 sm:grid-cols-[2fr_2fr_1fr_auto]">
          <TextInput
            id="q"
            name="q"
            type="search"
            label={words.search}
            value={asked.q}
            onFocus={() => void loadSearch()}
            onChange={({ target }) => onAsk({ ...asked, q: target.value })}
          />
          {first.map(facet)}
          <Button type="submit" look="quiet">
            {words.show}
          </Button>
        </div>
        <details open={further.some((name) => asked[name] !== '')}>
          <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
            {words.further}
          </summary>
          <div className="grid gap-4 pt-3 sm:grid-cols-2 lg:grid-cols-4">{further.map(facet)}</div>
        </details>
      </form>
    </search>
  );
}
