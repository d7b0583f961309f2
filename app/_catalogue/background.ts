import type { Confidence, DocumentKey, Source } from './documents.ts';
import data from './events.json' with { type: 'json' };

type EventKey = keyof typeof data;

/** A dated event in the life of the Plan of Action; its sentence stands in the messages under `catalogue.events.<key>`. */
export type BackgroundEvent = {
  key: EventKey;
  date: string;
  endDate?: string;
  documents: readonly DocumentKey[];
  source: Source;
  confidence: Confidence;
  seenAt?: string;
};

/** The events, oldest first. */
export const events = Object.entries(data).map(([key, facts]) => ({ key, ...facts })) as readonly BackgroundEvent[];

/** Answers to the Plan that the Organization lists, newest first as it does; with the day or days on which each was given. */
export const responses = [
  { key: 'presentationRemarks', date: '2016-01-15', webcast: true },
  { key: 'presidentRemarks', date: '2016-01-15', webcast: true },
  { key: 'leadersSummit', date: '2015-09-29', webcast: false },
  { key: 'counteringSummit', date: '2015-02-19', webcast: false },
  { key: 'genevaStatements', date: '2016-04-07', endDate: '2016-04-08', webcast: false },
] as const;

/** The Organization’s own page on the Plan of Action. */
export const planOfActionPage = {
  ar: 'https://www.un.org/counterterrorism/ar/plan-of-action-to-prevent-violent-extremism',
  en: 'https://www.un.org/counterterrorism/plan-of-action-to-prevent-violent-extremism',
} as const;
