import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { paragraphIn } from '#catalogue/paragraph';
import { recommendationById } from '#catalogue/recommendations';
import { CoverageChoices } from '#components/review/CoverageChoices';
import { CoverageView } from '#components/review/CoverageView';
import { DeskFile } from '#components/review/DeskFile';
import { DeskNav } from '#components/review/DeskNav';
import type { Actor } from '#people/roles';
import { type ChoicesAsked, readChoices } from '#review/deskChoices';
import type { Search } from '#review/threadFilter';
import { loadChoicesOf, loadDeskCoverage } from '#server/deskCoverage';
import { requireActor } from '#server/session';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { catalogueWords } from '../../../../components/plan/catalogueWords.ts';
import { accountBar } from '../../accountBar.tsx';

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Search> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { of } = readChoices(await searchParams);
  const title = (await getTranslations({ locale, namespace: 'desk.coverage' }))('title');
  return { title: of ? `${catalogueWords[of]?.title[locale]} · ${title}` : title };
}

/** What the plans on an adviser’s desk do with each recommendation; of the one that the address names, the plans themselves. */
export default async function CoveragePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  const search = await searchParams;
  const asked = readChoices(search);
  const page = asked.of ? await choicesOf(locale, actor, asked, search) : await coverage(locale, actor, search);
  if (!page) notFound();
  return (
    <>
      {await accountBar({ locale, actor })}
      {page}
    </>
  );
}

async function coverage(locale: Locale, actor: Actor, { refused }: Search) {
  const found = await loadDeskCoverage(actor);
  if (!found) return null;
  const t = await getTranslations({ locale, namespace: 'desk.coverage' });
  return (
    <>
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      <DeskNav locale={locale} here="coverage" />
      {found.plans === 0 ? (
        <Notice title={t('none')} />
      ) : (
        <>
          <p className="font-medium">{t('counted', { plans: found.plans, countries: found.countries })}</p>
          <CoverageView
            locale={locale}
            plans={found.plans}
            recommendations={found.recommendations}
            titles={catalogueWords}
          />
          <DeskFile locale={locale} href={`/api/desk/coverage?locale=${locale}`} refused={refused}>
            {t('file')}
          </DeskFile>
        </>
      )}
    </>
  );
}

async function choicesOf(locale: Locale, actor: Actor, asked: ChoicesAsked, search: Search) {
  const choices = await loadChoicesOf(actor, asked.of);
  if (!choices) return null;
  const t = await getTranslations({ locale });
  const texts = catalogueWords[asked.of];
  const paragraph = paragraphIn(locale, recommendationById(asked.of)?.paragraph ?? '');
  return (
    <>
      <p data-screen>
        <TextLink href={`/${locale}/desk/coverage#${recommendationById(asked.of)?.area}`}>
          {t('desk.coverage.back')}
        </TextLink>
      </p>
      <PageHeading above={t('common.words.paragraph', { number: paragraph })} intro={texts?.summary[locale]}>
        {texts?.title[locale]}
      </PageHeading>
      <p data-screen>
        <TextLink href={`/${locale}/recommendations/${asked.of}`}>{t('desk.coverage.inCatalogue')}</TextLink>
      </p>
      <CoverageChoices locale={locale} asked={asked} choices={choices} search={search} />
    </>
  );
}
