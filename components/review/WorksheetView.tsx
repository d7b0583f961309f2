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
import { Progress } from '#ui/Progress';
import { Tag } from '#ui/Tag';
import { ReviewForm } from './ReviewForm.tsx';

type Answer = { answer: CriterionState; note: Bilingual };
type Line = { id: CriterionId; rule: CriterionState; own: Answer | null; others: (Answer & { name: string })[] };

/** All criteria of a round, section by section, each with what the app finds and a form for one’s own answer. */
export async function WorksheetView({
  locale,
  messages,
  page,
  lines,
  kept,
  action,
  hidden,
}: {
  locale: Locale;
  messages: Messages;
  /** The address of the round. */
  page: string;
  lines: readonly Line[];
  /** The criterion whose answer was just kept, or ''. */
  kept: string;
  action: ComponentProps<typeof ReviewForm>['action'];
  hidden: Record<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: 'worksheet' });
  const done = lines.filter(({ own }) => own && own.answer !== 'unanswered').length;
  const { access } = messages;
  const { foreign, signedOut, notAllowed, notFound, invalid } = access.codes;
  const codes = { foreign, signedOut, notAllowed, notFound, invalid, ...messages.worksheet.codes };
  const words = { submit: t('submit'), summary: access.form.summary, codes };
  const sectionOf = new Map(criteria.map(({ id, section }) => [id, section]));
  return (
    <>
      <div className="max-w-md">
        <Progress value={done} of={lines.length} label={t('answer')}>
          {t('progress', { done, all: lines.length })}
        </Progress>
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
                className="grid scroll-mt-4 gap-2 border-t border-line py-4"
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
                      <Tag
                        tone={own?.answer === 'met' ? 'good' : own && own.answer !== 'unanswered' ? 'blue' : 'plain'}
                      >
                        {messages.check.states[own?.answer ?? 'unanswered']}
                      </Tag>
                    </dd>
                  </div>
                </dl>
                {others.map(({ name, answer }) => (
                  <p key={name} className="text-sm text-muted">
                    <bdi>{name}</bdi>: {messages.check.states[answer]}
                  </p>
                ))}
                <details>
                  <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
                    <span aria-hidden="true">{t('fold')}</span>
                    <span className="sr-only">{`${t('fold')}: ${messages.catalogue.criteria[id].criterion}`}</span>
                  </summary>
                  <div className="border-s-2 border-line py-2 ps-4">
                    <ReviewForm
                      id={`answer-${id}`}
                      action={action}
                      hidden={{ ...hidden, criterion: id }}
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
                      words={words}
                    />
                  </div>
                </details>
              </article>
            ))}
        </section>
      ))}
    </>
  );
}
