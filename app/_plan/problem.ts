/** Every kind of problem. Its sentence stands in the messages under `check.problems.<code>`. */
export const problemCodes = [
  'arabicMissing',
  'englishMissing',
  'untitled',
  'unrealDate',
  'endBeforeStart',
  'dateOutsidePlan',
  'sameLanguage',
  'unknownAgency',
  'unknownObjective',
  'unknownDriver',
  'unknownRecommendation',
  'unknownCriterion',
  'noCountry',
  'noTitle',
  'noPeriod',
  'noObjectives',
  'noActions',
  'driverWithoutObjective',
  'undecided',
  'noReason',
  'noMergeTarget',
  'mergedIntoItself',
  'mergedInCircle',
  'mergeTargetNotTaken',
  'noAction',
  'noLead',
  'leadIsPartner',
  'noDates',
  'actionOutsidePlan',
  'milestoneOutsideAction',
  'noMilestoneDate',
  'noCost',
  'noCurrency',
  'noFundingAmount',
  'noFundingYear',
  'fundingOutsidePlan',
  'fundingExceedsCost',
  'noIndicator',
  'noBaseline',
  'noBaselineYear',
  'noTarget',
  'noTargetYear',
  'targetBeforeBaseline',
  'noVerification',
  'noObjective',
  'noRecommendation',
  'noMitigation',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * What is missing or contradictory in a plan. `path` is the field that settles it. 'wrong' would make the document wrong
 * and stops a submission; 'missing' is advice.
 */
export type Problem = {
  path: string;
  code: ProblemCode;
  values: Record<string, string | number>;
  severity: 'wrong' | 'missing';
};

/** A problem that would make the document wrong. */
export const wrong = (path: string, code: ProblemCode, values: Problem['values'] = {}): Problem => ({
  path,
  code,
  values,
  severity: 'wrong',
});
/** Something missing: advice. */
export const missing = (path: string, code: ProblemCode, values: Problem['values'] = {}): Problem => ({
  path,
  code,
  values,
  severity: 'missing',
});
