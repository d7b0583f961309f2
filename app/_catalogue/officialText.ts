/** The languages in which the United Nations issues its documents. */
export type OfficialLanguage = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es';

/** The symbol of the Plan of Action itself, of which each recommendation is a paragraph. */
export const PLAN_OF_ACTION = 'A/70/674';

/**
 * The address of a United Nations document in one of its official languages. Symbols are written there without spaces:
 * “S/RES/2178 (2014)” stands under `S/RES/2178(2014)`.
 */
export const officialUrl = (symbol: string, language: OfficialLanguage): string =>
  `https://undocs.org/${language}/${symbol.replaceAll(' ', '')}`;
