/**
 * The last day of a time that ends at a midnight of universal time, as grants and answers that are asked for do:
 * “2027-03-31” of what ends as the first of April begins.
 */
export const lastDay = (end: Date): string => new Date(end.getTime() - 1).toISOString().slice(0, 10);

/** The same day some months later, or the last of that month where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
