import { normalize } from '#catalogue/search';
import { emptyEntryAt } from '#plan/parts';
import type { Said } from '#plan/returned';
import { inOrder, type Plan } from '#plan/schema';
import { readNumber } from '#plan/typed';
import { cellIn, type Entry, type FieldsReader, placeIn, type TableRow } from './fields.ts';
import type { FoundColumn } from './heads.ts';
import { listsOf } from './lists.ts';
import { type Refuse, type SheetRefusalCode, shown } from './refusals.ts';
import { textOf } from './values.ts';

/**
 * A list that a new row adds to. `last`: the order of its last entry. `lost`: the paths of entries of which no row is in the
 * file, by their titles. `into`: where entries are put if the list is in an action that is new itself.
 */
type Holder = { path: string; last: number; lost: ReadonlyMap<string, string>; into: Record<string, Entry> | null };
type ListKind = 'actions' | 'indicators' | 'funding';
type Means = { fields: FieldsReader; newId: () => string; present: ReadonlySet<string>; said: Said[]; refuse: Refuse };

/** Reads rows without a path: entries that the plan is to have besides its own. */
export class NewRows {
  readonly #plan: Plan;
  readonly #means: Means;
  readonly #actions: ReadonlyMap<number, string>;
  readonly #holders = new Map<string, Holder>();
  /** New actions by the numbers that they were given; null where two have the same. */
  readonly #newActions = new Map<number, { path: string; entry: Entry } | null>();

  /** @param means `present`: the paths of the rows that are in the file */
  constructor(plan: Plan, means: Means) {
    this.#plan = plan;
    this.#means = means;
    this.#actions = new Map(inOrder(plan.actions).map(({ id }, index) => [index + 1, id]));
  }

  add(row: TableRow): void {
    const { columns, table, path: first } = row.found;
    const filled = columns.filter((each) => each.column.field && cellIn(row, each));
    const [typed] = filled;
    if (!typed) return;
    const refuse = (code: SheetRefusalCode, at = typed.at, values = {}) =>
      this.#means.refuse('', code, { place: placeIn(row, at), ...values });
    if (table.kind === 'decisions') return refuse('noNewRow');
    const { meta } = listsOf[table.kind];
    const titles = filled.filter(({ column }) => meta.kind === 'list' && column.field === meta.title);
    const number = this.#numberOf(row, refuse);
    if (number === undefined) return;
    if (table.kind === 'actions' && titles.length === 0) return refuse('noTitle');
    const holder =
      table.kind === 'actions'
        ? this.#holder('actions', 'actions', this.#plan.actions)
        : this.#holderFor(number ?? 0, table.kind);
    if (!holder) return refuse('unknownAction', typed.at, { number: number ?? 0 });
    const lost =
      table.kind === 'actions' && number !== null && this.#actions.has(number)
        ? `actions.${this.#actions.get(number)}`
        : titles.map((each) => holder.lost.get(keyOf(each.language ?? '', textOf(cellIn(row, each))))).find(Boolean);
    if (lost) return refuse('lostPath', first, { path: lost });
    this.#put(holder, row, filled, number);
  }

  #put(holder: Holder, row: TableRow, filled: readonly FoundColumn[], number: number | null): void {
    const { fields, newId, said } = this.#means;
    const id = newId();
    const path = `${holder.path}.${id}`;
    const empty = structuredClone(emptyEntryAt(path)) as Entry;
    const entry = fields.filled(row, filled, path, { ...empty, order: holder.last + 1 });
    if (!entry) return;
    holder.last += 1;
    if (holder.path === 'actions' && number !== null)
      this.#newActions.set(number, this.#newActions.has(number) ? null : { path, entry });
    if (holder.into) holder.into[id] = entry;
    else said.push({ path, value: entry, place: placeIn(row, row.found.path) });
  }

  /** The number of the action that a row names; null where it needs none, undefined where it was refused. */
  #numberOf(row: TableRow, refuse: (code: SheetRefusalCode, at?: number, values?: object) => void) {
    const column = row.found.columns.find((each) => each.column.names);
    const text = textOf(column && cellIn(row, column)).trim();
    const number = readNumber(text);
    if (number !== null && number !== '') return Number(number);
    if (row.found.table.kind === 'actions') return null;
    if (text === '') refuse('noAction');
    else refuse('unknownAction', column?.at, { number: shown(text) });
    return undefined;
  }

  #holderFor(number: number, kind: 'indicators' | 'funding'): Holder | null {
    const known = this.#actions.get(number);
    if (known) return this.#holder(`actions.${known}.${kind}`, kind, this.#plan.actions[known]?.[kind]);
    const added = this.#newActions.get(number);
    return added ? this.#holder(`${added.path}.${kind}`, kind, {}, added.entry[kind] as Record<string, Entry>) : null;
  }

  #holder(path: string, kind: ListKind, own: Record<string, Entry> = {}, into: Holder['into'] = null): Holder {
    const known = this.#holders.get(path);
    if (known) return known;
    const entries = Object.entries(own);
    const { meta } = listsOf[kind];
    const title = meta.kind === 'list' ? meta.title : '';
    const lost = entries
      .filter(([id]) => !this.#means.present.has(`${path}.${id}`))
      .flatMap(([id, entry]) =>
        Object.entries(entry[title] as object).map(
          ([language, text]) => [keyOf(language, text), `${path}.${id}`] as const,
        ),
      );
    const last = Math.max(0, ...entries.map(([, { order }]) => Number(order)));
    const holder = { path, last, lost: new Map(lost.filter(([key]) => key !== '')), into };
    this.#holders.set(path, holder);
    return holder;
  }
}

/** A title as it is compared; '' where it has no letters. */
function keyOf(language: string, title: string): string {
  const name = normalize(title);
  return name && `${language} ${name}`;
}
