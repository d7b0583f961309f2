/** A text in its paragraphs, and what lies before, between and after them: one more of these. Put together, they are the text. */
type Parted = { paragraphs: string[]; between: string[] };

/** One paragraph in both languages, or the white space at one place between two; `target` is null where there is none yet. */
export type Aligned = { translatable: boolean; source: string; target: string | null };

/**
 * The paragraphs of a text with those of its translation, in order, with the white space between them apart, since that is
 * nobody’s to translate. Where the two have not the same number of paragraphs, which belong together is for people to say:
 * the text is one piece.
 * @param target '' while nothing is translated
 */
export function aligned(source: string, target: string): Aligned[] {
  const from = parted(source);
  if (target.trim() === '') return interleaved(from, null);
  const to = parted(target);
  return from.paragraphs.length === to.paragraphs.length
    ? interleaved(from, to)
    : [{ translatable: true, source, target }];
}

function interleaved(from: Parted, to: Parted | null): Aligned[] {
  return from.between.flatMap((space, at) => {
    const paragraph = from.paragraphs[at];
    const gap = { translatable: false, source: space, target: to ? (to.between[at] ?? '') : null };
    return [
      ...(gap.source || gap.target ? [gap] : []),
      ...(paragraph === undefined
        ? []
        : [{ translatable: true, source: paragraph, target: to ? (to.paragraphs[at] ?? '') : null }]),
    ];
  });
}

function parted(text: string): Parted {
  const paragraphs: string[] = [];
  const between: string[] = [];
  let space = '';
  for (const piece of text.split(/([\r\n]+)/)) {
    const paragraph = piece.trim();
    if (paragraph === '') {
      space += piece;
      continue;
    }
    const start = piece.length - piece.trimStart().length;
    between.push(space + piece.slice(0, start));
    paragraphs.push(paragraph);
    space = piece.slice(start + paragraph.length);
  }
  return { paragraphs, between: [...between, space] };
}
