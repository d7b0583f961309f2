import { coverage } from './coverage.ts';
import { assess } from './criteria.ts';
import type { CatalogueTexts } from './criterion.ts';
import { type OutlineItem, type OutlineSection, outline } from './outline.ts';
import { openPairs } from './pairState.ts';
import { problems } from './problems.ts';
import type { Plan } from './schema.ts';
import { type Step, sectionsOf, stepOf, steps } from './steps.ts';

/**
 * How far a step is. `status` is the person's own word where it's 'done', and 'needsAttention' only while something in
 * the step would make the document wrong. `filled` of `of`: fields with something in them; in the choice of
 * recommendations those decided, in the check the criteria met or not applicable.
 */
export type StepStatus = {
  status: 'notStarted' | 'inProgress' | 'done' | 'needsAttention';
  filled: number;
  of: number;
  untranslated: number;
  wrong: number;
  missing: number;
};

/** The state of every step of a plan; `texts` as for `assess`. */
export function statusOf(plan: Plan, texts?: CatalogueTexts): Record<Step, StepStatus> {
  const sections = outline(plan);
  const counts = Object.fromEntries(
    steps.map((step) => [step, { ...filledIn(step, plan, sections, texts), untranslated: 0, wrong: 0, missing: 0 }]),
  ) as Record<Step, Omit<StepStatus, 'status'>>;
  for (const problem of problems(plan)) counts[stepOf(problem.path)][problem.severity] += 1;
  for (const { path } of openPairs(plan)) counts[stepOf(path)].untranslated += 1;
  return Object.fromEntries(
    steps.map((step) => [step, { ...counts[step], status: wordFor(step, counts[step], plan) }]),
  ) as Record<Step, StepStatus>;
}

/** Whether nobody has worked on a plan since it was begun: what was asked then stands in its first step. */
export const isNew = (status: Record<Step, StepStatus>): boolean =>
  steps.every((step) => step === 'about' || step === 'check' || status[step].status === 'notStarted');

/** The step to go on with: what has to be put right first, then what was begun, then what was not; null once all are done. */
export function nextStep(status: Record<Step, StepStatus>): Step | null {
  const first = (word: StepStatus['status']) => steps.find((step) => status[step].status === word);
  return first('needsAttention') ?? first('inProgress') ?? first('notStarted') ?? null;
}

function wordFor(step: Step, { wrong, filled }: Omit<StepStatus, 'status'>, plan: Plan): StepStatus['status'] {
  if (wrong > 0) return 'needsAttention';
  if (plan.progress.done.includes(step)) return 'done';
  return filled > 0 ? 'inProgress' : 'notStarted';
}

function filledIn(
  step: Step,
  plan: Plan,
  sections: OutlineSection[],
  texts?: CatalogueTexts,
): { filled: number; of: number } {
  if (step === 'choose') {
    const { total } = coverage(plan);
    return { filled: total.decided, of: total.of };
  }
  if (step === 'check') {
    const assessments = assess(plan, texts);
    const settled = assessments.filter(({ state }) => state === 'met' || state === 'notApplicable');
    return { filled: settled.length, of: assessments.length };
  }
  const items = sections
    .filter((section) => sectionsOf[step].includes(section.key))
    .flatMap((section) => section.items);
  return counted(items);
}

/** How many fields there are and how many are filled. A list without entries counts as one that isn't. */
function counted(items: OutlineItem[]): { filled: number; of: number } {
  const total = { filled: 0, of: 0 };
  const add = ({ filled, of }: { filled: number; of: number }) => {
    total.filled += filled;
    total.of += of;
  };
  for (const item of items) {
    if (item.kind === 'group') add(counted(item.items));
    else if (item.kind === 'list' || item.kind === 'keyed') {
      if (item.entries.length === 0) add({ filled: 0, of: 1 });
      for (const entry of item.entries) add(counted(entry.items));
    } else if (!given.has(item.kind)) add({ filled: item.empty ? 0 : 1, of: 1 });
  }
  return total;
}

/** What stands there from the beginning, and a “no”, tell nothing of how far a person has come. */
const given = new Set(['currency', 'languages', 'flag']);
