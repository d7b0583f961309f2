import type { Span } from './passages.ts';

/** A piece of a text; `marked` where a comment quotes it. */
export type Piece = { text: string; start: number; marked: boolean };

/** A text in pieces, those that lie in a quoted passage marked. Passages may overlap: what they share is one piece. */
export function markedText(text: string, spans: readonly Span[]): Piece[] {
  const whole: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else whole.push({ start, end });
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of whole) {
    pieces.push({ text: text.slice(from, start), start: from, marked: false });
    pieces.push({ text: text.slice(start, end), start, marked: true });
    from = end;
  }
  pieces.push({ text: text.slice(from), start: from, marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
