import worldCountries from 'world-countries';
import { drivers } from '#catalogue/drivers';
import { paragraphIn } from '#catalogue/paragraph';
import { areas, recommendationsIn } from '#catalogue/recommendations';
import { currencyName } from '#i18n/format';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { textAt } from '#i18n/textAt';
import { countryName } from '#people/countryNames';
import type { Field } from '#plan/fields';
import { inOrder, type Plan, planFields } from '#plan/schema';
import { goalOf } from '#plan/sdg';
import { shown } from '#plan/shown';
import type { Section } from '#plan/steps';
import type { FormField, Guidance, Option, OptionGroup, SharedOptions } from './form.ts';

/** The currencies that countries use today, by their ISO 4217 codes. */
const currencies = new Set(worldCountries.flatMap((country) => Object.keys(country.currencies)).sort());

type Texts = { [key: string]: string | Texts | undefined };

/** What a description is made from: the messages of the interface, and the guidance known for a field by its path. */
export type Descriptions = { locale: Locale; messages: Messages; guidance?: ReadonlyMap<string, Guidance> };

/** A section of the plan as a form shows it; its labels stand in the messages under its name. */
export function describeSection(section: Section, descriptions: Descriptions): FormField {
  const field = planFields.find((candidate) => candidate.name === section);
  const described = field && describeField(field, '', descriptions);
  if (!described) throw new Error(`The plan has no section “${section}”`);
  return described;
}

/** The fields within a section: those of a group, of an item, or of an entry. */
export function fieldsWithin(section: Section, descriptions: Descriptions): FormField[] {
  const described = describeSection(section, descriptions);
  return 'fields' in described ? described.fields : [];
}

/** The given fields, whose labels stand in the messages under `path`. */
function describeFields(fields: readonly Field[], path: string, descriptions: Descriptions): FormField[] {
  return fields.flatMap((field) => describeField(field, path, descriptions) ?? []);
}

function describeField(field: Field, parent: string, descriptions: Descriptions): FormField | null {
  const { name, meta } = field;
  const path = parent ? `${parent}.${name}` : name;
  const texts = descriptions.messages.plan as unknown as Texts;
  const text = (key: string) => textAt(texts, `${path}.${key}`);
  const common = {
    name,
    // A field that was only added to the schema appears at once, under its name, until its label is written.
    label: text('label') ?? name,
    hint: text('hint'),
    guidance: descriptions.guidance?.get(path),
  };
  switch (meta.kind) {
    case 'order':
      return null;
    case 'choice':
      return { ...common, kind: 'choice', options: optionsOf(texts, meta.set, meta.options) };
    case 'choices':
      return {
        ...common,
        kind: 'choices',
        options: meta.codes
          ? byGoal(meta.options, descriptions.messages.editor.goal)
          : optionsOf(texts, meta.set, meta.options),
      };
    case 'reference':
    case 'references':
      return { ...common, kind: meta.kind, to: meta.to };
    case 'group':
      return { ...common, kind: 'group', fields: describeFields(field.fields, path, descriptions) };
    case 'list':
      return {
        ...common,
        kind: 'list',
        title: meta.title,
        fields: describeFields(field.fields, path, descriptions),
        item: text('item') ?? common.label,
        add: text('add') ?? '+',
        remove: text('remove') ?? '−',
      };
    case 'keyed':
      return {
        ...common,
        kind: 'keyed',
        fields: describeFields(field.fields, path, descriptions),
        entries: meta.by === 'drivers' ? driverEntries(descriptions.messages) : [],
      };
    default:
      return { ...common, kind: meta.kind, fixed: path === 'about.country' || undefined };
  }
}

function optionsOf(texts: Texts, set: string, options: readonly string[]): Option[] {
  return options.map((value) => ({ value, label: textAt(texts, `options.${set}.${value}`) ?? value }));
}

/** Targets such as “16.3”, in groups by their goal; the pattern has a place for the goal’s number. */
function byGoal(targets: readonly string[], pattern: string): OptionGroup[] {
  const goals = [...new Set(targets.map(goalOf))];
  return goals.map((goal) => ({
    label: pattern.replace('{goal}', String(goal)),
    options: targets.filter((target) => goalOf(target) === goal).map((value) => ({ value, label: value })),
  }));
}

const driverEntries = (messages: Messages) =>
  drivers.map(({ id }) => ({
    key: id,
    label: messages.catalogue.drivers[id].title,
    note: messages.catalogue.drivers[id].summary,
  }));

/** What the references of a plan can point to, in the words of the interface. Only what `of` names is made. */
export function sharedOptions(
  plan: Plan,
  { locale, messages }: Descriptions,
  of: readonly (keyof SharedOptions)[],
): SharedOptions {
  const unnamed = (number: number, word: string) => `${word} ${number}`;
  const made: { [K in keyof SharedOptions]-?: () => (Option | OptionGroup)[] } = {
    agencies: () =>
      inOrder(plan.agencies).map(({ id, name, acronym }, index) => {
        const title = shown(name, locale).text || unnamed(index + 1, messages.plan.agencies.item);
        return { value: id, label: acronym ? `${title} (${acronym})` : title };
      }),
    objectives: () =>
      inOrder(plan.direction.objectives).map(({ id, title }, index) => ({
        value: id,
        label: `${index + 1}. ${shown(title, locale).text || messages.plan.direction.objectives.item}`,
      })),
    drivers: () => drivers.map(({ id }) => ({ value: id, label: messages.catalogue.drivers[id].title })),
    recommendations: () =>
      areas.map((area) => ({
        label: messages.catalogue.areas[area],
        options: recommendationsIn(area).map(({ id, paragraph }) => ({
          value: id,
          label: `${paragraphIn(locale, paragraph)} ${messages.catalogue.recommendations[id].title}`,
        })),
      })),
    currencies: () =>
      [...currencies].map((code) => ({ value: code, label: `${code} – ${currencyName(code, locale)}` })),
    countries: () => {
      const { country, countryName: own } = plan.about;
      return [{ value: country, label: countryName(country)?.[locale] ?? shown(own, locale).text }];
    },
  };
  return Object.fromEntries(of.map((name) => [name, made[name]()]));
}
