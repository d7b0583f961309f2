import type { Annex } from '#plan/printOptions';
import type { Bilingual } from '#plan/schema';
import { changed, type Edition, figures, say } from '../edition/edition.ts';
import { actionsChapter } from './actions.tsx';
import { aboutChapter, basisChapter, sectionChapter } from './body.tsx';
import type { Chapter } from './chapter.tsx';
import { choicesChapter, correspondenceChapter } from './choices.tsx';
import { criteriaChapter } from './criteria.tsx';
import { notes } from './front.tsx';
import { indicatorChapters } from './indicators.tsx';
import { matrixChapters } from './matrix.tsx';
import { moneyTables } from './money.tsx';
import { timelineChapters } from './timeline.tsx';

/** Sections whose place is elsewhere: on the cover, at the front, or in an annex. */
const elsewhere = new Set<string>(['languages', 'about', 'agencies', 'criteria']);

/** The chapters of the plan in the document’s order, without the cover and the contents. */
export function chaptersOf(edition: Edition): Chapter[] {
  let count = 0;
  const counter = () => {
    count += 1;
    const figure = figures(edition).label(count);
    return say(edition, 'chapterNumber', { ar: { number: figure.ar }, en: { number: figure.en } });
  };
  const front = [
    notes(edition),
    aboutChapter(edition, 'foreword'),
    aboutChapter(edition, 'summary'),
    aboutChapter(edition, 'definitions'),
    basisChapter(edition, counter),
  ];
  const body = edition.sections
    .filter(({ key }) => !elsewhere.has(key))
    .map(({ key }) => {
      if (key === 'decisions') return choicesChapter(edition, counter());
      if (key === 'actions') return actionsChapter(edition, counter);
      if (key === 'money') return sectionChapter(edition, key, { counter, after: moneyTables(edition) });
      return sectionChapter(edition, key, { counter });
    });
  return [...front, ...body, ...annexes(edition)].filter((chapter) => chapter !== null);
}

/** The title of an annex: its letter, and a message. */
type AnnexTitle = (message: string) => Bilingual;

/** The annexes, lettered in their order; the parts of one share its letter. */
function annexes(edition: Edition): Chapter[] {
  let count = 0;
  // A letter is taken only by what is asked for, and turns out to have content.
  const lettered = (annex: Annex, make: (title: AnnexTitle) => Chapter[]): Chapter[] => {
    if (!edition.options.annexes.includes(annex)) return [];
    const letter = say(edition, `annexLetters.${count + 1}`);
    const chapters = make((message) =>
      changed(say(edition, message), (title, language) => `${letter[language]}. ${title}`),
    );
    if (chapters.length > 0) count += 1;
    return chapters;
  };
  return [
    ...lettered('matrix', (title) => matrixChapters(edition, title)),
    ...lettered('timeline', (title) => timelineChapters(edition, title('timeline.title'))),
    ...lettered('indicators', (title) => indicatorChapters(edition, title('indicatorTable.title'))),
    ...lettered('correspondence', (title) => [correspondenceChapter(edition, title('correspondence.title'))]),
    ...lettered('criteria', (title) => [criteriaChapter(edition, title('criteria.title'))]),
    ...lettered('agencies', (title) => {
      const agencies = sectionChapter(edition, 'agencies', { title: title('agencies.title') });
      return agencies ? [{ ...agencies, listed: 'annex' }] : [];
    }),
  ];
}
