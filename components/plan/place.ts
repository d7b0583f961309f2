import { paragraphIn } from '#catalogue/paragraph';
import { recommendationById } from '#catalogue/recommendations';
import type { Locale } from '#i18n/routing';
import { textAt } from '#i18n/textAt';
import { ID } from '#plan/fields';
import { inOrder } from '#plan/schema';
import { stepOf } from '#plan/steps';
import type { Open } from './open.ts';

type Values = Record<string, unknown>;

/** The page of the field at a path, with the field in its address. */
export function hrefOf(path: string, { locale, id }: Pick<Open, 'locale' | 'id'>): string {
  const [section, item] = path.split('.');
  const page =
    section === 'actions' && item && ID.test(item)
      ? `adapt/${item}`
      : section === 'decisions' && item && recommendationById(item)
        ? `choose/${item}`
        : stepOf(path);
  return `/${locale}/plans/${id}/${page}#${path}`;
}

/** Where a field is, in words: “Action 3 · Indicator 2 · Baseline”. */
export function placeOf(path: string, { plan, locale, messages }: Pick<Open, 'plan' | 'locale' | 'messages'>): string {
  const words: string[] = [];
  let labelPath = '';
  let value: unknown = plan;
  for (const key of path.split('.')) {
    const holder = value as Values | undefined;
    value = holder?.[key];
    if (ID.test(key)) {
      const number = inOrder((holder ?? {}) as Record<string, { order: number }>).findIndex(({ id }) => id === key) + 1;
      // The item stands for its list, whose name was the last word.
      words.pop();
      words.push(`${textAt(messages.plan, `${labelPath}.item`) ?? ''} ${number || ''}`.trim());
      continue;
    }
    if (key === 'ar' || key === 'en') {
      words.push(messages.common.languages[key]);
      continue;
    }
    const entry =
      labelPath === 'decisions' || labelPath.endsWith('drivers') ? entryName(key, locale, messages) : undefined;
    if (entry) {
      words.push(entry);
      continue;
    }
    labelPath = labelPath ? `${labelPath}.${key}` : key;
    const label = textAt(messages.plan, `${labelPath}.label`);
    if (label) words.push(label);
  }
  return words.join(' · ');
}

function entryName(key: string, locale: Locale, messages: Open['messages']): string | undefined {
  const recommendation = recommendationById(key);
  if (recommendation) return paragraphIn(locale, recommendation.paragraph);
  return textAt(messages.catalogue.drivers, `${key}.title`);
}
