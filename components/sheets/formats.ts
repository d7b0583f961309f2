/** What a number stands for, by the format in which it is shown. */
export type Shown = 'number' | 'day' | 'percent';

/** The formats that every program knows by their number and no file describes (ECMA-376-1, 18.8.30). */
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number) => id === 9 || id === 10;

/** How numbers in a format are shown; `code` where the file describes it. A time of day alone is a number. */
export function shownAs(id: number, code: string | undefined): Shown {
  if (code === undefined) return isBuiltInDay(id) ? 'day' : isBuiltInPercent(id) ? 'percent' : 'number';
  // Without what stands in it literally, conditions, colours and languages; “General” has letters of no meaning.
  const bare = code.toLowerCase().replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|\.0+/g, '');
  if (bare.includes('%')) return 'percent';
  return /[yd]|mmm/.test(bare) && !/[0#?]/.test(bare) ? 'day' : 'number';
}

const DAY = 86_400_000;
/** The days of both systems, counted from 1970 (18.17.4.1). */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 9999-12-31; and 1900-03-01, before which programs don't agree since one of them knows a 29 February 1900. */
const LAST = 2_958_465;
export const FIRST_DAY = '1900-03-01';

/** The day that a number means, ISO 8601, whatever the time of day; null where it means none. */
export function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) - (from1904 ? EPOCH_1904 : EPOCH_1900);
  if (days > LAST - EPOCH_1900) return null;
  const day = days < -EPOCH_1900 ? '' : new Date(days * DAY).toISOString().slice(0, 10);
  return day >= FIRST_DAY ? day : null;
}
