/** Where what a notice tells of can be read; without a plan, at the desk. */
export function noticeAddress({ planId, thing }: { planId: string | null; thing: string }, locale: string): string {
  if (!planId) return `/${locale}/desk`;
  const home = `/${locale}/plans/${planId}/review`;
  const [kind, id] = thing.split(' ');
  if (kind === 'thread') return `${home}/comments?thread=${id}`;
  if (kind === 'suggestion') return `${home}/comments?wording=${id}`;
  return kind === 'submission' ? `${home}/rounds/${id}` : home;
}
