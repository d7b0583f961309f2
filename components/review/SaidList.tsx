import { getTranslations } from 'next-intl/server';
import type { Deed } from '#people/roles';
import { same } from '#plan/changes';
import { partOf } from '#plan/parts';
import { valueAt } from '#plan/places';
import { stepOf } from '#plan/steps';
import type { Passage, Quoted } from '#review/passages';
import type { Said } from '#review/said';
import type { Side } from '#review/sides';
import { withQuery } from '#review/threadFilter';
import { TextLink } from '#ui/Button';
import { placeText, placeWords, type Wording } from '../plan/placeWords.ts';
import { shownWording } from './dispositionWording.ts';
import { type SaidPlace, ThreadForms, WordingForms } from './SaidForms.tsx';
import { PlaceName, ThreadView } from './ThreadView.tsx';
import { WordingView } from './WordingView.tsx';

type Actions = Parameters<typeof ThreadForms>[0]['actions'] & Parameters<typeof WordingForms>[0]['actions'];
type May = (deed: Deed, part?: ReturnType<typeof partOf> & string) => boolean;

/** What somebody reads of a review, and may do with what is said there. */
export type SaidReader = {
  place: SaidPlace;
  /** The address of the review. */
  home: string;
  words: Wording;
  passageOf: (quoted: Quoted) => Passage;
  /** A wording whose text moved on, and which may be accepted over what stands there now. */
  named: string | null;
  side: Side;
  may: May;
  /** Of an adviser: who they are, since what they say they can keep, to say it again elsewhere. */
  keeps: string | null;
  people: readonly { userId: string; name: string }[];
  newId: () => string;
  actions: Actions;
};

/** How many things stand in a list with all their forms; of more, each leads to a page of its own with them. */
const WITH_FORMS = 20;

/** Things that were said, one after the other, each with its forms or the way to them. */
export async function SaidList({ said, ...reader }: { said: readonly Said[] } & SaidReader) {
  const t = await getTranslations({ locale: reader.place.locale, namespace: 'round.list' });
  if (said.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <section aria-labelledby="said" className="grid">
      <h2 id="said" className="pb-3 text-xl">
        {t('count', { count: said.length })}
      </h2>
      {said.map((each) => (
        <SaidItem key={each.id} said={each} reader={reader} isShort={said.length > WITH_FORMS} />
      ))}
    </section>
  );
}

/**
 * One thing that was said. `isPlaced`: it stands beside its field, which needs no name and no way to it then. `isShort`:
 * without its forms, and with the way to them.
 */
export async function SaidItem({
  said,
  reader,
  isPlaced,
  isShort,
}: {
  said: Said;
  reader: SaidReader;
  isPlaced?: boolean;
  isShort?: boolean;
}) {
  const { place, words, passageOf, side, may, keeps, people, newId, actions, named } = reader;
  const { locale } = place;
  const t = await getTranslations({ locale, namespace: 'round' });
  const part = (partOf(said.path) ?? undefined) as (ReturnType<typeof partOf> & string) | undefined;
  const about = placeText(said.path, words);
  const round = said.round === null ? t('list.draft') : t('list.round', { number: String(said.round) });
  const name = (
    <>
      {!isPlaced && (
        <>
          <PlaceName words={placeWords(said.path, words)} /> ·{' '}
        </>
      )}
      {round}
    </>
  );
  const links = !isPlaced && <Ways said={said} reader={reader} part={part} about={about} isShort={isShort} />;
  if (said.kind === 'wording') {
    const { wording } = said;
    const answers = !isShort && wording.state === 'open' && side === 'country' && may('suggestion.answer', part);
    const value = valueAt(words.plan, `plan.${wording.path}`, 'plan') ?? null;
    const isMoved = named === wording.id && !same(value, wording.from);
    const now = { value, text: shownWording(wording.path, { from: value, to: value }, words).from };
    return (
      <WordingView locale={locale} wording={wording} words={words} place={name}>
        {answers && (
          <WordingForms place={place} wording={wording} about={about} actions={actions} {...(isMoved ? { now } : {})} />
        )}
        {links}
      </WordingView>
    );
  }
  const { thread } = said;
  const kept = { plan: place.planId, thread: thread.id };
  return (
    <ThreadView locale={locale} thread={thread} place={name} passage={passageOf(thread)}>
      {!isShort && (
        <ThreadForms
          place={place}
          thread={thread}
          about={about}
          newId={newId()}
          actions={actions}
          may={{
            reply: may(thread.isPrivate ? 'review.note' : 'review.comment', part),
            resolve: may('review.resolve') && (side === 'adviser' || thread.isPrivate || may('review.answer')),
            assign: side === 'country' && may('review.answer'),
            mustAnswer: side === 'country' && !thread.isPrivate,
          }}
          people={people}
        />
      )}
      {links}
      {keeps === thread.author.userId && (
        <p data-screen className="text-sm">
          <TextLink
            href={`${withQuery(`/${locale}/remarks`, kept)}#new`}
            className="py-1"
            aria-label={t('of', { deed: t('list.keep'), about })}
          >
            {t('list.keep')}
          </TextLink>
        </p>
      )}
    </ThreadView>
  );
}

/** The ways to where it stands: in its round, and for who writes, in the plan. */
async function Ways({
  said,
  reader: { place, home, may },
  part,
  about,
  isShort,
}: {
  said: Said;
  reader: SaidReader;
  part?: ReturnType<typeof partOf> & string;
  about: string;
  isShort?: boolean;
}) {
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const { path, submissionId } = said;
  const field = path.replace(/\.(ar|en)$/, '');
  const [section = '', entry = ''] = path.split('.');
  const reads = submissionId ? may('review.read') : may('plan.open');
  const page = submissionId ? `${home}/rounds/${submissionId}` : `${home}/draft`;
  const ways = [
    ...(isShort
      ? [
          {
            href: withQuery(`${home}/comments`, { [said.kind === 'wording' ? 'wording' : 'thread']: said.id }),
            text: t('list.answer'),
          },
        ]
      : []),
    ...(reads
      ? [
          {
            href: `${withQuery(page, { section, ...(section === 'actions' ? { entry } : {}) })}#${field}`,
            text: t('list.read'),
          },
        ]
      : []),
    ...(part && may('part.edit', part)
      ? [{ href: `/${place.locale}/plans/${place.planId}/${stepAt(path)}#${field}`, text: t('list.edit') }]
      : []),
  ];
  if (ways.length === 0) return null;
  return (
    <p data-screen className="flex flex-wrap gap-x-5 text-sm">
      {ways.map(({ href, text }) => (
        <TextLink key={href} href={href} className="py-1" aria-label={t('of', { deed: text, about })}>
          {text}
        </TextLink>
      ))}
    </p>
  );
}

/** The page of the plan on which a field is edited. */
function stepAt(path: string): string {
  const [section, entry] = path.split('.');
  return section === 'actions' && entry ? `adapt/${entry}` : stepOf(path);
}
