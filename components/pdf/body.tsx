import type { ReactNode } from 'react';
import type { OutlineItem } from '#plan/outline';
import type { Bilingual } from '#plan/schema';
import type { Section } from '#plan/steps';
import { type apart, apartItems, basisItems, isOneList, sectionTitle } from '../edition/chapters.ts';
import { type Edition, itemsOf, say } from '../edition/edition.ts';
import { type Chapter, textChapter } from './chapter.tsx';
import { Prose } from './facing.tsx';
import { Fields } from './fields.tsx';

/** Gives a chapter its number, at the moment when it turns out to have content. */
export type Counter = () => Bilingual;

const filled = (items: readonly OutlineItem[]) => items.filter((item) => !item.empty);

/** A part of `about` as a chapter of its own. */
export function aboutChapter(edition: Edition, name: (typeof apart)[number]): Chapter | null {
  const items = apartItems(edition, name);
  if (items.length === 0) return null;
  const title = say(edition, `chapters.${name}`);
  const [only] = items;
  return textChapter(
    edition,
    { key: name, title },
    only?.kind === 'prose' ? (
      <Prose edition={edition} text={only.value} />
    ) : (
      <Fields edition={edition} items={items} heading="none" />
    ),
  );
}

/** Everything else about the plan: who adopts it, on what basis. */
export function basisChapter(edition: Edition, counter: Counter): Chapter | null {
  const items = basisItems(edition);
  if (items.length === 0) return null;
  const title = say(edition, 'chapters.basis');
  return textChapter(
    edition,
    { key: 'basis', title, number: counter() },
    <Fields edition={edition} items={items} heading="section" />,
  );
}

/** A section of the plan as it stands in the outline: a new field, or a new section, needs nothing here. */
export function sectionChapter(
  edition: Edition,
  section: Section,
  { counter, title, after }: { counter?: Counter; title?: Bilingual; after?: ReactNode } = {},
): Chapter | null {
  const items = filled(itemsOf(edition, section));
  if (items.length === 0 && !after) return null;
  const name = title ?? sectionTitle(edition, section);
  return textChapter(
    edition,
    { key: section, title: name, ...(counter ? { number: counter() } : {}) },
    <>
      <Fields edition={edition} items={items} heading={isOneList(items, section) ? 'none' : 'section'} />
      {after}
    </>,
  );
}
