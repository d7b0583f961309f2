import { formatDate, formatNumber } from '#i18n/format';
import { textAt } from '#i18n/textAt';
import type { Field } from '#plan/fields';
import type { Bilingual, Language } from '#plan/schema';
import { sharedOptions } from './describe.ts';
import { flatOptions, type SharedOptions } from './form.ts';
import type { Open } from './open.ts';

type Context = Pick<Open, 'plan' | 'locale' | 'messages'>;

/** A value of a field as it reads, in a line; '' where nothing was given. Of a text, what stands in either language. */
export function valueWords(field: Field, value: unknown, context: Context): string {
  const { locale, messages } = context;
  if (value === null || value === undefined || value === '') return '';
  const comma = locale === 'ar' ? '، ' : ', ';
  const { meta } = field;
  switch (meta.kind) {
    case 'line':
    case 'prose': {
      if (typeof value === 'string') return value;
      const pair = value as Partial<Bilingual>;
      return [pair[locale], pair[locale === 'ar' ? 'en' : 'ar']].filter((text) => text?.trim()).join(' / ');
    }
    case 'date':
      return formatDate(String(value), locale, 'latin');
    case 'amount':
    case 'number':
      return formatNumber(String(value), locale, 'latin');
    case 'country':
      return named('countries', String(value), context);
    case 'languages': {
      // The one that leads, as the field is called; the other follows from it.
      const [leading] = value as Language[];
      return leading ? messages.common.languages[leading] : '';
    }
    case 'flag':
      return value ? messages.editor.form.yes : messages.editor.form.no;
    case 'choice':
      return textAt(messages.plan, `options.${meta.set}.${value}`) ?? String(value);
    case 'choices':
      return (value as string[])
        .map((each) => (meta.codes ? each : (textAt(messages.plan, `options.${meta.set}.${each}`) ?? each)))
        .join(comma);
    case 'reference':
    case 'references':
      return [value]
        .flat()
        .map((id) => named(meta.to, String(id), context))
        .join(locale === 'ar' ? '؛ ' : '; ');
    default:
      return typeof value === 'object' ? '' : String(value);
  }
}

function named(to: keyof SharedOptions, id: string, { plan, ...descriptions }: Context): string {
  const options = sharedOptions(plan, descriptions, [to])[to] ?? [];
  return flatOptions(options).find((option) => option.value === id)?.label ?? id;
}
