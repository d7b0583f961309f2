import type { OutlineItem } from '#plan/outline';
import type { Bilingual } from '#plan/schema';
import type { Section } from '#plan/steps';
import { type Edition, itemsOf } from './edition.ts';

/** The fields of `about` that stand on the cover. */
const onCover = new Set(['country', 'countryName', 'title', 'start', 'end', 'digits']);

/** Those with a chapter of their own, in its order. */
export const apart = ['foreword', 'summary', 'definitions'] as const;

const filledAbout = (edition: Edition) => itemsOf(edition, 'about').filter((item) => !item.empty);

/** The fields of one of those chapters. */
export const apartItems = (edition: Edition, name: (typeof apart)[number]): readonly OutlineItem[] =>
  filledAbout(edition).filter((item) => item.name === name);

/** All other fields of `about`: on what the plan rests. */
export const basisItems = (edition: Edition): readonly OutlineItem[] =>
  filledAbout(edition).filter(({ name }) => !onCover.has(name) && !apart.some((each) => each === name));

/** The title of the chapter that a section of the plan is. */
export function sectionTitle(edition: Edition, section: Section): Bilingual {
  const own = `print.chapters.${section}`;
  return edition.words.both(edition.words.has(own) ? own : `plan.sections.${section}`);
}

/** A section that is one list has that list as its one item: the chapter’s title is heading enough. */
export const isOneList = (items: readonly OutlineItem[], section: Section): boolean =>
  items.length === 1 && items[0]?.path === section;
