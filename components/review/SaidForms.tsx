import { getMessages, getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { RowAction } from '#components/people/RowAction';
import type { Locale } from '#i18n/routing';
import type { SaidThread, SaidWording } from '#review/said';
import { isChosen } from '#review/wording';
import { ReviewForm } from './ReviewForm.tsx';

type FormAction = ComponentProps<typeof ReviewForm>['action'];

/** What every form of a review is sent with: its plan, and where the answer leads back to. */
export type SaidPlace = { locale: Locale; planId: string; countryId: string; back: string };

async function wordsOf(locale: Locale) {
  const { access, round } = await getMessages({ locale });
  const { foreign, signedOut, notAllowed, notFound, invalid } = access.codes;
  return { summary: access.form.summary, codes: { foreign, signedOut, notAllowed, notFound, invalid, ...round.codes } };
}

/** A form of what is said, with the sentences for all that may be refused. */
export async function SaidForm({
  place,
  submit,
  hidden,
  ...rest
}: Omit<ComponentProps<typeof ReviewForm>, 'words'> & { place: SaidPlace; submit: string }) {
  const words = { submit, ...(await wordsOf(place.locale)) };
  return <ReviewForm {...rest} hidden={{ ...place, ...hidden }} words={words} />;
}

function Fold({
  summary,
  label,
  open,
  children,
}: {
  summary: string;
  label: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details data-screen open={open}>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
        <span aria-hidden="true">{summary}</span>
        <span className="sr-only">{label}</span>
      </summary>
      <div className="border-s-2 border-line py-2 ps-4">{children}</div>
    </details>
  );
}

/** What a reader may do with a thread, by its forms; each stands folded until it is asked for. */
export async function ThreadForms({
  place,
  thread,
  about,
  newId,
  actions,
  may,
  people,
}: {
  place: SaidPlace;
  thread: SaidThread;
  /** What it is about, for who hears a form’s name away from it. */
  about: string;
  /** The id of a reply that is sent from here. */
  newId: string;
  actions: Record<'reply' | 'resolve' | 'reopen' | 'assign', FormAction>;
  may: { reply: boolean; resolve: boolean; assign: boolean; mustAnswer: boolean };
  /** Whom it can be given to. */
  people: readonly { userId: string; name: string }[];
}) {
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const { codes } = await wordsOf(place.locale);
  const { id, path, resolved, assignee } = thread;
  const hidden = { threadId: id };
  if (resolved)
    return may.resolve ? (
      <RowAction
        action={actions.reopen}
        hidden={{ ...place, ...hidden }}
        submit={t('reopen')}
        label={t('of', { deed: t('reopen'), about })}
        codes={codes}
        look="quiet"
      />
    ) : null;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 [&>details[open]]:basis-full">
      {may.reply && (
        <Fold summary={t('reply')} label={t('of', { deed: t('reply'), about })}>
          <SaidForm
            place={place}
            id={`reply-${id}`}
            action={actions.reply}
            hidden={{ ...hidden, path, id: newId }}
            fields={[{ kind: 'area', name: 'body', label: t('replyLabel') }]}
            submit={t('replySubmit')}
          />
        </Fold>
      )}
      {may.resolve && (
        <Fold summary={t('resolve')} label={t('of', { deed: t('resolve'), about })}>
          <SaidForm
            place={place}
            id={`resolve-${id}`}
            action={actions.resolve}
            hidden={hidden}
            fields={
              may.mustAnswer
                ? [{ kind: 'area', name: 'response', label: t('responseLabel'), hint: t('responseHint') }]
                : []
            }
            submit={t('resolveSubmit')}
          />
        </Fold>
      )}
      {may.assign && people.length > 0 && (
        <Fold summary={t('assign')} label={t('of', { deed: t('assign'), about })}>
          <SaidForm
            place={place}
            id={`assign-${id}`}
            action={actions.assign}
            hidden={hidden}
            fields={[
              {
                kind: 'select',
                name: 'person',
                label: t('person'),
                value: assignee?.userId ?? '',
                options: [
                  { value: '', label: t('nobody') },
                  ...people.map(({ userId, name }) => ({ value: userId, label: name })),
                ],
              },
            ]}
            submit={t('assignSubmit')}
          />
        </Fold>
      )}
    </div>
  );
}

/** How a country answers a proposed wording: with one press, or with a reason. */
export async function WordingForms({
  place,
  wording,
  about,
  now,
  actions,
}: {
  place: SaidPlace;
  wording: SaidWording;
  about: string;
  /** What stands there now and would be lost, where it is to be replaced knowingly. */
  now?: { value: unknown; text: string };
  actions: Record<'accept' | 'decline', FormAction>;
}) {
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const { codes } = await wordsOf(place.locale);
  const { id, path } = wording;
  const isChoice = isChosen(path);
  const deed = t(now ? (isChoice ? 'acceptOverChoice' : 'acceptOver') : isChoice ? 'acceptChoice' : 'accept');
  const hidden = { ...place, wordingId: id, path };
  return (
    <div className="grid gap-2">
      {now && (
        <div className="grid gap-1 border-s-2 border-warm ps-4">
          <p className="font-medium text-warm">{t(isChoice ? 'movedChoice' : 'moved')}</p>
          <p dir="auto">{now.text || t('nothing')}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 [&>details[open]]:basis-full">
        <RowAction
          action={actions.accept}
          hidden={{ ...hidden, ...(now ? { over: JSON.stringify(now.value) } : {}) }}
          submit={deed}
          label={t('of', { deed, about })}
          codes={codes}
          look="main"
        />
        <Fold summary={t('decline')} label={t('of', { deed: t('decline'), about })}>
          <SaidForm
            place={place}
            id={`decline-${id}`}
            action={actions.decline}
            hidden={{ wordingId: id, path }}
            fields={[{ kind: 'area', name: 'reason', label: t('reasonLabel'), hint: t('reasonHint') }]}
            submit={t(isChoice ? 'declineChoice' : 'declineSubmit')}
          />
        </Fold>
      </div>
    </div>
  );
}
