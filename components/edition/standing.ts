import type { Bilingual } from '#plan/schema';
import { type Edition, figures, isBlank, joined, say } from './edition.ts';

/** Whether the plan holds passages that a public edition leaves out. */
export const isRestricted = (edition: Edition): boolean =>
  Object.values(edition.plan.actions).some((action) => action.restricted);

/** The classification that stands on each page. */
export function classification(edition: Edition): Bilingual {
  if (edition.options.edition === 'public') return say(edition, 'classification.public');
  return say(edition, `classification.${isRestricted(edition) ? 'restricted' : 'unrestricted'}`);
}

/** “1 January 2027 – 31 December 2031”, or as much of it as is known. */
export function period(edition: Edition): Bilingual {
  const { start, end } = edition.plan.about;
  const { date } = figures(edition);
  return joined(
    [date(start), date(end)].filter((text) => !isBlank(text)),
    ' – ',
  );
}

/** Draft, edition or adopted edition, with its day. */
export function standing(edition: Edition): Bilingual {
  const day = figures(edition).date(edition.adopted?.adoptedOn ?? edition.date);
  const is = edition.adopted ? 'adopted' : edition.draft ? 'draft' : 'edition';
  return say(edition, `cover.${is}`, { ar: { date: day.ar }, en: { date: day.en } });
}
