import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Difference } from '#components/plan/Difference';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { SaidWording } from '#review/said';
import { isChosen } from '#review/wording';
import { Tag, type Tone } from '#ui/Tag';
import type { Wording } from '../plan/placeWords.ts';
import { shownWording } from './dispositionWording.ts';
import { Typed } from './Typed.tsx';

const tones: Record<SaidWording['state'], Tone> = { open: 'blue', accepted: 'good', declined: 'plain' };

/** A wording that an adviser proposed: what would change, why, and what became of it; `children` are the forms to answer. */
export async function WordingView({
  locale,
  wording,
  words,
  place,
  children,
}: {
  locale: Locale;
  wording: SaidWording;
  /** What values are said with. */
  words: Wording;
  place: ReactNode;
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'round' });
  const { id, path, from, to, note, author, at, state, reason, answered } = wording;
  const { language, ...values } = shownWording(path, { from, to }, words);
  return (
    <article
      id={`wording-${id}`}
      aria-labelledby={`of-${id}`}
      className="grid scroll-mt-4 gap-3 border-t border-line py-4"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={tones[state]}>{t(`${isChosen(path) ? 'choiceStates' : 'wordingStates'}.${state}`)}</Tag>
        <h3 id={`of-${id}`} className="text-base font-medium">
          {place}
        </h3>
      </header>
      <p className="text-sm text-muted">
        <bdi>{author.name}</bdi> · {t('sides.adviser')} · {formatMoment(at, locale, 'latin')}
      </p>
      {language ? (
        <Difference
          language={language}
          before={values.from}
          after={values.to}
          words={{ added: t('added'), removed: t('removed') }}
        />
      ) : (
        <dl className="grid gap-1">
          {(['from', 'to'] as const).map((side) => (
            <div key={side} className="flex flex-wrap gap-x-3">
              <dt className="text-muted">{t(side)}</dt>
              <dd dir="auto">{values[side] || t('nothing')}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && <Typed>{note}</Typed>}
      {answered && (
        <p className="text-sm text-muted">
          {t.rich(state === 'accepted' ? 'acceptedBy' : 'declinedBy', {
            name: () => <bdi>{answered.by.name}</bdi>,
            moment: formatMoment(answered.at, locale, 'latin'),
          })}
        </p>
      )}
      {reason && <Typed>{reason}</Typed>}
      {children}
    </article>
  );
}
