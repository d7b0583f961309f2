import { isBefore, isOutside, isRealDate } from './calendar.ts';
import type { Action, Plan } from './schema.ts';

/** The dates of an action: what a timeline shows and changes. */
export type Dates = Pick<Action, 'start' | 'end'> & { milestones: Record<string, { date: string }> };

/** What of an action is moved: all of it with its milestones, or one end. */
export type Grip = 'both' | 'start' | 'end';

/** Whole years, from the first of January of one to the last of December of another. */
export type Span = { from: number; to: number };

const known = (date: string): boolean => date !== '' && isRealDate(date);
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * A date some months later, or earlier. The last day of a month stays a last day; a day that the other month hasn't
 * becomes its last. What isn't known stays so.
 */
export function addMonths(date: string, months: number): string {
  if (!known(date)) return date;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  if (newYear < 1900 || newYear > 2200) return date;
  const last = daysIn(newYear, newMonth);
  return iso(newYear, newMonth, day === daysIn(year, month) ? last : Math.min(day, last));
}

/** An action’s dates after a move. Milestones go with the whole; an end never passes the other: then nothing moves. */
export function moved<D extends Dates>(dates: D, grip: Grip, months: number): D {
  const start = grip === 'end' ? dates.start : addMonths(dates.start, months);
  const end = grip === 'start' ? dates.end : addMonths(dates.end, months);
  if (isBefore(end, start)) return dates;
  if (grip !== 'both') return { ...dates, start, end };
  const milestones = Object.fromEntries(
    Object.entries(dates.milestones).map(([id, milestone]) => [
      id,
      { ...milestone, date: addMonths(milestone.date, months) },
    ]),
  );
  return { ...dates, start, end, milestones };
}

/** The years that a timeline of the plan has to show: its own, and those of its actions. */
export function spanOf({ about, actions }: Plan, thisYear: number): Span {
  const dates = [about, ...Object.values(actions)]
    .flatMap(({ start, end }) => [start, end])
    .concat(Object.values(actions).flatMap(({ milestones }) => Object.values(milestones).map(({ date }) => date)));
  const years = dates.filter(known).map((date) => Number(date.slice(0, 4)));
  if (years.length === 0) return { from: thisYear, to: thisYear + 4 };
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** Where a date lies in a span, from 0 at its beginning to 1 at its end; null where it isn't known or outside. */
export function placeIn({ from, to }: Span, date: string, edge: 'start' | 'end' = 'start'): number | null {
  if (!known(date)) return null;
  const [begin, close] = [Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)];
  // An end counts the whole of its last day.
  const at = Date.parse(`${date}T00:00:00Z`) + (edge === 'end' ? 86_400_000 : 0);
  const place = (at - begin) / (close - begin);
  return place < 0 || place > 1 ? null : place;
}

/** What of an action’s dates deserves a word: the code of a sentence, or null. */
export function remarkOn(
  dates: Dates,
  period: { start: string; end: string },
): 'noDates' | 'backwards' | 'outside' | null {
  if (!known(dates.start) || !known(dates.end)) return 'noDates';
  if (isBefore(dates.end, dates.start)) return 'backwards';
  return isOutside(dates.start, period) || isOutside(dates.end, period) ? 'outside' : null;
}
