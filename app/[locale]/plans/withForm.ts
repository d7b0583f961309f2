import { type AfterForm, afterSaves, askedIn } from '#plan/afterForm';
import { valueAt } from '#plan/places';
import { ownSaves } from '#server/plainForms';
import type { OpenPlan } from './openPlan.ts';

/** An opened plan with what became of the form that led to the page, where it was sent without the page’s program. */
export async function withForm<O extends OpenPlan>(
  open: O,
  search: Record<string, string | string[] | undefined>,
): Promise<O & { after?: AfterForm }> {
  const asked = askedIn(search);
  if (!asked) return open;
  const saves = await ownSaves(open.actor, open.id, [...asked.saved, ...asked.open]);
  return { ...open, after: afterSaves(asked, saves, (path) => valueAt(open.plan, `plan.${path}`, 'plan') ?? null) };
}
