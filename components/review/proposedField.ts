import { textAt } from '#i18n/textAt';
import type { FieldMeta } from '#plan/fields';
import { sharedOptions } from '../plan/describe.ts';
import { flatOptions } from '../plan/form.ts';
import type { Wording } from '../plan/placeWords.ts';
import type { ReviewField } from './ReviewForm.tsx';

/** Above that, radios are a list to pull down. */
const RADIOS = 7;

/**
 * How another value is asked for where it is chosen from a list: with the field’s own list, in the interface’s words, and
 * what stands there chosen. Null of a field that is typed.
 */
export function proposedField(meta: FieldMeta, value: unknown, label: string, words: Wording): ReviewField | null {
  const { plan, messages } = words;
  const { yes, no, none } = messages.editor.form;
  const common = { name: 'to', label, value: typeof value === 'string' ? value : '' };
  const several = { name: 'to', label, values: Array.isArray(value) ? value.map(String) : [] };
  switch (meta.kind) {
    case 'choice':
    case 'choices': {
      const named = (option: string) => textAt(messages.plan, `options.${meta.set}.${option}`) ?? option;
      const options = meta.options.map((option) => ({ value: option, label: meta.codes ? option : named(option) }));
      if (meta.kind === 'choices') return { kind: 'boxes', ...several, options };
      return { kind: options.length > RADIOS ? 'select' : 'radios', ...common, options };
    }
    case 'flag':
      return {
        kind: 'radios',
        ...common,
        value: value === true ? 'true' : '',
        options: [
          { value: 'true', label: yes },
          { value: '', label: no },
        ],
      };
    case 'reference':
    case 'references': {
      const options = sharedOptions(plan, words, [meta.to])[meta.to] ?? [];
      if (meta.kind === 'references') return { kind: 'boxes', ...several, options: flatOptions(options) };
      return { kind: 'select', ...common, options: [{ value: '', label: none }, ...options] };
    }
    default:
      return null;
  }
}
