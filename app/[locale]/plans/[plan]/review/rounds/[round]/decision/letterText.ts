import { getTranslations } from 'next-intl/server';
import { formatDate } from '#i18n/format';
import { loadMessages } from '#i18n/messages';
import type { Language } from '#plan/schema';
import type { Letter } from '#review/letter';

/** What somebody wrote, kept in its own order among words of the other direction (Unicode’s FSI and PDI). */
const isolated = (text: string): string =>
  text
    .split('\n')
    .map((line) => `\u2068${line}\u2069`)
    .join('\n');

/** A letter written out in one language, as plain text to go on with: comments stand in the language they were written in. */
export async function letterText(letter: Letter, language: Language): Promise<string> {
  const t = await getTranslations({ locale: language, namespace: 'round.letter' });
  const { catalogue } = await loadMessages(language);
  const other = language === 'ar' ? 'en' : 'ar';
  const own = (text: Letter['title']) => text[language] || text[other];
  const criterion = ({ criterion: id, note, answer }: Letter['shortcomings'][number]) => {
    const state = answer === 'partly' || answer === 'notMet' ? ` (${t(answer)})` : '';
    const given = note[language] || note[other];
    return [`– ${catalogue.criteria[id].criterion}${state}`, given && isolated(given)].filter(Boolean).join('\n  ');
  };
  const numbered = (comments: Letter['mustFix']) =>
    comments.map(({ quote, body }, index) => {
      const text = isolated(quote ? t('quoted', { quote, body }) : body);
      return t('item', { number: String(index + 1), text });
    });
  const part = (heading: 'strengths' | 'shortcomings' | 'mustFix' | 'consider', lines: string[]) =>
    lines.length > 0 ? [[t(heading), ...lines].join('\n')] : [];
  return [
    t('subject', { number: String(letter.round), title: own(letter.title), country: own(letter.country) }),
    t('opening', { day: formatDate(letter.sentAt.toISOString().slice(0, 10), language, 'latin') }),
    ...part('strengths', letter.strengths.map(criterion)),
    ...part('shortcomings', letter.shortcomings.map(criterion)),
    ...part('mustFix', numbered(letter.mustFix)),
    ...part('consider', numbered(letter.consider)),
    ...(letter.wordings > 0 ? [t('wordings', { count: letter.wordings })] : []),
    t(letter.proposed),
  ].join('\n\n');
}
