import { driverAnswers } from '#catalogue/driverAnswers';
import { drivers } from '#catalogue/drivers';
import { isVerified, recommendations } from '#catalogue/recommendations';
import type { ChoiceEntry } from './choiceFilter.ts';
import { actionsByRecommendation } from './coverage.ts';
import type { Plan } from './schema.ts';
import { goalOf } from './sdg.ts';

/**
 * The catalogue as a country chooses from it, in its order. `answers` are the drivers that a recommendation answers: those
 * that the country named with its decision, and those of our own table; `suggestedBy` those of the table that the country
 * rated high.
 */
export function choiceEntries(plan: Plan): ChoiceEntry[] {
  const served = actionsByRecommendation(plan);
  return recommendations.map((recommendation) => {
    const { id, area, addressee, sdg } = recommendation;
    const byTable = drivers.filter((driver) => driverAnswers[driver.id].includes(id)).map((driver) => driver.id);
    const named = plan.decisions[id]?.drivers ?? [];
    return {
      id,
      area,
      addressees: addressee,
      goals: [...new Set(sdg.map(goalOf))],
      answers: [...new Set<string>([...named, ...byTable])],
      suggestedBy: byTable.filter((driver) => plan.situation.drivers[driver]?.rating === 'high'),
      isVerified: isVerified(recommendation),
      isServed: (served[id]?.length ?? 0) > 0,
    };
  });
}
