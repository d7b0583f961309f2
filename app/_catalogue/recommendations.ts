import type { Confidence, Source } from './documents.ts';
import data from './recommendations.json' with { type: 'json' };

export type RecommendationId = keyof typeof data;

/** The seven priority areas of the Plan of Action, in its order. */
export const priorityAreas = [
  'dialogue',
  'governance',
  'communities',
  'youth',
  'gender',
  'education',
  'communications',
] as const;

/** Every area of the catalogue in the order of the document: the frameworks, the priority areas, the system’s support. */
export const areas = ['national-framework', 'regional-framework', 'resources', ...priorityAreas, 'un-support'] as const;
export type Area = (typeof areas)[number];

const addressees = ['member-states', 'regional', 'donors', 'un'] as const;
type Addressee = (typeof addressees)[number];

/**
 * One recommendation of A/70/674, in our own words: its title and summary stand in the messages under
 * `catalogue.recommendations.<id>`, and for some a remark on how it is known under `catalogue.recommendationNotes.<id>`.
 *
 * source, confidence: how the substance is known, and how surely. lettering: how surely the paragraph’s letter is.
 * seenAt: where the paragraph, or an account of it, was read. mentionedAt: pages that touch on it and confirm nothing.
 */
export type Recommendation = {
  id: RecommendationId;
  paragraph: string;
  area: Area;
  addressee: readonly Addressee[];
  sdg: readonly string[];
  source: Source;
  confidence: Confidence;
  lettering: 'certain' | 'probable' | 'uncertain';
  seenAt?: string;
  mentionedAt?: readonly string[];
  keywords: { ar: readonly string[]; en: readonly string[] };
};

/** The whole catalogue, in the order of the document’s paragraphs. */
export const recommendations = Object.entries(data).map(([id, facts]) => ({
  id,
  ...facts,
})) as readonly Recommendation[];

const byId = new Map<string, Recommendation>(
  recommendations.map((recommendation) => [recommendation.id, recommendation]),
);

/** The recommendation with an id, or undefined where the catalogue has none. */
export const recommendationById = (id: string): Recommendation | undefined => byId.get(id);

/** The recommendations of an area, in the order of their paragraphs. */
export const recommendationsIn = (area: Area): Recommendation[] =>
  recommendations.filter((recommendation) => recommendation.area === area);

/** Whether the paragraph itself was read. Everything else is shown as not yet compared. */
export const isVerified = (recommendation: Pick<Recommendation, 'source'>): boolean => recommendation.source === 'text';
