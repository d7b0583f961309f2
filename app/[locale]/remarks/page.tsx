import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { uuidv7 } from 'uuidv7';
import { Pages } from '#components/review/Pages';
import { RemarkForm } from '#components/review/RemarkForm';
import { RemarkList } from '#components/review/RemarkList';
import { RemarkSearch } from '#components/review/RemarkSearch';
import { type Actor, can } from '#people/roles';
import { ID } from '#plan/fields';
import type { Bilingual } from '#plan/schema';
import { commentPage, findRemarks, remarkPage, withRemark } from '#review/remarks';
import { languageOf } from '#review/textLanguage';
import { asked, withQuery } from '#review/threadFilter';
import { listRemarks } from '#server/remarks';
import { requireActor } from '#server/session';
import { listThreads } from '#server/threads';
import { LinkButton, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../accountBar.tsx';
import { keepRemarkAction, removeRemarkAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: (await getTranslations({ locale, namespace: 'remarks' }))('title') };
}

const empty: Bilingual = { ar: '', en: '' };
const dones = ['kept', 'removed'] as const;

/** The remarks that an adviser keeps, to use again in any review. */
export default async function RemarksPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireActor(locale);
  if (!can(actor, 'remark.keep')) notFound();
  const search = await searchParams;
  const t = await getTranslations({ locale, namespace: 'remarks' });
  const [all, begun] = await Promise.all([listRemarks(actor), ownComment(actor, search)]);
  const [q, use, edit] = [asked(search, 'q').slice(0, 200), commentPage(asked(search, 'use')), asked(search, 'edit')];
  const found = findRemarks(all, q);
  const { shown, page, pages } = remarkPage(found, Number(asked(search, 'page')));
  const query = { q, use, page: page > 1 ? String(page) : '' };
  const href = (more: Record<string, string>) => withQuery(`/${locale}/remarks`, { ...query, ...more });
  // What is being changed stays on the page, also where another window put it on another, or took it out.
  const edited =
    all.find(({ id }) => id === edit) ?? (ID.test(edit) ? { id: edit, text: empty, updatedAt: null } : null);
  const lines = edited && !shown.some(({ id }) => id === edited.id) ? [edited, ...shown] : shown;
  const isNew = edit === 'new' || begun !== null || (all.length === 0 && !edited);
  const form = (id: string, text: Bilingual, seen: Date | null) => (
    <RemarkForm
      locale={locale}
      id={id}
      text={text}
      seen={seen}
      close={seen ? `${href({})}#remark-${id}` : href({})}
      action={keepRemarkAction}
      hidden={query}
    />
  );
  const done = dones.find((each) => each === search.done);
  return (
    <>
      {await accountBar({ locale, actor })}
      {done && <Notice tone="good" title={t(`done.${done}`)} live />}
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      {use && (
        <Notice title={t('choose')}>
          <TextLink href={`${use}#say`}>{t('back')}</TextLink>
        </Notice>
      )}
      {isNew ? (
        <section id="new" aria-labelledby="new-title" className="grid scroll-mt-4 gap-4">
          <h2 id="new-title" className="text-xl">
            {t('new')}
          </h2>
          {begun && <p className="max-w-prose text-muted">{t('fromComment')}</p>}
          {form(uuidv7(), begun ?? empty, null)}
          {all.length > 0 && (
            <p>
              <TextLink href={href({})}>{t('close')}</TextLink>
            </p>
          )}
        </section>
      ) : (
        <p>
          <LinkButton look="quiet" href={`${href({ edit: 'new' })}#new`}>
            {t('write')}
          </LinkButton>
        </p>
      )}
      {(all.length > 0 || edited) && (
        <section aria-labelledby="kept" className="grid gap-4">
          <h2 id="kept" className="text-xl">
            {t('count', { count: found.length })}
          </h2>
          <RemarkSearch locale={locale} query={q} hidden={{ use }} all={withQuery(`/${locale}/remarks`, { use })} />
          {found.length === 0 && <p className="text-muted">{t('none')}</p>}
          <RemarkList
            locale={locale}
            remarks={lines}
            edited={edited?.id ?? ''}
            form={
              edited && (
                <>
                  {form(edited.id, edited.text, edited.updatedAt)}
                  <p>
                    <TextLink href={`${href({})}#remark-${edited.id}`}>{t('close')}</TextLink>
                  </p>
                </>
              )
            }
            hrefOf={{
              edit: (id) => `${href({ edit: id })}#remark-${id}`,
              use: use ? (id) => withRemark(use, id) : null,
            }}
            remove={{ action: removeRemarkAction, hidden: query }}
          />
          <Pages locale={locale} page={page} pages={pages} hrefOf={(number) => href({ page: String(number) })} />
        </section>
      )}
    </>
  );
}

/** What the adviser said in a comment of their own that the address names, for a remark to begin with; else null. */
async function ownComment(
  actor: Actor,
  search: Record<string, string | string[] | undefined>,
): Promise<Bilingual | null> {
  const [plan, thread] = [asked(search, 'plan'), asked(search, 'thread')];
  if (!plan || !thread) return null;
  const found = (await listThreads(actor, plan))?.find(({ id }) => id === thread);
  if (found?.author.userId !== actor.userId) return null;
  const text: Bilingual = { ar: '', en: '' };
  text[languageOf(found.body, 'ar')] = found.body;
  return text;
}
