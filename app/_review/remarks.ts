import { search } from '#catalogue/search';
import type { Bilingual } from '#plan/schema';
import { withQuery } from './threadFilter.ts';

/** How many remarks a page of one’s own holds, and how many are offered while a comment is written. */
const REMARK_PAGE = 25;
const REMARKS_OFFERED = 10;

type Kept = { id: string; text: Bilingual };

/** The remarks in which each word that is looked for begins a word, in either language; all of them, in their order, for ''. */
export function findRemarks<R extends Kept>(remarks: readonly R[], query: string): R[] {
  const entries = remarks.map((remark) => ({
    remark,
    paragraph: '',
    titles: [remark.text.ar, remark.text.en],
    keywords: [],
    summaries: [],
  }));
  return search(query, entries).map(({ remark }) => remark);
}

/** One page of a list, counted from 1: the nearest there is to the one that is asked for. */
export function remarkPage<R>(all: readonly R[], asked: number): { shown: R[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / REMARK_PAGE));
  const page = Math.min(Math.max(Math.trunc(asked) || 1, 1), pages);
  return { shown: all.slice((page - 1) * REMARK_PAGE, page * REMARK_PAGE), page, pages };
}

/** Those that a comment’s form offers itself: the latest, and the one that it was begun with. */
export function offeredRemarks<R extends Kept>(remarks: readonly R[], chosen: string): R[] {
  const offered = remarks.slice(0, REMARKS_OFFERED);
  const begun = remarks.find(({ id }) => id === chosen);
  return begun && !offered.includes(begun) ? [begun, ...offered] : offered;
}

/** A remark as a comment begins with it: what there is of it, the leading language first. */
export const remarkWords = ({ text }: Pick<Kept, 'text'>): string =>
  [text.ar, text.en].filter((side) => side.trim()).join('\n');

const HERE = 'http://here';
const COMMENTED = /^\/(ar|en)\/plans\/[0-9a-f-]{36}\/review\/(rounds\/[0-9a-f-]{36}|draft)$/;

/**
 * The address of a page on which a comment is being written, read from what an address or a form claims it to be; '' where
 * it is none, so that nobody is led anywhere else.
 */
export function commentPage(claimed: string): string {
  if (!claimed.startsWith('/') || claimed.length > 1000 || !URL.canParse(claimed, HERE)) return '';
  const { origin, pathname, searchParams } = new URL(claimed, HERE);
  if (origin !== HERE || !COMMENTED.test(pathname) || !searchParams.get('comment')) return '';
  searchParams.delete('remark');
  return `${pathname}?${searchParams}`;
}

/** That page with the comment begun from a remark. */
export function withRemark(page: string, remark: string): string {
  const { pathname, searchParams } = new URL(page, HERE);
  return `${withQuery(pathname, { ...Object.fromEntries(searchParams), remark })}#say`;
}
