import fc from 'fast-check';
import { criteria } from '#catalogue/criteria';
import { drivers } from '#catalogue/drivers';
import { recommendations } from '#catalogue/recommendations';
import type { Field, FieldMeta } from './fields.ts';
import { PLAN_VERSION, type Plan, planFields, planSchema } from './schema.ts';

const idsOf = {
  drivers: drivers.map(({ id }) => id),
  recommendations: recommendations.map(({ id }) => id),
  criteria: criteria.map(({ id }) => id),
};

const uuid = () => fc.uuid({ version: 7 });
const catalogueId = (of: keyof typeof idsOf) =>
  fc.oneof(fc.constantFrom(...idsOf[of]), fc.stringMatching(/^[a-z0-9-]{1,8}$/));

/** What people type and paste: Arabic with marks, other scripts, direction controls, emoji, line breaks, markup. */
const text = () =>
  fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      ' ',
      'مُنَظَّمة UNDP (A/70/674)',
      '\u202eabc',
      'a\r\nb',
      '<b>{{7*7}}</b>',
      '__proto__',
      '👩‍👩‍👧',
      'ـــ',
      '=1+1',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => value.isWellFormed() && !value.includes('\u0000')),
  );

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^\\d{${min},${max}}$`));

/** A decimal as it may be stored, leading and trailing zeros included. */
const decimal = (places: number) =>
  fc
    .tuple(digits(1, 15), fc.option(digits(1, places)))
    .map(([whole, part]) => (part === null ? whole : `${whole}.${part}`));

function valuesOf(field: Field): fc.Arbitrary<unknown> {
  const meta: FieldMeta = field.meta;
  switch (meta.kind) {
    case 'line':
    case 'prose':
      return fc.record({ ar: text(), en: text() });
    case 'word':
      return text();
    case 'date':
      return fc.oneof(
        fc.constant(''),
        fc.constantFrom('2027-02-30', '2028-02-29', '0000-01-01', '2031-12-31'),
        fc
          .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
          .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-')),
      );
    case 'year':
      return fc.option(fc.integer({ min: 1900, max: 2200 }));
    case 'amount':
      return fc.oneof(fc.constant(''), decimal(2));
    case 'number':
      return fc.oneof(
        fc.constant(''),
        decimal(6),
        decimal(6).map((value) => `-${value}`),
      );
    case 'currency':
      return fc.constantFrom('USD', 'IQD', 'EUR', '');
    case 'country':
      return fc.constantFrom('XA', 'IQ', '');
    case 'flag':
      return fc.boolean();
    case 'order':
      return fc.oneof(
        fc.integer({ min: -5, max: 50 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
      );
    case 'languages':
      return fc.constantFrom(['ar', 'en'], ['en', 'ar']);
    case 'choice':
      return fc.constantFrom(...meta.options);
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...meta.options), { maxLength: 4 });
    case 'reference':
    case 'references': {
      const { to } = meta;
      const id =
        to === 'agencies' || to === 'objectives' ? uuid() : fc.oneof(catalogueId(to), fc.constant('constructor'));
      return meta.kind === 'reference' ? fc.option(id) : fc.array(id, { maxLength: 4 });
    }
    case 'group':
      return fieldsOf(field.fields);
    case 'list':
      return fc.dictionary(uuid(), fieldsOf(field.fields), { maxKeys: 3, noNullPrototype: true });
    case 'keyed':
      return fc.dictionary(catalogueId(meta.by), fieldsOf(field.fields), { maxKeys: 3, noNullPrototype: true });
    default:
      return meta satisfies never;
  }
}

const fieldsOf = (fields: Field[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOf(field)])));

/** Any plan that can be stored, however odd; made from the schema's own fields, so a new field is in it at once. */
export const anyPlan = (): fc.Arbitrary<Plan> =>
  fieldsOf(planFields).map((fields) => planSchema.parse({ version: PLAN_VERSION, ...fields }));
