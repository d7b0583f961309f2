/** Whose side somebody speaks for in a review: the country’s, or that of those who advise it. */
export type Side = 'country' | 'adviser';

/** What an adviser says of a comment: it has to be put right, or it is to be thought about. */
export const weights = ['mustFix', 'consider'] as const;
export type Weight = (typeof weights)[number];

/** What an adviser decides of a round. */
export const outcomes = ['returned', 'cleared'] as const;
export type Outcome = (typeof outcomes)[number];
