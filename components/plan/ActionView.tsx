import { getTranslations } from 'next-intl/server';
import { isInCatalogueWords, wordsToBegin } from '#plan/copiedWords';
import { assess } from '#plan/criteria';
import { inOrder } from '#plan/schema';
import { shown } from '#plan/shown';
import { Breadcrumb } from '#ui/Breadcrumb';
import { LinkButton, TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Written } from '#ui/Written';
import type { FocalPoint } from './AdaptView.tsx';
import { AssignForm } from './AssignForm.tsx';
import { BeginWords } from './BeginWords.tsx';
import { catalogueWords } from './catalogueWords.ts';
import { DeedButton } from './DeedButton.tsx';
import { fieldsWithin } from './describe.ts';
import { Fields } from './Fields.tsx';
import type { FormField } from './form.ts';
import { frameOf } from './frame.ts';
import { guidanceFrom } from './guidance.ts';
import type { Open } from './open.ts';
import { ownTerms } from './ownTerms.ts';
import { Part } from './Part.tsx';
import { PlanFrame } from './PlanFrame.tsx';
import { Reading } from './Reading.tsx';
import { ServedPanel } from './ServedPanel.tsx';
import { fieldProblems } from './sentences.ts';
import { TermsFold } from './TermsFold.tsx';

/** At which field a chapter of an action’s page begins; a field that is new to the schema falls into the one before it. */
const chapters = {
  what: '',
  who: 'level',
  when: 'start',
  cost: 'cost',
  indicators: 'indicators',
  care: 'risks',
} as const;

function inChapters(fields: readonly FormField[]) {
  const begun: { chapter: keyof typeof chapters; fields: FormField[] }[] = [{ chapter: 'what', fields: [] }];
  for (const field of fields) {
    const chapter = (Object.keys(chapters) as (keyof typeof chapters)[]).find((key) => chapters[key] === field.name);
    if (chapter) begun.push({ chapter, fields: [] });
    begun.at(-1)?.fields.push(field);
  }
  return begun;
}

type Deed = Parameters<typeof DeedButton>[0]['action'];

/** One action: all its fields, as a form that saves itself or as text; the ones before and after; taking it out. */
export async function ActionView({
  open,
  actionId,
  remove,
  assign,
  focalPoints,
}: {
  open: Open;
  actionId: string;
  remove: Deed;
  assign: Deed;
  focalPoints: readonly FocalPoint[];
}) {
  const { id: planId, plan, locale, messages, title, titleLang, revisions, may } = open;
  const t = await getTranslations({ locale });
  const home = `/${locale}/plans/${planId}`;
  const actions = inOrder(plan.actions);
  const at = actions.findIndex(({ id }) => id === actionId);
  const action = plan.actions[actionId];
  const part = `actions.${actionId}`;
  const edits = may('part.edit', part);
  const frame = {
    ...frameOf(open, ['agencies', 'objectives', 'recommendations', 'currencies']),
    addsAgencies: may('part.edit', 'agencies'),
  };
  const guidance = guidanceFrom(assess(plan), messages);
  const fields = fieldsWithin('actions', { locale, messages, guidance });
  const start = wordsToBegin(action?.recommendations ?? [], catalogueWords);
  const own = action && shown(action.title, locale);
  const [before, after] = [actions[at - 1], actions[at + 1]];
  const body = inChapters(fields).map(({ chapter, fields: within }) => (
    <section key={chapter} aria-labelledby={`chapter-${chapter}`} className="grid gap-6 border-t border-line pt-6">
      <h2 id={`chapter-${chapter}`} className="text-2xl">
        {t(`editor.action.chapters.${chapter}`)}
      </h2>
      {edits ? <Fields fields={within} path={part} /> : <Reading fields={within} values={action} frame={frame} />}
    </section>
  ));
  return (
    <>
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: home, text: title, lang: titleLang },
          { href: `${home}/adapt`, text: t('plan.steps.adapt.title') },
          { text: t('editor.action.number', { number: at + 1 }) },
        ]}
      />
      <PageHeading above={t('editor.action.numberOf', { number: at + 1, of: actions.length })}>
        <bdi lang={own?.lang}>
          <Written>{own?.text.trim() || t('editor.adapt.untitled')}</Written>
        </bdi>
      </PageHeading>
      <PlanFrame frame={frame} edits={edits}>
        <TermsFold own={ownTerms(plan)} />
        {action && <ServedPanel open={open} action={action} />}
        {edits ? (
          <Part
            start={{ part, content: action, revision: revisions[part] ?? 0 }}
            problems={[
              ...(await fieldProblems(open))(part),
              ...(action && isInCatalogueWords(action, catalogueWords)
                ? [{ path: `${part}.description`, severity: 'missing' as const, message: t('authoring.begin.rewrite') }]
                : []),
            ]}
          >
            {start.title.ar && <BeginWords part={part} start={start} words={messages.authoring.begin} />}
            {body}
          </Part>
        ) : (
          body
        )}
        <p className="flex flex-wrap gap-3 border-t border-line pt-6">
          {after && <LinkButton href={`${home}/adapt/${after.id}`}>{t('editor.action.after')}</LinkButton>}
          {before && (
            <LinkButton href={`${home}/adapt/${before.id}`} look="quiet">
              {t('editor.action.before')}
            </LinkButton>
          )}
          <LinkButton href={`${home}/adapt`} look="quiet">
            {t('editor.action.all')}
          </LinkButton>
        </p>
        {may('part.assign') && (
          <section aria-labelledby="assign" className="grid gap-2 border-t border-line pt-6">
            <h2 id="assign" className="text-xl">
              {t('authoring.assign.title')}
            </h2>
            {focalPoints.length ? (
              <AssignForm
                action={assign}
                values={{ locale, planId, actionId }}
                people={focalPoints.map(({ parts, ...person }) => ({ ...person, isGiven: parts.includes(part) }))}
                words={messages.authoring.assign}
              />
            ) : (
              <p className="text-muted">
                {t('authoring.assign.nobody')}{' '}
                <TextLink href={`/${locale}/people/${open.country.code}`}>{t('authoring.assign.people')}</TextLink>
              </p>
            )}
          </section>
        )}
        {may('part.edit', 'actions') && (
          <details>
            <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
              {t('editor.action.removing')}
            </summary>
            <div className="mt-2 grid justify-items-start gap-3 border-s-2 border-line ps-4">
              <p className="max-w-prose">{t('editor.action.removeText')}</p>
              <DeedButton
                action={remove}
                values={{ locale, planId, actionId }}
                failed={t('editor.adapt.failed')}
                look="danger"
              >
                {t('plan.actions.remove')}
              </DeedButton>
            </div>
          </details>
        )}
      </PlanFrame>
    </>
  );
}
