import names from './countryNames.json' with { type: 'json' };

export type CountryName = {
  code: string;
  /** The official name, as it stands on a title page. */
  ar: string;
  en: string;
  /** The name by which one looks for it in a list. */
  shortAr: string;
  shortEn: string;
  observer?: boolean;
};

/**
 * The 193 Member States and the 2 observer States, by ISO 3166-1 code, with their names. From the package
 * world-countries; where that departs from the Organization’s usage, the Organization’s.
 */
export const countryNames: readonly CountryName[] = names;

const byCode = new Map(countryNames.map((name) => [name.code, name]));

/** The names of a country, or undefined for a code that is no Member’s or observer’s. */
export const countryName = (code: string): CountryName | undefined => byCode.get(code);
