import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Passage as Found } from '#review/passages';
import type { SaidThread, SaidWords } from '#review/said';
import { Tag } from '#ui/Tag';
import { type PlaceWord, SEPARATOR } from '../plan/placeWords.ts';
import { Typed } from './Typed.tsx';

/** Where something stands in the plan, in words that may be of either language. */
export function PlaceName({ words }: { words: readonly PlaceWord[] }) {
  return words.map(({ text, lang }, index) => {
    const key = `${index} ${text}`;
    return (
      <span key={key}>
        {index > 0 && SEPARATOR}
        <bdi lang={lang}>{text}</bdi>
      </span>
    );
  });
}

/** A thread: what it is about, what was said, and how it was closed; `children` are the forms to go on with it. */
export async function ThreadView({
  locale,
  thread,
  place,
  passage,
  children,
}: {
  locale: Locale;
  thread: SaidThread;
  /** The way to what it is about, in words. */
  place: ReactNode;
  passage: Found;
  children?: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'round' });
  const { id, weight, isPrivate, quote, assignee, resolved, response, replies } = thread;
  return (
    <article
      id={`thread-${id}`}
      aria-labelledby={`about-${id}`}
      className="grid scroll-mt-4 gap-3 border-t border-line py-4"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {isPrivate ? (
          <Tag tone="plain">{t('note')}</Tag>
        ) : (
          weight && <Tag tone={weight === 'mustFix' ? 'warm' : 'blue'}>{t(`weights.${weight}`)}</Tag>
        )}
        {resolved && <Tag tone="good">{t('closed')}</Tag>}
        <h3 id={`about-${id}`} className="text-base font-medium">
          {place}
        </h3>
      </header>
      {passage.state !== 'here' && <p className="text-sm text-warm">{t(`passage.${passage.state}`)}</p>}
      {quote && (
        <blockquote className="w-fit max-w-prose border-s-2 border-line ps-3 text-muted">
          <Typed>{quote}</Typed>
        </blockquote>
      )}
      <Words locale={locale} said={thread} />
      {replies.length > 0 && (
        <ol className="grid gap-3 border-s-2 border-line ps-4" aria-label={t('replies')}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <Words locale={locale} said={reply} />
            </li>
          ))}
        </ol>
      )}
      {assignee && !resolved && (
        <p className="text-sm text-muted">{t.rich('assignedTo', { name: () => <bdi>{assignee.name}</bdi> })}</p>
      )}
      {(resolved || response) && (
        <div className="grid gap-1">
          {resolved && (
            <p className="text-sm text-muted">
              {t.rich('closedBy', {
                name: () => <bdi>{resolved.by.name}</bdi>,
                moment: formatMoment(resolved.at, locale, 'latin'),
              })}
            </p>
          )}
          {response && <Typed>{response}</Typed>}
        </div>
      )}
      {children}
    </article>
  );
}

/** What one person said, and when. */
async function Words({ locale, said }: { locale: Locale; said: SaidWords }) {
  const t = await getTranslations({ locale, namespace: 'round' });
  return (
    <div className="grid gap-0.5">
      <p className="text-sm text-muted">
        <bdi>{said.author.name}</bdi> · {t(`sides.${said.side}`)} · {formatMoment(said.at, locale, 'latin')}
      </p>
      <Typed>{said.body}</Typed>
    </div>
  );
}
