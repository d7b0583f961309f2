import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import type { Locale } from '#i18n/routing';
import { fieldAt } from '#plan/fieldAt';
import { emptyAt } from '#plan/parts';
import { valueAt } from '#plan/places';
import type { Bilingual, Language } from '#plan/schema';
import { shown } from '#plan/shown';
import { offeredRemarks, remarkWords } from '#review/remarks';
import { weights } from '#review/sides';
import { withQuery } from '#review/threadFilter';
import { isChosen } from '#review/wording';
import { TextLink } from '#ui/Button';
import { placeWords } from '../plan/placeWords.ts';
import { proposedField } from './proposedField.ts';
import type { ReviewForm } from './ReviewForm.tsx';
import { SaidForm } from './SaidForms.tsx';
import type { SaidReader } from './SaidList.tsx';
import { PlaceName } from './ThreadView.tsx';

type FormAction = ComponentProps<typeof ReviewForm>['action'];

/** What can be said on a page, and of which place its form stands open. */
export type Saying = {
  /** The page without what is asked of it, and what of that stays. */
  page: string;
  query: Record<string, string>;
  /** The path that is commented on, and the one for which a wording is proposed; '' where none is. */
  comment: string;
  propose: string;
  comments: (path: string) => boolean;
  proposes: boolean;
  submissionId: string | null;
  /** Ids of what is said from here. */
  newId: string;
  /** Whom a comment may call on. */
  people: readonly { userId: string; name: string }[];
  /** Whom it can be given to, by who gives things out. */
  assignees: readonly { userId: string; name: string }[];
  /** An adviser’s own remarks, and the one that the comment begins with; null to who keeps none. */
  remarks: readonly { id: string; text: Bilingual }[] | null;
  remark: string;
  actions: { comment: FormAction; propose: FormAction };
};

/** The kinds of values for which a wording can be proposed: those that are typed. */
const typedKinds: readonly string[] = ['word', 'date', 'amount', 'number', 'year'];

/** Where a wording can be proposed for a place: each side of a text, or the value that is typed or chosen. */
export function wordingPaths(path: string, languages: readonly Language[]): string[] {
  const kind = fieldAt(path)?.field.meta.kind ?? '';
  if (kind === 'line' || kind === 'prose') return languages.map((language) => `${path}.${language}`);
  return typedKinds.includes(kind) || isChosen(path) ? [path] : [];
}

const languageOf = (path: string): Language => (path.endsWith('.ar') ? 'ar' : 'en');

