import type { Bilingual } from '#plan/schema';
import { actionsChapter } from './actions.tsx';
import { aboutChapter, basisChapter, sectionChapter } from './body.tsx';
import type { Chapter } from './chapter.tsx';
import { choicesChapter, correspondenceChapter } from './choices.tsx';
import { criteriaChapter } from './criteria.tsx';
import { changed, type Edition, figures, say } from './edition.ts';
import { notes } from './front.tsx';
import { indicatorChapters } from './indicators.tsx';
import { matrixChapters } from './matrix.tsx';
import { MoneyTables } from './money.tsx';

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
      if (key === 'money') return sectionChapter(edition, key, { counter, after: <MoneyTables edition={edition} /> });
      return sectionChapter(edition, key, { counter });
    });
  return [...front, ...body, ...annexes(edition)].filter((chapter) => chapter !== null);
}

/** The annexes, lettered in their order; the parts of one share its letter. */
function annexes(edition: Edition): (Chapter | null)[] {
  let count = 0;
  const next = () => {
    count += 1;
    const letter = say(edition, `annexLetters.${count}`);
    return (message: string): Bilingual =>
      changed(say(edition, message), (title, language) => `${letter[language]}. ${title}`);
  };
  const matrix = matrixChapters(edition, next());
  const indicators = indicatorChapters(edition, next()('indicatorTable.title'));
  const correspondence = correspondenceChapter(edition, next()('correspondence.title'));
  const criteria = criteriaChapter(edition, next()('criteria.title'));
  const agencies = sectionChapter(edition, 'agencies', { title: next()('agencies.title') });
  return [...matrix, ...indicators, correspondence, criteria, agencies && { ...agencies, listed: 'annex' }];
}
