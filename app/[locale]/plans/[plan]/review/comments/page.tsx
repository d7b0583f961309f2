import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { uuidv7 } from 'uuidv7';
import { SaidDone } from '#components/review/SaidDone';
import { SaidFilterForm } from '#components/review/SaidFilterForm';
import { SaidList } from '#components/review/SaidList';
import { can } from '#people/roles';
import { documentOrder } from '#review/documentOrder';
import { passagesIn } from '#review/passages';
import { inDocumentOrder } from '#review/said';
import { asked, filterQuery, fits, readFilter, withQuery } from '#review/threadFilter';
import { loadReviewText } from '#server/dispositionTable';
import { markSeen } from '#server/notices';
import { listSuggestions } from '#server/suggestions';
import { listParticipants, listThreads } from '#server/threads';
import { Breadcrumb } from '#ui/Breadcrumb';
import { PageHeading } from '#ui/PageHeading';
import { accountBar } from '../../../../accountBar.tsx';
import { openReview } from '../openReview.ts';
import { acceptAction, assignAction, declineAction, reopenAction, replyAction, resolveAction } from './actions.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, plan } = await params;
  const { title, messages } = await openReview(locale, plan);
  return { title: `${messages.round.list.title} · ${title}` };
}

/** Everything that is said of a plan, in one list: where the country answers, and advisers follow up. */
export default async function CommentsPage({ params, searchParams }: Props) {
  const { locale: given, plan: planId } = await params;
  const open = await openReview(given, planId);
  const { actor, locale, messages, countryId, home, trail, side, may } = open;
  const search = await searchParams;
  const [threads, wordings, plan, people] = await Promise.all([
    listThreads(actor, planId),
    listSuggestions(actor, planId),
    loadReviewText(actor, planId),
    may('review.answer')
      ? listParticipants(actor, planId, { path: 'about', draft: false, isPrivate: true })
      : Promise.resolve([]),
  ]);
  if (!threads || !wordings) notFound();
  const t = await getTranslations({ locale, namespace: 'round.list' });
  const filter = readFilter(search);
  // Who comes for one thing finds it, whatever its state.
  const [thread, wording] = [asked(search, 'thread'), asked(search, 'wording')];
  const named = thread || wording;
  if (named) await markSeen(actor, planId, thread ? `thread ${thread}` : `suggestion ${wording}`);
  const all = plan ? inDocumentOrder(threads, wordings, documentOrder(plan)) : [];
  const said = all.filter((each) => (named ? each.id === named : fits(filter, each, actor.userId)));
  const back = withQuery(`${home}/comments`, named ? {} : filterQuery(filter));
  return (
    <>
      {await accountBar({ locale, actor })}
      <Breadcrumb label={messages.common.nav.trail} trail={[...trail, { text: t('title') }]} />
      <SaidDone locale={locale} done={search.done} />
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      <SaidFilterForm locale={locale} home={home} filter={filter} of={all} />
      {plan && (
        <SaidList
          said={said}
          place={{ locale, planId, countryId, back }}
          home={home}
          words={{ plan, locale, messages }}
          passageOf={passagesIn(plan)}
          named={asked(search, 'done') === 'moved' ? named : null}
          side={side}
          may={may}
          keeps={can(actor, 'remark.keep') ? actor.userId : null}
          people={people.filter((person) => person.role !== 'viewer')}
          newId={uuidv7}
          actions={{
            reply: replyAction,
            resolve: resolveAction,
            reopen: reopenAction,
            assign: assignAction,
            accept: acceptAction,
            decline: declineAction,
          }}
        />
      )}
    </>
  );
}
