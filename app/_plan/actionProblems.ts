import { isBefore, isOutside, isYearOutside } from './calendar.ts';
import { centsOf } from './cents.ts';
import { hasText } from './outline.ts';
import { missing, type Problem, wrong } from './problem.ts';
import { type Action, type Indicator, inOrder, type Plan } from './schema.ts';

/** Problems of one action: what it lacks, and what contradicts itself, its parts or the plan's period. */
export function actionProblems(id: string, action: Action, { about }: Plan): Problem[] {
  const at = (field: string) => `actions.${id}.${field}`;
  const found: Problem[] = [];
  if (action.recommendations.length === 0) found.push(missing(at('recommendations'), 'noRecommendation'));
  if (action.objective === null) found.push(missing(at('objective'), 'noObjective'));
  if (action.leadAgency === null) found.push(missing(at('leadAgency'), 'noLead'));
  else if (action.partners.includes(action.leadAgency)) found.push(missing(at('partners'), 'leadIsPartner'));
  for (const edge of ['start', 'end'] as const) {
    if (action[edge] === '') found.push(missing(at(edge), 'noDates'));
    else if (isOutside(action[edge], about)) found.push(missing(at(edge), 'actionOutsidePlan'));
  }
  if (isBefore(action.end, action.start)) found.push(wrong(at('end'), 'endBeforeStart'));
  found.push(...milestoneProblems(action, at('milestones')));
  if (action.cost === '') found.push(missing(at('cost'), 'noCost'));
  if (action.currency === '') found.push(missing(at('currency'), 'noCurrency'));
  found.push(...fundingProblems(action, at('funding'), about));
  if (Object.keys(action.indicators).length === 0) found.push(missing(at('indicators'), 'noIndicator'));
  for (const indicator of inOrder(action.indicators))
    found.push(...indicatorProblems(indicator, `${at('indicators')}.${indicator.id}`));
  for (const risk of inOrder(action.risks)) {
    if (hasText(risk.risk) && !hasText(risk.mitigation))
      found.push(missing(`${at('risks')}.${risk.id}.mitigation`, 'noMitigation'));
  }
  return found;
}

function milestoneProblems(action: Action, path: string): Problem[] {
  return inOrder(action.milestones).flatMap(({ id, date }) => {
    if (date === '') return [missing(`${path}.${id}.date`, 'noMilestoneDate')];
    return isOutside(date, action) ? [wrong(`${path}.${id}.date`, 'milestoneOutsideAction')] : [];
  });
}

function fundingProblems(action: Action, path: string, period: Plan['about']): Problem[] {
  const found: Problem[] = [];
  let sum = 0n;
  for (const { id, amount, year } of inOrder(action.funding)) {
    sum += centsOf(amount);
    if (amount === '') found.push(missing(`${path}.${id}.amount`, 'noFundingAmount'));
    if (year === null) found.push(missing(`${path}.${id}.year`, 'noFundingYear'));
    else if (isYearOutside(year, period)) found.push(missing(`${path}.${id}.year`, 'fundingOutsidePlan'));
  }
  if (action.cost !== '' && sum > centsOf(action.cost)) {
    const excess = Number(sum - centsOf(action.cost)) / 100;
    found.push(wrong(path, 'fundingExceedsCost', { excess, currency: action.currency }));
  }
  return found;
}

function indicatorProblems(indicator: Indicator, path: string): Problem[] {
  const { baseline, baselineYear, target, targetYear, verification } = indicator;
  const found: Problem[] = [];
  if (baseline === '') found.push(missing(`${path}.baseline`, 'noBaseline'));
  if (baselineYear === null) found.push(missing(`${path}.baselineYear`, 'noBaselineYear'));
  if (target === '') found.push(missing(`${path}.target`, 'noTarget'));
  if (targetYear === null) found.push(missing(`${path}.targetYear`, 'noTargetYear'));
  else if (baselineYear !== null && targetYear < baselineYear)
    found.push(wrong(`${path}.targetYear`, 'targetBeforeBaseline'));
  if (!hasText(verification)) found.push(missing(`${path}.verification`, 'noVerification'));
  return found;
}
