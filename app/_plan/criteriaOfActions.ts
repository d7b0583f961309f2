import type { CriterionId } from '#catalogue/criteria';
import { centsOf } from './cents.ts';
import { each, eachAction, holds, type Rule, written } from './criterion.ts';
import { hasText } from './outline.ts';
import { type Indicator, inOrder } from './schema.ts';

const measures = ({ baseline, target, targetYear }: Indicator) =>
  baseline !== '' && target !== '' && targetYear !== null;
const percent = /[%٪]/;

/** Criteria about what each action says of its money, dates and measurement. */
export const actionRules = {
  sdg: (facts) => [eachAction(facts, ({ sdg }) => sdg.length > 0, 'sdg', 'actionsWithoutSdg')],
  funding: (facts) => [
    // What no source covers is computed and shown as the gap: a cost is all that an unfunded action needs.
    eachAction(facts, ({ cost, currency }) => cost !== '' && currency !== '', 'cost', 'actionsWithoutCost'),
    written(facts.plan.money.approach, 'money.approach'),
  ],
  monitoring: (facts) => [
    eachAction(
      facts,
      ({ indicators }) => Object.values(indicators).some(measures),
      'indicators',
      'actionsWithoutIndicator',
    ),
    written(facts.plan.measure.arrangements, 'measure.arrangements'),
    each(inOrder(facts.plan.measure.calendar), ({ date, responsible }) => date !== '' && responsible !== null, {
      list: 'measure.calendar',
      code: 'reviewsIncomplete',
      none: 'noReview',
    }),
  ],
  'gender-youth-funds': ({ plan, actions }) => {
    const costed = actions.filter(({ cost }) => centsOf(cost) > 0n);
    const { approach, notes } = plan.money;
    const said = [approach, notes].some((text) => hasText(text) && percent.test(text.ar + text.en));
    return [
      holds(
        costed.some(({ youth }) => youth),
        'actions',
        'noYouthShare',
      ),
      holds(
        costed.some(({ genderMarker }) => genderMarker === '3'),
        'actions',
        'noWomenShare',
      ),
      holds(said, 'money.notes', 'noShares'),
    ];
  },
  'u-timeframe': (facts) => [
    holds(facts.plan.about.start !== '', 'about.start', 'noText'),
    holds(facts.plan.about.end !== '', 'about.end', 'noText'),
    eachAction(facts, ({ start, end }) => start !== '' && end !== '', 'start', 'actionsWithoutDates'),
    eachAction(facts, ({ milestones }) => Object.keys(milestones).length > 0, 'milestones', 'actionsWithoutMilestone'),
  ],
} satisfies Partial<Record<CriterionId, Rule>>;
