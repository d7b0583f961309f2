import { readNumber } from '#plan/typed';
import type { ReadCell } from './cells.ts';
import { type Cell, cellText } from './columns.ts';
import { exactly, textOf } from './values.ts';

/**
 * Whether a cell holds what was written into it. Then it says what the plan said, whatever a cell can’t show of that: a text
 * too long for it, signs it has none for, names that two bodies share, the last digits of large sums.
 */
export function isUnchanged(cell: ReadCell | undefined, written: Cell): boolean {
  if (!cell || written === null) return !cell && written === null;
  const text = cellText(textOf(cell)).trim();
  if ('text' in written) return text === written.text.trim();
  if ('day' in written) return 'day' in cell && cell.day === written.day;
  const number = exactly('number' in written ? written.number : written.amount);
  if ('number' in cell) return exactly(cell.number) === number;
  const typed = 'text' in cell ? readNumber(text) : null;
  return typed !== null && typed !== '' && exactly(Number(typed)) === number;
}
