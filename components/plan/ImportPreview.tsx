import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate, formatNumber, formatPercent } from '#i18n/format';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { type Digest, digest } from '#plan/digest';
import type { Plan } from '#plan/schema';
import { LinkButton } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Pair, Passage } from '#ui/Pair';
import { DeedButton } from './DeedButton.tsx';

type Answer = { ok: boolean; code?: string };

/** What a file holds, before it becomes a plan. `read` is the plan as it stands there, `plan` as it would become one. */
export async function ImportPreview({
  read,
  plan,
  country,
  locale,
  messages,
  confirm,
  values,
}: {
  read: Plan;
  plan: Plan;
  country: string;
  locale: Locale;
  messages: Messages;
  confirm: (previous: unknown, form: FormData) => Promise<Answer>;
  values: Record<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: 'editor.import.preview' });
  const { about, languages } = plan;
  const [first, second] = languages;
  const code = read.about.country;
  return (
    <section aria-labelledby="preview" className="grid gap-6">
      <h2 id="preview" className="text-2xl">
        {t('title')}
      </h2>
      <Pair>
        {[first, second].map((language) =>
          about.title[language].trim() ? (
            <Passage key={language} lang={language} className="text-lg font-medium">
              {about.title[language]}
            </Passage>
          ) : (
            <p key={language} className="text-muted">
              {t('untitled', { language: messages.common.languages[language] })}
            </p>
          ),
        )}
      </Pair>
      {code !== about.country && (
        <Notice tone="warm">{code ? t('countryDiffers', { code, country }) : t('countryAbsent', { country })}</Notice>
      )}
      <dl className="grid max-w-3xl border-b border-line">
        <Line name={messages.plan.about.country.label}>
          <bdi>{country}</bdi>
        </Line>
        <Line name={t('period')}>{period(about, locale, t)}</Line>
        <Line name={messages.plan.languages.label}>{messages.common.languages[first]}</Line>
        <Figures of={digest(plan)} locale={locale} />
      </dl>
      <p className="max-w-prose text-muted">{t('later', { step: messages.plan.steps.check.title })}</p>
      <div className="flex flex-wrap items-start gap-3">
        <DeedButton action={confirm} values={values} failed={t('failed')}>
          {t('confirm', { country })}
        </DeedButton>
        <LinkButton href={`/${locale}/plans/import`} look="quiet">
          {t('other')}
        </LinkButton>
      </div>
      <p className="max-w-prose text-sm text-muted">{t('kept')}</p>
    </section>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<'editor.import.preview'>>>;

function period({ start, end, digits }: Plan['about'], locale: Locale, t: Say): string {
  if (!start && !end) return t('notGiven');
  const [from, to] = [start, end].map((day) => formatDate(day, locale, digits) || '…');
  return t('from', { start: from ?? '', end: to ?? '' });
}

async function Figures({ of, locale }: { of: Digest; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'editor.import.preview' });
  const figure = (count: number) => formatNumber(count, locale, 'latin');
  const share = formatPercent(of.texts ? of.oneSided / of.texts : 0, locale, 'latin');
  return (
    <>
      <Line name={t('decided')}>{t('figureOf', { count: figure(of.decided), of: figure(of.recommendations) })}</Line>
      {(['actions', 'indicators', 'agencies'] as const).map((name) => (
        <Line key={name} name={t(name)}>
          {figure(of[name])}
        </Line>
      ))}
      <Line name={t('oneSided')}>{t('share', { count: figure(of.oneSided), of: figure(of.texts), share })}</Line>
      <Line name={t('wrong')}>{figure(of.wrong)}</Line>
      <Line name={t('missing')}>{figure(of.missing)}</Line>
    </>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[2fr_3fr]">
    <dt className="text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
);
