import { type Area, areas, recommendationById } from '#catalogue/recommendations';
import { amountOf, centsOf, divided, shareOf } from './cents.ts';
import { type Action, type Bilingual, inOrder, type Plan } from './schema.ts';

/**
 * Sums of money as decimal strings of two places. `secured`, `pledged` and `sought` are what the sources are marked as,
 * `unsourced` the part of the cost that no source is named for, `gap` the part that isn't secured.
 */
type Money = {
  cost: string;
  secured: string;
  pledged: string;
  sought: string;
  unsourced: string;
  gap: string;
};
/** What the actions of one key cost: an area, an agency or an action by its id; '' where none is stated. */
type CostLine = Money & { key: string; actions: number };
/** What is to come in one year, or from one source; `name` is the source's, null for years. '' where none is stated. */
type FundingLine = {
  key: string;
  name: Bilingual | null;
  total: string;
  secured: string;
  pledged: string;
  sought: string;
};
/** What goes to a group: an amount of the cost, its share of the whole (0 to 1), and how much of it is secured. */
export type Share = { amount: string; share: number; secured: string };

export type CurrencyBudget = Money & {
  currency: string;
  actions: number;
  byArea: CostLine[];
  byAgency: CostLine[];
  byAction: CostLine[];
  byYear: FundingLine[];
  bySource: FundingLine[];
  youth: Share;
  women: Share;
};

/** `uncosted`: the ids of the actions without a cost, which are in no sum. */
export type Budget = { currencies: CurrencyBudget[]; uncosted: string[] };

/**
 * The plan's money, computed from its actions alone. Amounts of different currencies are never added: each has a budget
 * of its own, in the order in which the actions bring them up. Everything is exact to the cent.
 *
 * An action that serves recommendations of several areas is divided equally between those areas, cents that are left
 * over going to the first; so the areas add up to the whole. Youth are the actions marked as mainly theirs (para. 52 (f)),
 * women those of which gender equality is the principal objective, gender marker 3 (para. 53 (e)).
 */
export function budget(plan: Plan): Budget {
  const actions = inOrder(plan.actions);
  const currencies = [...new Set(actions.filter(counts).map((action) => action.currency))];
  return {
    currencies: currencies.map((currency) =>
      inCurrency(
        currency,
        actions.filter((action) => counts(action) && action.currency === currency),
        plan,
      ),
    ),
    uncosted: actions.filter((action) => action.cost === '').map((action) => action.id),
  };
}

/** An action without a cost still brings its funding, so that no secured money disappears from view. */
const counts = (action: Action) =>
  action.cost !== '' || Object.values(action.funding).some(({ amount }) => amount !== '');

type Identified = Action & { id: string };
type Sums = Record<keyof Money, bigint>;

const none = (): Sums => ({ cost: 0n, secured: 0n, pledged: 0n, sought: 0n, unsourced: 0n, gap: 0n });
const sumNames = ['cost', 'secured', 'pledged', 'sought', 'unsourced', 'gap'] as const;

function inCurrency(currency: string, actions: Identified[], plan: Plan): CurrencyBudget {
  const sums = new Map(actions.map((action) => [action.id, sumsOf(action)]));
  const of = (action: Identified) => sums.get(action.id) ?? none();
  const total = added(actions.map(of));
  const share = (picked: Identified[]): Share => {
    const part = added(picked.map(of));
    return { amount: amountOf(part.cost), share: shareOf(part.cost, total.cost), secured: amountOf(part.secured) };
  };
  const agencies = [...inOrder(plan.agencies).map(({ id }) => id), ''];
  const leadOf = ({ leadAgency }: Action) => (leadAgency !== null && leadAgency in plan.agencies ? leadAgency : '');
  return {
    currency,
    actions: actions.length,
    ...money(total),
    byArea: lines(
      [...areas, ''],
      actions.flatMap((action) => dividedByArea(action, of(action))),
    ),
    byAgency: lines(
      agencies,
      actions.map((action) => ({ key: leadOf(action), sums: of(action) })),
    ),
    byAction: actions.map((action) => ({ key: action.id, actions: 1, ...money(of(action)) })),
    byYear: fundingLines(actions, ({ year }) => ({ key: year === null ? '' : String(year), name: null })).sort(byKey),
    bySource: fundingLines(actions, ({ source }) => ({ key: sourceKey(source, plan), name: source })),
    youth: share(actions.filter(({ youth }) => youth)),
    women: share(actions.filter(({ genderMarker }) => genderMarker === '3')),
  };
}

