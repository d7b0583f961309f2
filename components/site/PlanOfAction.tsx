import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { documentByKey } from '#catalogue/documents';
import { priorityAreas, recommendationsIn } from '#catalogue/recommendations';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { OfficialLink } from './OfficialLink.tsx';
import { Resources, Responses } from './Resources.tsx';
import { Timeline } from './Timeline.tsx';

/** The sections that are told in paragraphs, and the paragraphs of each; their texts stand under `site.planOfAction`. */
const told = {
  what: ['approach', 'call', 'letter', 'process'],
  background: ['groups', 'message'],
  assembly: ['presented', 'welcomed', 'concluded'],
  geneva: ['hosts', 'purpose', 'days'],
  review: ['adopted', 'recommends'],
  strategy: ['adopted', 'reviews'],
} as const;

const order = [
  'what',
  'areas',
  'timeline',
  'background',
  'assembly',
  'geneva',
  'review',
  'strategy',
  'responses',
  'resources',
] as const;

/** What the Plan of Action is, how it came about, what followed, and where its documents are. */
export function PlanOfAction({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction');
  const drawn: Partial<Record<(typeof order)[number], ReactNode>> = {
    areas: <Areas locale={locale} />,
    timeline: <Timeline locale={locale} />,
    responses: <Responses locale={locale} />,
    resources: <Resources locale={locale} />,
  };
  return (
    <>
      <PageHeading intro={t('lede')}>{t('title')}</PageHeading>
      <nav aria-labelledby="contents" className="border-y border-line py-4">
        <h2 id="contents" className="text-sm text-muted">
          {t('contents')}
        </h2>
        <ul className="mt-1 gap-x-8 sm:columns-2 lg:columns-3">
          {order.map((section) => (
            <li key={section}>
              <a href={`#${section}`} className="inline-block py-1 text-blue underline underline-offset-4">
                {t(`${section}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {order.map((section) => (
        <section key={section} id={section} aria-labelledby={`${section}-title`} className="grid gap-4">
          <h2 id={`${section}-title`} className="text-2xl">
            {t(`${section}.title`)}
          </h2>
          {section in told ? <Told locale={locale} section={section as keyof typeof told} /> : drawn[section]}
        </section>
      ))}
      <p className="max-w-prose border-t border-line pt-4 text-sm text-muted">{t('ownWords')}</p>
    </>
  );
}

/** Paragraphs in which each tag of the message is a document’s key, and stands around its symbol. */
function Told({ locale, section }: { locale: Locale; section: keyof typeof told }) {
  const t = useTranslations('site.planOfAction');
  const tags = Object.fromEntries(
    (['planOfAction', 'letter', 'resolution254', 'resolution291', 'strategy'] as const).map((key) => [
      key,
      () => <OfficialLink key={key} symbol={documentByKey(key).symbol ?? ''} language={locale} />,
    ]),
  );
  return told[section].map((paragraph) => (
    <p key={paragraph} className="max-w-prose">
      {t.rich(`${section}.${paragraph}` as 'what.approach', tags)}
    </p>
  ));
}

function Areas({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.areas');
  const names = useTranslations('catalogue.areas');
  return (
    <>
      <p className="max-w-prose">{t('intro')}</p>
      <ol className="grid border-t border-line sm:grid-cols-2 sm:gap-x-12">
        {priorityAreas.map((area, index) => (
          <li key={area} className="flex gap-4 border-b border-line py-3">
            <span aria-hidden="true" className="w-6 shrink-0 text-2xl leading-snug text-blue tabular-nums">
              {index + 1}
            </span>
            <p>
              <TextLink href={`/${locale}/recommendations#${area}`} prefetch={false} className="font-medium">
                {names(area)}
              </TextLink>
              <br />
              <span className="text-sm text-muted">{t('count', { count: recommendationsIn(area).length })}</span>
            </p>
          </li>
        ))}
      </ol>
      <p>
        <TextLink href={`/${locale}/recommendations`}>{t('all')}</TextLink>
      </p>
    </>
  );
}
