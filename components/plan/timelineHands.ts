import type { Grip } from '#plan/timeline';

type Keys = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * What a key asks of a bar: months later, or earlier where negative, of all of it or of one end; `undo`; or null.
 * @param isMirrored time runs from right to left, so that the left arrow points to later
 */
export function keyMove(event: Keys, isMirrored: boolean): { grip: Grip; months: number } | 'undo' | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return null;
  if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z') return 'undo';
  const grip: Grip = shiftKey ? 'end' : ctrlKey || metaKey ? 'start' : 'both';
  const later = isMirrored ? 'ArrowLeft' : 'ArrowRight';
  const earlier = isMirrored ? 'ArrowRight' : 'ArrowLeft';
  const steps: Record<string, number> = { [later]: 1, [earlier]: -1, PageDown: 12, PageUp: -12 };
  const months = steps[key];
  return months === undefined ? null : { grip, months };
}

/** How near an end a press takes hold of that end, in pixels. */
const EDGE = 10;

/** What a press on a bar takes hold of; a bar that is too short for ends is moved as a whole. */
export function gripAt(
  { left, right, width }: { left: number; right: number; width: number },
  x: number,
  isMirrored: boolean,
): Grip {
  if (width < 4 * EDGE) return 'both';
  const [first, second] = isMirrored ? (['end', 'start'] as const) : (['start', 'end'] as const);
  if (x - left < EDGE) return first;
  return right - x < EDGE ? second : 'both';
}

/** How many months a pointer has moved across a track. */
export function monthsAcross(pixels: number, width: number, months: number, isMirrored: boolean): number {
  if (width <= 0) return 0;
  const across = Math.round((pixels / width) * months);
  // Not minus nought.
  return across === 0 ? 0 : isMirrored ? -across : across;
}
