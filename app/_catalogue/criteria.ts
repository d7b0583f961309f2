import data from './criteria.json' with { type: 'json' };
import type { Confidence, DocumentKey, Source } from './documents.ts';

export type CriterionId = keyof typeof data;

/** The sections in which the criteria are shown. */
export const criteriaSections = [
  'context',
  'analysis',
  'governance',
  'priorities',
  'implementation',
  'monitoring',
  'process',
] as const;

/**
 * A criterion of a good national plan. The messages hold, under `catalogue.criteria.<id>`, the `criterion`, the `check`
 * that answers it, and the `reference`: the document and place that ask for it.
 */
export type Criterion = {
  id: CriterionId;
  section: (typeof criteriaSections)[number];
  level: 'essential' | 'recommended';
  documents: readonly DocumentKey[];
  source: Source;
  confidence: Confidence;
  seenAt?: string;
};

/** The 34 criteria: those of the Plan of Action, the resolutions, then the guides. */
export const criteria = Object.entries(data).map(([id, facts]) => ({ id, ...facts })) as readonly Criterion[];
