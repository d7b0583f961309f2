import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReturnedRefused } from '#components/plan/ReturnedRefused';
import { ReturnedView } from '#components/plan/ReturnedView';
import { ReturnForm } from '#components/plan/ReturnForm';
import { loadReturned, RETURNED_LIMIT } from '#server/returnedFiles';
import { Breadcrumb } from '#ui/Breadcrumb';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../accountBar.tsx';
import { openPlan } from '../../openPlan.ts';
import { applyReturnedAction } from './actions.ts';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; plan: string }>; searchParams: Promise<Search> };

const refusals = ['noFile', 'tooLarge', 'notAllowed', 'expired'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { messages, title } = await openPlan(locale, plan);
  return { title: `${messages.returned.title} · ${title}` };
}

/** A workbook or a translation comes back: chosen, looked at row by row, and then all of it made or nothing. */
export default async function ReturnedPage({ params, searchParams }: Props) {
  const { locale, plan } = await params;
  const search = await searchParams;
  const open = await openPlan(locale, plan);
  const { id, title, titleLang, actor, messages, revisions, may } = open;
  // A contributor has what is assigned to them; who only reads has nothing to bring back.
  if (!may('part.edit') && !Object.keys(revisions).some((part) => may('part.edit', part))) notFound();
  const t = await getTranslations({ locale: open.locale });
  const asked = typeof search.file === 'string' ? search.file : '';
  const found = asked ? await loadReturned(actor, id, asked) : null;
  const code = refusals.find((each) => each === (asked && !found ? 'expired' : search.refused));
  const limit = RETURNED_LIMIT / 1_000_000;
  return (
    <>
      {await accountBar({ locale: open.locale, actor })}
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: `/${locale}/plans/${id}`, text: title, lang: titleLang },
          { text: t('returned.title') },
        ]}
      />
      <PageHeading intro={t('returned.intro')}>{t('returned.title')}</PageHeading>
      {found?.isApplied && (
        <div role="status">
          <Notice tone="good" title={t('returned.applied')}>
            <TextLink href={`/${locale}/plans/${id}`}>{t('returned.toPlan')}</TextLink>
          </Notice>
        </div>
      )}
      {found && found.refusals.length > 0 && (
        <ReturnedRefused kind={found.kind} refusals={found.refusals} open={open} />
      )}
      {found && !found.isApplied && found.refusals.length === 0 ? (
        <ReturnedView open={open} file={found} apply={applyReturnedAction} />
      ) : (
        <ReturnForm
          planId={id}
          locale={open.locale}
          limit={RETURNED_LIMIT}
          error={code && t(`returned.errors.${code}`, { limit })}
          words={{ ...messages.returned.form, tooLarge: t('returned.errors.tooLarge', { limit }) }}
        />
      )}
    </>
  );
}
