'use client';

import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { readAmount, readNumber, readYear } from '#plan/typed';
import { Picker } from '#ui/Select';
import { Input } from '#ui/TextInput';
import { AgencyFold } from './AgencyFold.tsx';
import { FieldFrame, useDescribed } from './FieldFrame.tsx';
import { Fields } from './Fields.tsx';
import { FigureInput } from './FigureInput.tsx';
import { type FormField, flatOptions, type Option, type OptionGroup } from './form.ts';
import { Keyed } from './Keyed.tsx';
import { LaterFold } from './LaterFold.tsx';
import { List } from './List.tsx';
import { Flag, LeadingLanguage, Many } from './Many.tsx';
import { useFrame } from './PlanFrame.tsx';
import { TextPair } from './TextPair.tsx';
import { useField } from './useField.ts';

type Options = readonly (Option | OptionGroup)[];

// The one list for which the app has examples to begin from.
const indicators = /^actions\.[^.]+\.indicators$/;

/** The control of a field, by its kind: a new kind doesn’t compile until it has one here. */
export function Control({ field, path }: { field: FormField; path: string }) {
  const { options, words } = useFrame();
  if (field.fixed) return <Fixed field={field} path={path} options={options.countries ?? []} />;
  switch (field.kind) {
    case 'line':
      return <TextPair field={field} path={path} />;
    case 'prose':
      return <TextPair field={field} path={path} paragraphs />;
    case 'word':
      return <Plain field={field} path={path} />;
    case 'date':
      return <Plain field={field} path={path} type="date" />;
    case 'year':
      return <FigureInput field={field} path={path} read={readYear} error="notYear" />;
    case 'amount':
      return <FigureInput field={field} path={path} read={readAmount} error="notAmount" />;
    case 'number':
      return <FigureInput field={field} path={path} read={readNumber} error="notNumber" />;
    case 'currency':
      return <One field={field} path={path} options={options.currencies ?? []} />;
    case 'country':
      return <One field={field} path={path} options={options.countries ?? []} />;
    case 'choice':
      return <One field={field} path={path} options={field.options} />;
    case 'reference':
      return <One field={field} path={path} options={options[field.to] ?? []} optional />;
    case 'choices':
      return <Many field={field} path={path} options={field.options} />;
    case 'references':
      return <Many field={field} path={path} options={options[field.to] ?? []} />;
    case 'flag':
      return <Flag field={field} path={path} />;
    case 'languages':
      return <LeadingLanguage field={field} path={path} />;
    case 'group':
      return (
        <fieldset id={path} className="grid gap-6">
          <legend className="mb-4 text-xl font-medium">{field.label}</legend>
          <Fields fields={field.fields} path={path} />
        </fieldset>
      );
    case 'list':
      return (
        <>
          <List field={field} path={path} />
          {indicators.test(path) && (
            <LaterFold
              summary={words.bank.open}
              load={() => import('./IndicatorExamples.tsx').then((module) => module.IndicatorExamples)}
              props={{ field, path }}
            />
          )}
        </>
      );
    case 'keyed':
      return <Keyed field={field} path={path} />;
  }
}

/** An answer that is settled elsewhere: shown, not asked. */
function Fixed({ field, path, options }: { field: FormField; path: string; options: Options }) {
  const value: unknown = useFormContext().getValues(path);
  const option = options.find((entry) => 'value' in entry && entry.value === value);
  return (
    <div id={path} tabIndex={-1} className="grid gap-1">
      <p className="font-medium">{field.label}</p>
      <p>
        <bdi>{option?.label ?? String(value ?? '')}</bdi>
      </p>
    </div>
  );
}

/** A short text or a date: one native input. */
function Plain({ field, path, type }: { field: FormField; path: string; type?: 'date' }) {
  const described = useDescribed(field, path);
  const control = useField(path);
  return (
    <FieldFrame field={field} path={path}>
      <Input {...described} type={type ?? 'text'} className="max-w-60" {...control} />
    </FieldFrame>
  );
}

/** One of several options. An optional answer that is not given is stored as null. */
function One({
  field,
  path,
  options,
  optional = false,
}: {
  field: FormField;
  path: string;
  options: Options;
  optional?: boolean;
}) {
  const { getValues, setValue } = useFormContext();
  const control = useField(path, optional ? { setValueAs: (value: string | null) => value || null } : undefined);
  const { words } = useFrame();
  const described = useDescribed(field, path);
  const [added, setAdded] = useState('');
  // A native list chooses nothing that it hasn't: what was added is chosen once it is drawn.
  useEffect(() => {
    if (added) setValue(path, added);
  }, [added, path, setValue]);
  const stored: unknown = getValues(path);
  const known = flatOptions(options).some(({ value }) => value === stored);
  // What is chosen and not open to this reader (a contributor sees no list of agencies) stays chosen.
  // So does an answer that is none of the options, and nothing where that was stored: else the first would be sent for it.
  const isNothing = stored === '' && !optional;
  const unknown =
    !known && (stored || isNothing)
      ? [{ value: String(stored), label: isNothing ? words.notGiven : words.elsewhere }]
      : [];
  return (
    <FieldFrame field={field} path={path}>
      <Picker
        {...described}
        className="max-w-xl"
        options={[...(optional ? [{ value: '', label: words.notGiven }] : []), ...options, ...unknown]}
        {...control}
      />
      {field.kind === 'reference' && field.to === 'agencies' && <AgencyFold onAdd={setAdded} />}
    </FieldFrame>
  );
}