/** The form that the address asks for: a comment, or a proposed wording. */
export async function SayForms({ saying, reader }: { saying: Saying; reader: SaidReader }) {
  const { words, place } = reader;
  const path = saying.comment || saying.propose;
  const field = path.replace(/\.(ar|en)$/, '');
  const at = (query: Record<string, string>) => `${withQuery(saying.page, { ...saying.query, ...query })}#say`;
  const wordings = saying.proposes ? wordingPaths(field, words.plan.languages) : [];
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  return (
    <section
      id="say"
      data-screen
      aria-labelledby="say-title"
      className="grid scroll-mt-4 gap-4 border-s-2 border-blue bg-blue-soft p-4"
    >
      <p id="say-title" className="font-medium">
        {saying.comment ? t('read.comment') : t(isChosen(path) ? 'read.proposeChoice' : 'read.propose')}:{' '}
        <PlaceName words={placeWords(path, words)} />
      </p>
      {saying.comment ? (
        <CommentForm saying={saying} reader={reader} />
      ) : (
        <ProposeForm saying={saying} reader={reader} />
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {wordings
          .filter((wording) => wording !== saying.propose)
          .map((wording) => (
            <TextLink key={wording} href={at({ propose: wording })} className="py-1">
              {wording === field
                ? t(isChosen(field) ? 'read.proposeChoice' : 'read.propose')
                : t('read.proposeIn', { language: words.messages.common.languages[languageOf(wording)] })}
            </TextLink>
          ))}
        {saying.propose && (
          <TextLink href={at({ comment: field })} className="py-1">
            {t('read.comment')}
          </TextLink>
        )}
        <TextLink href={`${withQuery(saying.page, saying.query)}#${field}`} className="py-1">
          {t('read.close')}
        </TextLink>
      </p>
    </section>
  );
}

async function CommentForm({ saying, reader: { place, side } }: { saying: Saying; reader: SaidReader }) {
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const { comment: path, submissionId, newId, people, assignees, remarks, remark } = saying;
  const kind = fieldAt(path)?.field.meta.kind;
  const chosen = remarks?.find(({ id }) => id === remark);
  const begun = chosen ? remarkWords(chosen) : '';
  return (
    <>
      {remarks && <OwnRemarks saying={saying} remarks={remarks} locale={place.locale} />}
      <SaidForm
        key={remark}
        place={place}
        id="comment"
        action={saying.actions.comment}
        hidden={{ id: newId, submissionId: submissionId ?? '', path }}
        fields={[
          { kind: 'area', name: 'body', label: t('read.body'), value: begun },
          ...(kind === 'line' || kind === 'prose' || kind === 'word'
            ? [{ kind: 'text' as const, name: 'quote', label: t('read.quote'), hint: t('read.quoteHint') }]
            : []),
          ...(side === 'adviser'
            ? [
                {
                  kind: 'radios' as const,
                  name: 'weight',
                  label: t('read.weight'),
                  value: 'consider',
                  options: weights.map((value) => ({
                    value,
                    label: t(`weights.${value}`),
                    hint: t(`read.weightHints.${value}`),
                  })),
                },
              ]
            : []),
          {
            kind: 'radios',
            name: 'share',
            label: t('read.share'),
            value: 'both',
            options: (['both', 'own'] as const).map((value) => ({ value, label: t(`read.shares.${value}`) })),
          },
          ...(assignees.length > 0
            ? [
                {
                  kind: 'select' as const,
                  name: 'assignee',
                  label: t('person'),
                  options: [
                    { value: '', label: t('nobody') },
                    ...assignees.map(({ userId, name }) => ({ value: userId, label: name })),
                  ],
                },
              ]
            : []),
        ]}
        submit={t('read.submit')}
      >
        {people.length > 0 && (
          <fieldset className="grid gap-1.5">
            <legend className="mb-1.5 font-medium">{t('read.mention')}</legend>
            {people.map(({ userId, name }) => (
              <label key={userId} className="flex min-h-9 items-center gap-2">
                <input type="checkbox" name={`mention.${userId}`} value="true" className="size-5" />
                <bdi>{name}</bdi>
              </label>
            ))}
          </fieldset>
        )}
      </SaidForm>
    </>
  );
}

const Beginning = ({ text, lang }: { text: string; lang: Language }) => (
  <span lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className="line-clamp-2">
    {text}
  </span>
);

/** The remarks that a comment can begin with: the latest here, all of them on their own page, which leads back. */
async function OwnRemarks({
  saying: { page, query, comment, remark },
  remarks,
  locale,
}: {
  saying: Saying;
  remarks: NonNullable<Saying['remarks']>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'round.read' });
  const here = { ...query, comment };
  const library = withQuery(`/${locale}/remarks`, { use: withQuery(page, here) });
  if (remarks.length === 0) return <TextLink href={`/${locale}/remarks`}>{t('remarksNone')}</TextLink>;
  return (
    <details>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('remarks')}</summary>
      <ul className="grid gap-2 py-2 ps-4">
        {offeredRemarks(remarks, remark).map(({ id, text }) => (
          <li key={id}>
            <TextLink
              href={`${withQuery(page, { ...here, remark: id })}#say`}
              aria-current={id === remark ? 'true' : undefined}
              className={id === remark ? 'font-medium' : ''}
            >
              <Beginning {...shown(text, locale)} />
            </TextLink>
          </li>
        ))}
        <li>
          <TextLink href={library} className="font-medium">
            {t('remarksAll', { count: remarks.length })}
          </TextLink>
        </li>
      </ul>
    </details>
  );
}

async function ProposeForm({ saying, reader: { place, words } }: { saying: Saying; reader: SaidReader }) {
  const t = await getTranslations({ locale: place.locale, namespace: 'round' });
  const { propose: path, submissionId, newId } = saying;
  const side = path.split('.').at(-1);
  const lang = side === 'ar' || side === 'en' ? side : undefined;
  const value = valueAt(words.plan, `plan.${path}`, 'plan') ?? emptyAt(path);
  const meta = fieldAt(path)?.field.meta;
  const chosen = meta ? proposedField(meta, value, t('read.choiceTo'), words) : null;
  return (
    <SaidForm
      place={place}
      id="wording"
      action={saying.actions.propose}
      hidden={{ id: newId, submissionId: submissionId ?? '', path }}
      fields={[
        chosen ?? {
          kind: 'area',
          name: 'to',
          label: t('read.wordingText'),
          rows: 8,
          value: typeof value === 'string' ? value : '',
          ...(lang ? { lang } : {}),
        },
        { kind: 'area', name: 'note', label: t('read.wordingNote') },
      ]}
      submit={t(chosen ? 'read.choiceSubmit' : 'read.wordingSubmit')}
    />
  );
}
