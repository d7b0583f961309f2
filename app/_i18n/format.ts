import type { Locale } from './routing.ts';

/** The figures of Arabic text: a plan’s own choice (`about.digits`). English always has 0 to 9. */
export type Digits = 'latin' | 'arabicIndic';

/**
 * The months as documents of the United Nations write them in Arabic: the name used in the Levant and Iraq, then the
 * one used in Egypt and the Sudan. No locale of Intl has both.
 */
const monthsInArabic = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
] as const;

const numberings = { latin: 'latn', arabicIndic: 'arab' } as const;
const tag = (locale: Locale, digits: Digits) => (locale === 'ar' ? `ar-u-nu-${numberings[digits]}` : 'en');

/** Intl sets marks of direction around signs in Arabic; the renderers order text by itself, so they only get in the way. */
const bare = (text: string) => text.replace(/[\u061c\u200e\u200f]/g, '');

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: Locale, digits: Digits, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag(locale, digits)} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(tag(locale, digits), options);
  formatters.set(key, known);
  return known;
}

/** The same text with its figures 0 to 9 as the setting wants them: for numbers that are labels (“12”, “3.1”, “2027”). */
export function formatDigits(text: string | number, locale: Locale, digits: Digits): string {
  if (locale !== 'ar' || digits === 'latin') return String(text);
  return String(text).replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

/** A number, or a decimal string of any length, with its thousands parted: exact, never through a float. '' stays ''. */
export function formatNumber(value: number | string, locale: Locale, digits: Digits): string {
  if (value === '') return '';
  const options = { maximumFractionDigits: 6 };
  return bare(formatter(locale, digits, options).format(value as Intl.StringNumericLiteral));
}

/** Whether an amount isn’t whole. */
export const hasCents = (amount: string): boolean => /\.\d*[1-9]/.test(amount);

/**
 * An amount without its currency, for columns whose head names it. It has cents where it isn’t whole, or where `withCents`
 * says so, since one column has them or has them not.
 */
export function formatAmount(amount: string, locale: Locale, digits: Digits, withCents = hasCents(amount)): string {
  if (amount === '') return '';
  const cents = withCents ? 2 : 0;
  const options = { minimumFractionDigits: cents, maximumFractionDigits: cents };
  return bare(formatter(locale, digits, options).format(amount as Intl.StringNumericLiteral));
}

/** Money: “USD 420,000”, «420,000 دولار أمريكي». A decimal string and an ISO 4217 code; '' stays ''. */
export function formatMoney(amount: string, currency: string, locale: Locale, digits: Digits): string {
  const figure = formatAmount(amount, locale, digits);
  if (figure === '' || currency === '') return figure;
  return locale === 'ar' ? `${figure} ${currencyName(currency, 'ar')}` : `${currency} ${figure}`;
}

/** The name of a currency: “US Dollar”, «دولار أمريكي». */
export function currencyName(currency: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
}

/** A share of one (0.586) as “58.6%”, with one decimal at most. */
export function formatPercent(share: number, locale: Locale, digits: Digits): string {
  const figure = bare(formatter(locale, digits, { maximumFractionDigits: 1 }).format(share * 100));
  return `${figure}${locale === 'ar' && digits === 'arabicIndic' ? '٪' : '%'}`;
}

const partsOf = (date: string) => /^(\d{4})-(\d{2})-(\d{2})/.exec(date);

/** An ISO date in words: “17 November 2026”, «17 تشرين الثاني/نوفمبر 2026». '' stays '', and so does what is no date. */
export function formatDate(date: string, locale: Locale, digits: Digits): string {
  const [, year, month, day] = partsOf(date) ?? [];
  if (!year || !month || !day) return date;
  const text = `${Number(day)} ${monthName(Number(month), locale)} ${year}`;
  return formatDigits(text, locale, digits);
}

/** A month and year in figures, for narrow columns: “11/2026”. */
export function formatShortMonth(date: string, locale: Locale, digits: Digits): string {
  const [, year, month] = partsOf(date) ?? [];
  if (!year || !month) return date;
  return formatDigits(`${month}/${year}`, locale, digits);
}

/** The name of a month, 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  if (locale === 'ar') return monthsInArabic[month - 1] ?? String(month);
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}

/** A moment, to the minute, in a time zone: “17 November 2026, 14:05”. */
export function formatMoment(moment: Date, locale: Locale, digits: Digits, timeZone = 'UTC'): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const day = formatDate(`${part('year')}-${part('month')}-${part('day')}`, locale, digits);
  return `${day}${locale === 'ar' ? '،' : ','} ${formatDigits(`${part('hour')}:${part('minute')}`, locale, digits)}`;
}

/** Several things named one after the other: “a, b and c”. */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** A size in bytes as people say it: “3.1 MB”, «3.1 م.ب». */
export function formatBytes(bytes: number, locale: Locale, digits: Digits): string {
  const units = locale === 'ar' ? ['بايت', 'ك.ب', 'م.ب', 'ج.ب'] : ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const figure = formatter(locale, digits, { maximumFractionDigits: power ? 1 : 0 }).format(bytes / 1000 ** power);
  return `${bare(figure)} ${units[power]}`;
}

/** The Arabic article. No name of a Member State begins with its letters as a part of the word, or it would stand here. */
const article = /(?<![\p{L}\p{M}])ال(?=\p{L}{2})/gu;
const withoutArticles = (name: string): string => name.replace(article, '').replaceAll('آ', 'ا');

/**
 * How a language orders names, for lists that people look through. Arabic passes over the article of each word, and takes آ
 * for an alef, as lists of the Member States in documents of the United Nations do: «الأردن» stands before «أرمينيا».
 */
export function nameOrder(locale: Locale): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  if (locale !== 'ar') return compare;
  return (a, b) => compare(withoutArticles(a), withoutArticles(b)) || compare(a, b);
}