function sumsOf(action: Action): Sums {
  const sums = { ...none(), cost: centsOf(action.cost) };
  for (const { status, amount } of Object.values(action.funding)) sums[status] += centsOf(amount);
  sums.unsourced = atLeastNothing(sums.cost - sums.secured - sums.pledged - sums.sought);
  sums.gap = atLeastNothing(sums.cost - sums.secured);
  return sums;
}

/** More money than the cost is a problem of its own (`fundingExceedsCost`), and fills no gap elsewhere. */
const atLeastNothing = (cents: bigint) => (cents > 0n ? cents : 0n);

const added = (all: Sums[]): Sums =>
  all.reduce((total, sums) => {
    for (const name of sumNames) total[name] += sums[name];
    return total;
  }, none());

const money = (sums: Sums): Money => ({
  cost: amountOf(sums.cost),
  secured: amountOf(sums.secured),
  pledged: amountOf(sums.pledged),
  sought: amountOf(sums.sought),
  unsourced: amountOf(sums.unsourced),
  gap: amountOf(sums.gap),
});

type Keyed = { key: string; sums: Sums };

function lines(order: readonly string[], parts: Keyed[]): CostLine[] {
  return order.flatMap((key) => {
    const mine = parts.filter((part) => part.key === key);
    return mine.length ? [{ key, actions: mine.length, ...money(added(mine.map(({ sums }) => sums))) }] : [];
  });
}

/** The areas of the recommendations that an action serves, in the catalogue's order. */
export function areasOf(action: Pick<Action, 'recommendations'>): Area[] {
  const found = new Set(action.recommendations.map((id) => recommendationById(id)?.area));
  return areas.filter((area) => found.has(area));
}

function dividedByArea(action: Action, sums: Sums): Keyed[] {
  const keys = areasOf(action);
  if (keys.length === 0) return [{ key: '', sums }];
  // Running totals are divided, and shares are what lies between them: so in every share the parts still make the whole.
  const { cost, secured, pledged, sought, unsourced, gap } = sums;
  const [costs, first, second, third, fourth, unsecured] = [
    cost,
    secured,
    secured + pledged,
    secured + pledged + sought,
    secured + pledged + sought + unsourced,
    secured + gap,
  ].map((cents) => divided(cents, keys.length));
  const share = (shares: bigint[] | undefined, index: number) => shares?.[index] ?? 0n;
  return keys.map((key, index) => ({
    key,
    sums: {
      cost: share(costs, index),
      secured: share(first, index),
      pledged: share(second, index) - share(first, index),
      sought: share(third, index) - share(second, index),
      unsourced: share(fourth, index) - share(third, index),
      gap: share(unsecured, index) - share(first, index),
    },
  }));
}

type Funding = Action['funding'][string];

function fundingLines(
  actions: Identified[],
  name: (funding: Funding) => { key: string; name: Bilingual | null },
): FundingLine[] {
  const found = new Map<string, { name: Bilingual | null; sums: Sums }>();
  for (const funding of actions.flatMap((action) => inOrder(action.funding))) {
    const { key, name: label } = name(funding);
    const line = found.get(key) ?? { name: label, sums: none() };
    line.sums[funding.status] += centsOf(funding.amount);
    found.set(key, line);
  }
  return [...found].map(
    ([
      key,
      {
        name: label,
        sums: { secured, pledged, sought },
      },
    ]) => ({
      key,
      name: label,
      total: amountOf(secured + pledged + sought),
      secured: amountOf(secured),
      pledged: amountOf(pledged),
      sought: amountOf(sought),
    }),
  );
}

/** A source is the same where its name is, in the leading language; where that is missing, in the other. */
function sourceKey(source: Bilingual, { languages: [leading] }: Plan): string {
  const other = leading === 'ar' ? 'en' : 'ar';
  return source[leading].trim() || source[other].trim();
}

/** Years in their order; what states none comes last. */
const byKey = (a: FundingLine, b: FundingLine) => (a.key === '' ? 1 : b.key === '' ? -1 : a.key < b.key ? -1 : 1);
