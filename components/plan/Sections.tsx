import { assess } from '#plan/criteria';
import { emptyAt } from '#plan/parts';
import { type Section, stepOf } from '#plan/steps';
import { describeSection } from './describe.ts';
import { Fields } from './Fields.tsx';
import type { SharedOptions } from './form.ts';
import { frameOf } from './frame.ts';
import { guidanceFrom } from './guidance.ts';
import type { Open } from './open.ts';
import { Part } from './Part.tsx';
import { Reading } from './Reading.tsx';
import { fieldProblems } from './sentences.ts';

/** Sections of the plan, each a part: as a form that saves itself, or as text for who may only read. */
export async function Sections({
  open,
  sections,
  uses,
}: {
  open: Open;
  sections: readonly Section[];
  uses: readonly (keyof SharedOptions)[];
}) {
  const { plan, revisions, locale, messages, may } = open;
  const frame = frameOf(open, uses);
  const descriptions = { locale, messages, guidance: guidanceFrom(assess(plan), messages) };
  const problemsAt = await fieldProblems(open);
  // Where one alone stands on a page, or bears the page’s own name, the page’s heading says it.
  const isNamed = (section: Section) =>
    sections.length > 1 && messages.plan.sections[section] !== messages.plan.steps[stepOf(section)].title;
  return Promise.all(
    sections.map(async (section) => {
      const field = describeSection(section, descriptions);
      const group = field.kind === 'group';
      const fields = group ? field.fields : [field];
      const content = plan[section] ?? emptyAt(section);
      return (
        <section key={section} aria-labelledby={group ? `${section}-heading` : undefined} className="grid gap-6">
          {group && (
            <h2 id={`${section}-heading`} className={isNamed(section) ? 'text-2xl' : 'sr-only'}>
              {messages.plan.sections[section]}
            </h2>
          )}
          {may('part.edit', section) ? (
            <Part start={{ part: section, content, revision: revisions[section] ?? 0 }} problems={problemsAt(section)}>
              <Fields fields={fields} path={group ? section : ''} />
            </Part>
          ) : (
            <Reading fields={fields} values={group ? content : plan} frame={frame} />
          )}
        </section>
      );
    }),
  );
}
