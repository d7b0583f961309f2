import { getTranslations } from 'next-intl/server';
import { formatNumber, nameOrder } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { Bilingual, Decision } from '#plan/schema';
import { shown } from '#plan/shown';
import { arrangeChoices, type ChoicesAsked, countChoices } from '#review/deskChoices';
import { coverageKinds } from '#review/deskCoverage';
import { pageOf } from '#review/dispositionFilter';
import { type Search, withQuery } from '#review/threadFilter';
import { TextLink } from '#ui/Button';

import { Table } from '#ui/Table';
import { Written } from '#ui/Written';
import { Pages } from './Pages.tsx';

/** How many plans stand on a page. */
const ROWS = 50;

type Choice = {
  planId: string;
  submissionId: string;
  number: number;
  title: Bilingual;
  country: { nameAr: string; nameEn: string };
  decision: Decision['decision'];
  reason: Bilingual;
};

/** The plans behind the figures of a recommendation: what each decided, and the country’s own reason. */
export async function CoverageChoices({
  locale,
  asked: { of, did },
  choices,
  search,
}: {
  locale: Locale;
  asked: ChoicesAsked;
  choices: readonly Choice[];
  search: Search;
}) {
  const t = await getTranslations({ locale, namespace: 'desk.coverage' });
  const found = arrangeChoices(choices, did, { locale, names: nameOrder(locale) });
  const { rows, page, pages } = pageOf(found, search.page, ROWS);
  const counts = { '': choices.length, ...countChoices(choices) };
  const address = (kind: ChoicesAsked['did'], to = 1) =>
    withQuery(`/${locale}/desk/coverage`, { of, did: kind, page: to > 1 ? String(to) : '' });
  return (
    <>
      <nav aria-label={t('which')} data-screen className="flex flex-wrap gap-x-6 gap-y-1 border-y border-line py-3">
        {(['', ...coverageKinds] as const).map((kind) => {
          const text = t('kindCount', {
            kind: kind ? t(`kinds.${kind}`) : t('all'),
            count: formatNumber(counts[kind], locale, 'latin'),
          });
          return counts[kind] === 0 && kind !== did ? (
            <span key={kind} className="py-1 text-muted">
              {text}
            </span>
          ) : (
            <TextLink
              key={kind}
              href={address(kind)}
              aria-current={kind === did ? 'page' : undefined}
              className="py-1 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
            >
              {text}
            </TextLink>
          );
        })}
      </nav>
      <Table id="choices" caption={t('shown', { count: found.length })}>
        <thead>
          <tr>
            {(['country', 'decision', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((choice) => (
            <Row key={choice.planId} locale={locale} of={of} choice={choice} />
          ))}
        </tbody>
      </Table>
      {found.length === 0 && <p className="text-muted">{t('nobody')}</p>}
      <Pages locale={locale} page={page} pages={pages} hrefOf={(to) => address(did, to)} />
    </>
  );
}

async function Row({ locale, of, choice }: { locale: Locale; of: string; choice: Choice }) {
  const { planId, submissionId, number, title, country, decision, reason } = choice;
  const t = await getTranslations({ locale, namespace: 'desk' });
  const options = await getTranslations({ locale, namespace: 'plan.options.decision' });
  const name = locale === 'ar' ? country.nameAr : country.nameEn;
  const plan = shown(title, locale);
  const why = shown(reason, locale);
  const round = withQuery(`/${locale}/plans/${planId}/review/rounds/${submissionId}`, {
    section: 'decisions',
    entry: of,
  });
  return (
    <tr>
      <th scope="row" className="min-w-44 sm:w-1/4">
        <bdi>{name}</bdi>
        <span className="block text-sm font-normal">
          <TextLink href={`${round}#decisions.${of}`} prefetch={false}>
            <bdi lang={plan.text.trim() ? plan.lang : locale}>
              <Written>{plan.text.trim() || t('untitled', { country: name })}</Written>
            </bdi>
          </TextLink>
        </span>
        <span className="block text-sm font-normal text-muted">{t('coverage.round', { number: String(number) })}</span>
      </th>
      <td className="min-w-28">{options(decision)}</td>
      <td className="min-w-60">
        {why.text.trim() ? (
          <div lang={why.lang} dir={why.lang === 'ar' ? 'rtl' : 'ltr'} className="grid max-w-prose">
            {why.text.split('\n').map((paragraph, index) => {
              const key = `${index} ${paragraph.length}`;
              return (
                <p key={key} className="min-h-[1lh]">
                  <Written>{paragraph}</Written>
                </p>
              );
            })}
          </div>
        ) : (
          <span className="text-muted">{t('coverage.noReason')}</span>
        )}
      </td>
    </tr>
  );
}
