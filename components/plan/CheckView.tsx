import { getTranslations } from 'next-intl/server';
import { criteria, criteriaSections } from '#catalogue/criteria';
import { type Assessment, assess, type CriterionState } from '#plan/criteria';
import { TextLink } from '#ui/Button';
import { Progress } from '#ui/Progress';
import { Tag, type Tone } from '#ui/Tag';
import { catalogueWords } from './catalogueWords.ts';
import { fieldsWithin } from './describe.ts';
import { Fields } from './Fields.tsx';
import type { FormField } from './form.ts';
import { frameOf } from './frame.ts';
import { GlanceCharts } from './GlanceCharts.tsx';
import { type Earlier, HeadwayView } from './HeadwayView.tsx';
import type { Open } from './open.ts';
import { Part } from './Part.tsx';
import { ProblemList } from './ProblemList.tsx';
import { hrefOf, placeOf } from './place.ts';
import { Reading } from './Reading.tsx';
import { checkSentences } from './sentences.ts';

const tones: Record<CriterionState, Tone> = {
  met: 'good',
  partly: 'warm',
  notMet: 'warm',
  notApplicable: 'plain',
  unanswered: 'plain',
};

/** The criteria of a good plan, answered from the plan itself, and what would make it wrong or is missing. */
export async function CheckView({ open, earlier }: { open: Open; earlier: Earlier | null }) {
  const { plan, locale, messages, may, revisions } = open;
  const t = await getTranslations({ locale, namespace: 'editor.check' });
  const assessments = assess(plan, catalogueWords);
  const settled = assessments.filter(({ state }) => state === 'met' || state === 'notApplicable').length;
  const fields = fieldsWithin('criteria', { locale, messages });
  const edits = may('part.edit', 'criteria');
  const list = (
    <div className="grid gap-8">
      {criteriaSections.map((section) => (
        <section key={section} aria-labelledby={`criteria-${section}`} className="grid gap-2">
          <h2 id={`criteria-${section}`} className="text-xl">
            {messages.catalogue.criteriaSections[section]}
          </h2>
          <ul className="border-b border-line">
            {criteria
              .filter((criterion) => criterion.section === section)
              .map(({ id, level }) => {
                const assessment = assessments.find((each) => each.id === id);
                return (
                  assessment && (
                    <li key={id} id={`criteria.${id}`} tabIndex={-1} className="border-t border-line py-4">
                      <Criterion assessment={assessment} level={level} open={open} fields={fields} edits={edits} />
                    </li>
                  )
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
  return (
    <>
      <ProblemList open={open} />
      <div className="max-w-xl">
        <Progress value={settled} of={assessments.length} label={t('progress')}>
          {t('settled', { settled, of: assessments.length })}
        </Progress>
      </div>
      {earlier && <HeadwayView open={open} earlier={earlier} />}
      {edits ? (
        <Part start={{ part: 'criteria', content: plan.criteria, revision: revisions.criteria ?? 0 }}>{list}</Part>
      ) : (
        list
      )}
      {may('plan.read') && <GlanceCharts open={open} />}
    </>
  );
}

async function Criterion({
  assessment: { id, state, byRule, path, reasons },
  level,
  open,
  fields,
  edits,
}: {
  assessment: Assessment;
  level: 'essential' | 'recommended';
  open: Open;
  fields: readonly FormField[];
  edits: boolean;
}) {
  const { locale, messages, plan, after } = open;
  const t = await getTranslations({ locale, namespace: 'editor.check' });
  const say = await checkSentences(locale);
  const { criterion, check, reference } = messages.catalogue.criteria[id];
  const answer = plan.criteria[id]?.answer ?? 'unanswered';
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap-reverse items-baseline gap-x-4 gap-y-1">
        <h3 className="min-w-[min(16rem,100%)] flex-1 text-base">{criterion}</h3>
        <p className="flex gap-2">
          <Tag tone={tones[state]}>{say.state(state)}</Tag>
        </p>
      </div>
      <p className="max-w-prose text-sm text-muted">
        {messages.catalogue.criteriaLevels[level]} · {reference} ·{' '}
        {messages.check.answeredBy[byRule ? 'rule' : 'person']}
      </p>
      {reasons.length > 0 && (
        <ul className="grid max-w-prose list-disc gap-1 ps-5">
          {reasons.map((reason) => (
            <li key={`${reason.code}${JSON.stringify(reason.values)}`}>{say.reason(reason)}</li>
          ))}
        </ul>
      )}
      {state !== 'met' && path !== 'criteria' && (
        <p>
          <TextLink href={hrefOf(path, open)}>{t('goTo', { place: placeOf(path, open) })}</TextLink>
        </p>
      )}
      <details open={answer !== 'unanswered' || after?.at.startsWith(`criteria.${id}.`)}>
        <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
          {t('own')}
          <span className="sr-only">: {criterion}</span>
        </summary>
        <div className="mt-2 grid gap-4 border-s-2 border-line ps-4">
          <p className="max-w-prose text-sm text-muted">{check}</p>
          {edits ? (
            <Fields fields={fields} path={`criteria.${id}`} />
          ) : (
            <Reading fields={fields} values={plan.criteria[id]} frame={frameOf(open, [])} />
          )}
        </div>
      </details>
    </div>
  );
}
