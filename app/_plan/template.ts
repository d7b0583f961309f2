import { type Action, emptyPlan, type Plan } from './schema.ts';

/**
 * A plan as a beginning for another country: what was chosen and how it hangs together, without what is of the country.
 * Kept are the decisions, and the titles of objectives, actions and indicators with their links to drivers and
 * recommendations; left out are reasons, evidence, agencies, money, dates, figures, every other text, and all of a
 * restricted action.
 */
export function templateOf(plan: Plan): Plan {
  const { decisions, direction, actions } = plan;
  const empty = emptyPlan();
  const entries = <T, U>(all: Record<string, T>, made: (entry: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(all).map(([id, entry]) => [id, made(entry)]));
  const open = Object.fromEntries(Object.entries(actions).filter(([, action]) => !action.restricted));
  return {
    ...empty,
    languages: plan.languages,
    direction: {
      ...empty.direction,
      objectives: entries(direction.objectives, ({ order, title, drivers }) => ({
        order,
        title,
        drivers,
        expectedResult: { ar: '', en: '' },
      })),
    },
    decisions: entries(decisions, (decision) => ({ ...decision, reason: { ar: '', en: '' } })),
    actions: entries(open, skeleton),
  };
}

const blank = () => ({ ar: '', en: '' });

function skeleton(action: Action): Action {
  const { order, title, recommendations, objective, level, youth, genderMarker, sdg } = action;
  return {
    order,
    title,
    recommendations,
    objective,
    level,
    youth,
    genderMarker,
    sdg,
    description: blank(),
    expectedResult: blank(),
    leadAgency: null,
    partners: [],
    start: '',
    end: '',
    milestones: {},
    cost: '',
    currency: 'USD',
    funding: {},
    indicators: Object.fromEntries(
      Object.entries(action.indicators).map(([id, { order: at, name, unit, disaggregation, frequency }]) => [
        id,
        {
          order: at,
          name,
          unit,
          disaggregation,
          frequency,
          baseline: '',
          baselineYear: null,
          target: '',
          targetYear: null,
          verification: blank(),
        },
      ]),
    ),
    risks: {},
    safeguards: blank(),
    restricted: false,
  };
}
