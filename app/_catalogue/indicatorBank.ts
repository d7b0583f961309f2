import data from './indicatorBank.json' with { type: 'json' };
import type { priorityAreas } from './recommendations.ts';

type BankId = keyof typeof data;

/**
 * An example of a well-made indicator, ours and no official one: its name, unit and means of verification stand in the
 * messages under `indicatorBank.entries.<id>`. `area`: the priority area for which it was written.
 */
export type BankEntry = {
  id: BankId;
  area: (typeof priorityAreas)[number];
  disaggregation: readonly ('sex' | 'age' | 'place')[];
  frequency: 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | 'once';
};

/** Every example, by area in the order of the Plan of Action. */
export const indicatorBank = Object.entries(data).map(([id, facts]) => ({ id, ...facts })) as readonly BankEntry[];
