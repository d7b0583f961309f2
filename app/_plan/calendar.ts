type Period = { start: string; end: string };

/** Whether a date as typed (YYYY-MM-DD) is one of the Gregorian calendar: 30 February has the form, and isn't. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** Whether the second of two dates comes before the first. What isn't known contradicts nothing. */
export const isBefore = (end: string, start: string): boolean => start !== '' && end !== '' && end < start;

/** Whether a date lies outside a period. What isn't known contradicts nothing, nor does a period that ends before it starts. */
export const isOutside = (date: string, period: Period): boolean =>
  !isBefore(period.end, period.start) && (isBefore(date, period.start) || isBefore(period.end, date));

/** The year of a date, or null while it isn't known. */
const yearOf = (date: string): number | null => (date === '' ? null : Number(date.slice(0, 4)));

/** Whether a year lies outside the years of a period. */
export function isYearOutside(year: number | null, period: Period): boolean {
  if (year === null || isBefore(period.end, period.start)) return false;
  const first = yearOf(period.start);
  const last = yearOf(period.end);
  return (first !== null && year < first) || (last !== null && year > last);
}
