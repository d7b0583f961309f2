import { formatDate, formatDigits, formatNumber } from '#i18n/format';
import { fieldAt } from '#plan/fieldAt';
import type { Language } from '#plan/schema';
import type { Wording } from '../plan/placeWords.ts';
import { valueWords } from '../plan/valueWords.ts';

/**
 * A proposed wording as it reads: what stood there and what was proposed, '' where nothing did. `language`: of one side of
 * a text, which can be compared word by word; null of any other value.
 */
export type ShownWording = { language: Language | null; from: string; to: string };

/** How a proposed wording reads: a text as it is, a date, a choice or a reference in words. */
export function shownWording(
  path: string,
  { from, to }: { from: unknown; to: unknown },
  wording: Wording,
): ShownWording {
  const found = fieldAt(path);
  const side = path.split('.').at(-1);
  const kind = found?.field.meta.kind;
  const language = (kind === 'line' || kind === 'prose') && (side === 'ar' || side === 'en') ? side : null;
  const words = (value: unknown): string => {
    if (!found) return typeof value === 'string' ? value : '';
    return withDigits(kind, value, wording) ?? valueWords(found.field, value, wording);
  };
  return { language, from: words(from), to: words(to) };
}

/** Figures as the plan writes them on paper; undefined for what is no figure. */
function withDigits(
  kind: string | undefined,
  value: unknown,
  { locale, digits = 'latin' }: Wording,
): string | undefined {
  if (digits === 'latin' || value === null || value === undefined || value === '') return undefined;
  if (kind === 'date') return formatDate(String(value), locale, digits);
  if (kind === 'amount' || kind === 'number') return formatNumber(String(value), locale, digits);
  return kind === 'year' ? formatDigits(String(value), locale, digits) : undefined;
}
