import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { type CriterionId, criteria, criteriaSections } from '#catalogue/criteria';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import type { CriterionState } from '#plan/criteria';
import type { Bilingual } from '#plan/schema';
import { criterionAnswers } from '#review/letter';
import { TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { AnswerBoard, AnswerProgress, AnswerTag } from './AnswerBoard.tsx';
import { AnswerForm, type SavingWords } from './AnswerForm.tsx';
import type { AnswerValues } from './answerSaver.ts';
import type { ReviewForm } from './ReviewForm.tsx';

type Answer = { answer: CriterionState; note: Bilingual };
type Line = {
  id: CriterionId;
  rule: CriterionState;
  own: (Answer & { at: Date }) | null;
  others: (Answer & { name: string })[];
};

/** All criteria of a round, section by section, each with what the app finds and a form for one’s own answer. */
export async function WorksheetView({
  locale,
  messages,
  page,
  lines,
  kept,
  action,
  hidden,
  userId,
}: {
  locale: Locale;
  messages: Messages;
  /** The address of the round. */
  page: string;
  lines: readonly Line[];
  /** The criterion whose answer was just kept, or ''. */
  kept: string;
  action: ComponentProps<typeof ReviewForm>['action'];
  hidden: { submissionId: string } & Record<string, string>;
  /** Who answers. */
  userId: string;
}) {
  const t = await getTranslations({ locale, namespace: 'worksheet' });
  const { access } = messages;
  const { foreign, signedOut, notAllowed, notFound, invalid } = access.codes;
  const codes = { foreign, signedOut, notAllowed, notFound, invalid, ...messages.worksheet.codes };
  const words = { submit: t('submit'), summary: access.form.summary, codes };
  const { there, nothing, keepMine, takeTheirs } = messages.worksheet.saving;
  const { saved, saving: underWay } = messages.common.save;
  const saving: SavingWords = { ...messages.worksheet.saving, saved, saving: underWay, answers: messages.check.states };
  const sectionOf = new Map(criteria.map(({ id, section }) => [id, section]));
  return (
    <AnswerBoard answers={Object.fromEntries(lines.map(({ id, own }) => [id, own?.answer ?? 'unanswered']))}>
      <div className="max-w-md">
        <AnswerProgress
          label={t('answer')}
          words={Array.from({ length: lines.length + 1 }, (_, done) => t('progress', { done, all: lines.length }))}
        />
      </div>
      <p>
        <TextLink href={`${page}/decision`}>{t('decision')}</TextLink>
      </p>
      {criteriaSections.map((section) => (
        <section key={section} aria-labelledby={`section-${section}`} className="grid gap-0">
          <h2 id={`section-${section}`} className="pb-3 text-xl">
            {messages.catalogue.criteriaSections[section]}
          </h2>
          {lines
            .filter(({ id }) => sectionOf.get(id) === section)
            .map(({ id, rule, own, others }) => (
              <article
                key={id}
                id={id}
                aria-labelledby={`name-${id}`}
                className={`grid scroll-mt-4 gap-2 border-t border-line py-4 ${printed}`}
              >
                {kept === id && <Notice tone="good" title={t('saved')} live />}
                <h3 id={`name-${id}`} className="max-w-prose text-base font-medium">
                  {messages.catalogue.criteria[id].criterion}
                </h3>
                <p className="max-w-prose text-sm text-muted">{messages.catalogue.criteria[id].check}</p>
                <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
                  <div className="flex gap-2">
                    <dt className="text-muted">{t('app')}</dt>
                    <dd>{messages.check.states[rule]}</dd>
                  </div>
                  <div className="flex gap-2">
                    <dt className="text-muted">{t('answer')}</dt>
                    <dd>
                      <AnswerTag criterion={id} states={messages.check.states} />
                    </dd>
                  </div>
                </dl>
                {others.map(({ name, answer }) => (
                  <p key={name} className="text-sm text-muted">
                    <bdi>{name}</bdi>: {messages.check.states[answer]}
                  </p>
                ))}
                <AnswerForm
                  id={`answer-${id}`}
                  fold={
                    <>
                      <span aria-hidden="true">{t('fold')}</span>
                      <span className="sr-only">{`${t('fold')}: ${messages.catalogue.criteria[id].criterion}`}</span>
                    </>
                  }
                  action={action}
                  autoComplete="off"
                  place={{ round: hidden.submissionId, criterion: id, userId }}
                  kept={valuesOf(own)}
                  seen={own?.at.toISOString() ?? ''}
                  saving={saving}
                  hidden={{ ...hidden, criterion: id, seen: own?.at.toISOString() ?? '' }}
                  fields={[
                    {
                      kind: 'radios',
                      name: 'answer',
                      label: t('answer'),
                      value: own?.answer ?? 'unanswered',
                      options: criterionAnswers.map((value) => ({ value, label: messages.check.states[value] })),
                    },
                    {
                      kind: 'pair',
                      name: 'notes',
                      label: t('notes'),
                      fields: [
                        { kind: 'area', name: 'noteAr', label: t('noteAr'), lang: 'ar', value: own?.note.ar ?? '' },
                        { kind: 'area', name: 'noteEn', label: t('noteEn'), lang: 'en', value: own?.note.en ?? '' },
                      ],
                    },
                  ]}
                  words={{
                    ...words,
                    // An address that isn't this page's own, so that it is loaded anew.
                    now: {
                      there,
                      nothing,
                      keepMine,
                      takeTheirs: { text: takeTheirs, href: `${page}/criteria?stands=${id}#${id}` },
                    },
                  }}
                />
              </article>
            ))}
        </section>
      ))}
    </AnswerBoard>
  );
}

/** On paper of the form only its notes, where there are any: the answer stands above it. */
const printed =
  'print:[&_details:not(:has(textarea:not(:placeholder-shown)))]:hidden print:[&_summary]:hidden print:[&_fieldset:has(input)]:hidden';

const valuesOf = (own: Answer | null): AnswerValues => ({
  answer: own?.answer ?? 'unanswered',
  noteAr: own?.note.ar ?? '',
  noteEn: own?.note.en ?? '',
});
