import type { Confidence, Source } from './documents.ts';
import data from './drivers.json' with { type: 'json' };

type DriverId = keyof typeof data;

/** The two groups in which the Plan of Action names the drivers. */
export const driverCategories = ['structuralContext', 'radicalizationProcesses'] as const;
type DriverCategory = (typeof driverCategories)[number];

/**
 * A driver of violent extremism that the Plan of Action names. Its title and summary stand in the messages under
 * `catalogue.drivers.<id>`, its category under `catalogue.driverCategories.<category>`.
 */
export type Driver = {
  id: DriverId;
  category: DriverCategory;
  paragraphs: string;
  paragraphsConfidence: Confidence;
  source: Source;
  confidence: Confidence;
  seenAt?: string;
};

/** The nine drivers, in the order of the document. */
export const drivers = Object.entries(data).map(([id, facts]) => ({ id, ...facts })) as readonly Driver[];
