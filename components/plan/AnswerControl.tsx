'use client';

import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Picker } from '#ui/Select';
import { Input } from '#ui/TextInput';
import { AgencyFold } from './AgencyFold.tsx';
import { FieldFrame, useDescribed } from './FieldFrame.tsx';
import { type FormField, flatOptions, type Option, type OptionGroup } from './form.ts';
import { Flag, Many } from './Many.tsx';
import { useFrame } from './PlanFrame.tsx';
import { TextPair } from './TextPair.tsx';
import { useField } from './useField.ts';

type Options = readonly (Option | OptionGroup)[];

const written = ['line', 'prose', 'word', 'date'] as const;
const chosen = ['currency', 'country', 'choice', 'reference', 'choices', 'references', 'flag'] as const;
const kinds: ReadonlySet<string> = new Set([...written, ...chosen]);

/** A field that is answered in words or from a list. */
type AnswerField = Extract<FormField, { kind: (typeof written | typeof chosen)[number] }>;

/** Whether a field is answered in words or from a list: not by a figure, nor by entries that have fields of their own. */
export const isAnswer = (field: FormField): field is AnswerField => kinds.has(field.kind);

/** The control of such a field, by its kind. */
export function AnswerControl({ field, path }: { field: AnswerField; path: string }) {
  const { options } = useFrame();
  switch (field.kind) {
    case 'line':
      return <TextPair field={field} path={path} />;
    case 'prose':
      return <TextPair field={field} path={path} paragraphs />;
    case 'word':
      return <Plain field={field} path={path} />;
    case 'date':
      return <Plain field={field} path={path} type="date" />;
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
  }
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
