import { type Area, areas, type Recommendation, recommendations } from '#catalogue/recommendations';
import { catalogueOrder } from './catalogueOrder.ts';
import { type Decision, inOrder, type Plan } from './schema.ts';

/**
 * What a plan does with the recommendations of an area: `of` how many the catalogue has, `decided` how many were decided
 * and how, `taken` how many are adopted, adapted or merged, and `served` how many of those an action serves.
 */
export type AreaCoverage = {
  area: Area | 'all';
  of: number;
  decided: number;
  decisions: Record<Decision['decision'], number>;
  taken: number;
  served: number;
};

/** How far the catalogue is covered, by area in the catalogue's order and altogether. */
export function coverage(plan: Plan): { areas: AreaCoverage[]; total: AreaCoverage } {
  const served = actionsByRecommendation(plan);
  const cover = (area: Area | 'all', entries: readonly Recommendation[]): AreaCoverage => {
    const decisions = { undecided: 0, adopt: 0, adapt: 0, merge: 0, defer: 0, notApplicable: 0 };
    let withAction = 0;
    for (const { id } of entries) {
      const { decision } = plan.decisions[id] ?? { decision: 'undecided' as const };
      decisions[decision] += 1;
      if (taking.has(decision) && served[id]?.length) withAction += 1;
    }
    const taken = decisions.adopt + decisions.adapt + decisions.merge;
    const decided = entries.length - decisions.undecided;
    return { area, of: entries.length, decided, decisions, taken, served: withAction };
  };
  return {
    areas: areas.map((area) =>
      cover(
        area,
        recommendations.filter((entry) => entry.area === area),
      ),
    ),
    total: cover('all', recommendations),
  };
}

const taking = new Set<Decision['decision']>(['adopt', 'adapt', 'merge']);

/**
 * The actions that serve each recommendation, in their order. One that was merged into another is served by the
 * actions of that one as well.
 */
export function actionsByRecommendation(plan: Plan): Record<string, string[]> {
  const direct = new Map<string, string[]>();
  for (const action of inOrder(plan.actions)) {
    for (const id of new Set(action.recommendations)) direct.set(id, [...(direct.get(id) ?? []), action.id]);
  }
  const place = new Map(inOrder(plan.actions).map((action, index) => [action.id, index]));
  const ids = new Set([...direct.keys(), ...Object.keys(plan.decisions)]);
  const served = [...ids].sort(catalogueOrder.recommendations).map((id) => {
    const actions = new Set(mergeChain(id, plan).flatMap((each) => direct.get(each) ?? []));
    return [id, [...actions].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))] as const;
  });
  return Object.fromEntries(served.filter(([, actions]) => actions.length > 0));
}

/** A recommendation and those that it was merged into, one after the other. */
function mergeChain(id: string, { decisions }: Plan): string[] {
  const chain = new Set<string>();
  for (let at: string | null = id; at !== null && !chain.has(at); ) {
    chain.add(at);
    const decision: Decision | undefined = decisions[at];
    at = decision?.decision === 'merge' ? decision.mergedInto : null;
  }
  return [...chain];
}

export type ResultChain = {
  driver: string;
  rating: Plan['situation']['drivers'][string]['rating'];
  objectives: { id: string; actions: { id: string; indicators: string[] }[] }[];
};

/** From each assessed driver to the objectives that answer it, their actions, and the indicators that measure them. */
export function resultChains(plan: Plan): ResultChain[] {
  const objectives = inOrder(plan.direction.objectives);
  const actions = inOrder(plan.actions);
  return Object.entries(plan.situation.drivers)
    .filter(([, driver]) => driver.rating !== 'notAssessed')
    .sort(([a], [b]) => catalogueOrder.drivers(a, b))
    .map(([driver, { rating }]) => ({
      driver,
      rating,
      objectives: objectives
        .filter((objective) => objective.drivers.includes(driver))
        .map(({ id }) => ({
          id,
          actions: actions
            .filter((action) => action.objective === id)
            .map((action) => ({ id: action.id, indicators: inOrder(action.indicators).map((each) => each.id) })),
        })),
    }));
}

/** What is connected to nothing: ids of drivers rated high, of objectives and of actions. */
export type LooseEnds = {
  driversWithoutObjective: string[];
  objectivesWithoutAction: string[];
  actionsWithoutObjective: string[];
  actionsWithoutIndicator: string[];
};

/** Where the chain from drivers to indicators is broken. */
export function looseEnds(plan: Plan): LooseEnds {
  const objectives = inOrder(plan.direction.objectives);
  const actions = inOrder(plan.actions);
  const ids = (of: { id: string }[]) => of.map(({ id }) => id);
  return {
    driversWithoutObjective: Object.entries(plan.situation.drivers)
      .filter(([id, { rating }]) => rating === 'high' && !objectives.some(({ drivers }) => drivers.includes(id)))
      .map(([id]) => id)
      .sort(catalogueOrder.drivers),
    objectivesWithoutAction: ids(objectives.filter(({ id }) => !actions.some(({ objective }) => objective === id))),
    actionsWithoutObjective: ids(actions.filter(({ objective }) => !objectives.some(({ id }) => id === objective))),
    actionsWithoutIndicator: ids(actions.filter(({ indicators }) => Object.keys(indicators).length === 0)),
  };
}
