import { getTranslations } from 'next-intl/server';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { REFUSAL_LIMIT, type Refusal } from '#plan/exchange';
import { emptyPlan } from '#plan/schema';
import { Notice } from '#ui/Notice';
import { placeOf } from './place.ts';
import { checkSentences } from './sentences.ts';

/** Why no plan can be made of a file: each place in words and as it stands in the file. */
export async function ImportRefused({
  refusals,
  locale,
  messages,
}: {
  refusals: readonly Refusal[];
  locale: Locale;
  messages: Messages;
}) {
  const t = await getTranslations({ locale, namespace: 'editor.import.refused' });
  const { refusal: sentence } = await checkSentences(locale);
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone="warm" title={<span className="text-lg">{t('title')}</span>}>
        <p>{t('text')}</p>
        <ul className="mt-2 grid gap-2">
          {refusals.map((refusal) => (
            <li key={`${refusal.path} ${refusal.code}`}>
              <Place words={placeOf(refusal.path, { plan: emptyPlan(), locale, messages })} />
              {sentence(refusal)}
              <Path path={refusal.path} />
            </li>
          ))}
        </ul>
        {refusals.length === REFUSAL_LIMIT && <p className="mt-2">{t('first', { count: refusals.length })}</p>}
      </Notice>
    </div>
  );
}

const Place = ({ words }: { words: string }) => words && <span className="font-medium">{words}: </span>;

/** Where it stands in the file, for who looks it up there: read from left to right in every language. */
const Path = ({ path }: { path: string }) =>
  path && (
    <code dir="ltr" className="block w-fit text-sm text-muted [overflow-wrap:anywhere]">
      {path.slice(0, 200)}
    </code>
  );
