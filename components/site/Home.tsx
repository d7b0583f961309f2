import { useTranslations } from 'next-intl';
import { recommendations } from '#catalogue/recommendations';
import type { Locale } from '#i18n/routing';
import { steps } from '#plan/steps';
import { LinkButton, TextLink } from '#ui/Button';

const audiences = ['governments', 'advisers', 'everyone'] as const;

/** In one screen: what this is, for whom, and how it goes. */
export function Home({ locale }: { locale: Locale }) {
  const t = useTranslations('site.home');
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[7fr_5fr]">
      <div className="grid content-start gap-8">
        <header className="grid gap-5">
          <h1 className="text-4xl leading-[1.15] sm:text-5xl sm:leading-[1.15] rtl:leading-[1.4]">{t('title')}</h1>
          <p className="max-w-prose text-lg">{t('lede')}</p>
        </header>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <LinkButton href={`/${locale}/sign-in`}>{t('signIn')}</LinkButton>
          <TextLink href={`/${locale}/plan-of-action`} className="py-2">
            {t('readPlan')}
          </TextLink>
          <TextLink href={`/${locale}/recommendations`} className="py-2">
            {t('browse', { count: recommendations.length })}
          </TextLink>
          <p className="basis-full text-sm text-muted">{t('signInHint')}</p>
        </div>
        <section aria-labelledby="for-whom">
          <h2 id="for-whom" className="sr-only">
            {t('forWhom')}
          </h2>
          <dl className="grid border-t border-line">
            {audiences.map((audience) => (
              <div
                key={audience}
                className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[10.5rem_1fr] sm:items-baseline"
              >
                <dt className="font-medium">{t(`audiences.${audience}.title`)}</dt>
                <dd className="text-muted">{t(`audiences.${audience}.text`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <Path />
    </div>
  );
}

/** The ten steps as stations of a line that ends in the document. */
function Path() {
  const t = useTranslations('site.home');
  const plan = useTranslations('plan.steps');
  return (
    <section aria-labelledby="path" className="grid content-start gap-4">
      <header>
        <h2 id="path" className="text-xl">
          {t('path')}
        </h2>
        <p className="text-muted">{t('pathNote')}</p>
      </header>
      <ol>
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={step} className="relative flex gap-4 pb-2.5 last:pb-0 rtl:pb-1.5">
              {!last && <span aria-hidden="true" className="absolute inset-y-0 start-4 -ms-px w-0.5 bg-line" />}
              <span
                aria-hidden="true"
                className={`relative grid size-8 shrink-0 place-items-center rounded-full border text-sm tabular-nums ${
                  last ? 'border-blue bg-blue text-on-blue' : 'border-blue bg-paper text-blue'
                }`}
              >
                {index + 1}
              </span>
              <p className="leading-snug">
                <span className="font-medium">{plan(`${step}.title`)}</span>
                <br />
                <span className="text-sm text-muted">{t(`steps.${step}`)}</span>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
