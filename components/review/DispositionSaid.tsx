import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '#i18n/routing';
import type { RowWeight } from '#review/dispositionFilter';
import { languageOf } from '#review/textLanguage';
import { Passage } from '#ui/Pair';
import { Tag, type Tone } from '#ui/Tag';
import { Written } from '#ui/Written';
import { Difference } from '../plan/Difference.tsx';
import type { DispositionOpen, ShownRow } from './dispositionOpen.ts';
import { shownWording } from './dispositionWording.ts';

/** What somebody typed freely, in its own language and direction, with its line breaks. */
export const DispositionText = ({
  children,
  locale,
  className = '',
}: {
  children: string;
  locale: Locale;
  className?: string;
}) => (
  <Passage lang={languageOf(children, locale)} className={`whitespace-pre-line ${className}`}>
    <Written>{children}</Written>
  </Passage>
);

const tones: Record<RowWeight, Tone> = { mustFix: 'warm', consider: 'plain', wording: 'blue', none: 'plain' };

/** A text of more signs than this is folded. */
const LONG = 1500;

/** What was said: its weight, the words that it is about, the comment, or the wording that was proposed. */
export async function DispositionSaid({
  open,
  row: { quote, body, wording, path },
  weight,
}: {
  open: DispositionOpen;
  row: ShownRow;
  weight: RowWeight;
}) {
  const { locale } = open;
  const t = await getTranslations({ locale, namespace: 'disposition' });
  return (
    <div className="grid gap-2">
      {weight !== 'none' && (
        <p>
          <Tag tone={tones[weight]}>{t(`weights.${weight}`)}</Tag>
        </p>
      )}
      {quote.trim() !== '' && (
        <blockquote className="text-muted">
          <span className="sr-only">{t('quote')}: </span>
          <DispositionText locale={locale} className="border-s-2 border-line ps-3">
            {quote}
          </DispositionText>
        </blockquote>
      )}
      {wording && <ProposedWording open={open} path={path} wording={wording} />}
      {body.trim() !== '' && (
        <div>
          {wording && <p className="text-sm text-muted">{t('reason')}</p>}
          <DispositionText locale={locale}>{body}</DispositionText>
        </div>
      )}
    </div>
  );
}

async function ProposedWording({
  open,
  path,
  wording,
}: {
  open: DispositionOpen;
  path: string;
  wording: { from: unknown; to: unknown };
}) {
  const { locale } = open;
  const t = await getTranslations({ locale, namespace: 'disposition' });
  const { language, from, to } = shownWording(path, wording, open);
  if (language) {
    const difference = (
      <Difference language={language} before={from} after={to} words={{ added: t('added'), removed: t('removed') }} />
    );
    if (from.length + to.length <= LONG) return difference;
    return (
      <details>
        <summary className="w-fit rounded py-0.5 text-blue underline underline-offset-4">{t('whole')}</summary>
        {difference}
      </details>
    );
  }
  const value = (text: string): ReactNode =>
    text.trim() === '' ? (
      <span className="text-muted">{t('nothing')}</span>
    ) : (
      <DispositionText locale={locale}>{text}</DispositionText>
    );
  return (
    <dl className="grid gap-1">
      <div>
        <dt className="text-sm text-muted">{t('stood')}</dt>
        <dd>{value(from)}</dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t('proposed')}</dt>
        <dd>{value(to)}</dd>
      </div>
    </dl>
  );
}
