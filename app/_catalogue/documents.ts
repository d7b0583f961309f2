import data from './documents.json' with { type: 'json' };

export type DocumentKey = keyof typeof data;

/** How a statement is known: the text itself was seen, an account of it was, or neither. */
export type Source = 'text' | 'report' | 'recall';
export type Confidence = 'high' | 'medium' | 'low';

/**
 * A document that the catalogue refers to. United Nations documents have a symbol, guides an address. Titles stand in
 * the messages under `catalogue.documents.<key>`.
 */
export type CatalogueDocument = {
  key: DocumentKey;
  symbol?: string;
  date?: string;
  url?: string;
  source: Source;
  confidence: Confidence;
  seenAt?: string;
};

/** Every document, those of the United Nations first. */
export const documents = Object.entries(data).map(([key, facts]) => ({
  key,
  ...facts,
})) as readonly CatalogueDocument[];

const byKey = new Map(documents.map((document) => [document.key, document]));

/** The document with a key. */
export function documentByKey(key: DocumentKey): CatalogueDocument {
  const document = byKey.get(key);
  if (!document) throw new Error(`No document ${key}`);
  return document;
}
