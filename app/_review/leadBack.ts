type Place = { locale: string; planId: string; back: string };

const HERE = 'http://here';

/**
 * The address that a deed leads back to: the page on which it was done, opened at what it was done to, without the form
 * that it was done with. Whatever the form claims, it is a page of this plan’s review.
 */
export function leadBack(
  { locale, planId, back }: Place,
  done: string,
  at: { thread: string } | { wording: string },
): string {
  const home = `/${locale}/plans/${planId}/review`;
  const asked = new URL(back.startsWith('/') && URL.canParse(back, HERE) ? back : '/', HERE);
  const isOurs = asked.origin === HERE && asked.pathname.startsWith(`${home}/`);
  const { pathname, searchParams: search } = isOurs ? asked : new URL(`${home}/comments`, HERE);
  for (const form of ['comment', 'propose', 'remark', 'thread', 'wording', 'done']) search.delete(form);
  const [[kind, id] = ['', '']] = Object.entries(at);
  search.set(kind, id);
  search.set('done', done);
  return `${pathname}?${search}#${kind}-${id}`;
}
