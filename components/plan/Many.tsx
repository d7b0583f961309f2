'use client';

import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { normalize } from '#catalogue/search';
import { Tick } from '#ui/Choices';
import { Input } from '#ui/TextInput';
import { AgencyFold } from './AgencyFold.tsx';
import { GroupFrame, useProblems } from './FieldFrame.tsx';
import { type FormField, fill, flatOptions, type Option, type OptionGroup } from './form.ts';
import { PlainButton } from './PlainButton.tsx';
import { PlainTicks } from './PlainForm.tsx';
import { useFrame } from './PlanFrame.tsx';
import { FORM_ID, useProgram } from './plain.ts';
import { useEarly, useField } from './useField.ts';

type Options = readonly (Option | OptionGroup)[];

/** Any number of options. Few are all shown; of many the chosen ones are, and the rest is folded, with a search. */
export function Many({ field, path, options }: { field: FormField; path: string; options: Options }) {
  const { words } = useFrame();
  const { getValues, setValue } = useFormContext();
  const stored: unknown = useWatch({ name: path });
  const chosen: readonly string[] = Array.isArray(stored) ? stored : [];
  const all = flatOptions(options);
  const toggle = (value: string, on: boolean) =>
    setValue(path, on ? [...chosen, value] : chosen.filter((other) => other !== value));
  useEarly(path, (boxes) => {
    const on = new Set(chosen);
    for (const { value, checked } of boxes) checked ? on.add(value) : on.delete(value);
    setValue(path, [...on]);
  });
  const tick = ({ value, label }: Option) => (
    <Tick
      key={value}
      type="checkbox"
      form={FORM_ID}
      name={path}
      value={value}
      label={label}
      checked={chosen.includes(value)}
      onChange={({ target }) => toggle(value, target.checked)}
    />
  );
  const adder = field.kind === 'references' && field.to === 'agencies' && (
    <AgencyFold onAdd={(id) => setValue(path, [...((getValues(path) as string[] | undefined) ?? []), id])} />
  );
  const known = new Set(all.map(({ value }) => value));
  if (all.length <= 12)
    return (
      <GroupFrame field={field} path={path}>
        <PlainTicks path={path} kept={chosen.filter((value) => !known.has(value))} />
        {all.length ? (
          <div className="grid gap-x-6 sm:grid-cols-2">{all.map(tick)}</div>
        ) : (
          <p className="text-muted">{words.none}</p>
        )}
        {adder}
      </GroupFrame>
    );
  const picked = [
    ...all.filter(({ value }) => chosen.includes(value)),
    // What was chosen and is no more there stays visible until someone takes it off.
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value })),
  ];
  return (
    <GroupFrame field={field} path={path}>
      <PlainTicks path={path} />
      {picked.length ? (
        <div className="grid gap-x-6 sm:grid-cols-2">{picked.map(tick)}</div>
      ) : (
        <p className="text-muted">{words.none}</p>
      )}
      <Rest options={options} chosen={chosen} tick={tick} path={path} />
      {adder}
    </GroupFrame>
  );
}

/** The options that aren’t chosen, made only when they are asked for. */
function Rest({
  options,
  chosen,
  tick,
  path,
}: {
  options: Options;
  chosen: readonly string[];
  tick: (option: Option) => React.ReactNode;
  path: string;
}) {
  const { words, after } = useFrame();
  const isHere = useProgram();
  // Without the page’s program a button asks for them, and the page comes back with all.
  const [open, setOpen] = useState(after?.at === path);
  const [query, setQuery] = useState('');
  const asked = normalize(query);
  const wanted = ({ value, label }: Option) => !chosen.includes(value) && normalize(label).includes(asked);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">
        {fill(words.chosen, { count: chosen.length, of: flatOptions(options).length })}
      </summary>
      {!open && !isHere && (
        <p>
          <PlainButton deed="~options" path={path} look="plain">
            {words.plain.more}
          </PlainButton>
        </p>
      )}
      {open && (
        <div className="mt-2 grid max-h-96 gap-3 overflow-y-auto border-s-2 border-line ps-4">
          <Input
            type="search"
            aria-label={words.find}
            placeholder={words.find}
            id={`${path}-find`}
            className="max-w-md"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
          {options.map((entry) => {
            if (!('options' in entry)) return wanted(entry) ? tick(entry) : null;
            const left = entry.options.filter(wanted);
            return left.length ? (
              <fieldset key={entry.label}>
                <legend className="text-sm text-muted">{entry.label}</legend>
                <div className={left.every(({ label }) => label.length < 8) ? 'flex flex-wrap gap-x-6' : 'grid'}>
                  {left.map(tick)}
                </div>
              </fieldset>
            ) : null;
          })}
        </div>
      )}
    </details>
  );
}

/** Yes or no: one checkbox. */
export function Flag({ field, path }: { field: FormField; path: string }) {
  const { error } = useProblems(path);
  return (
    <>
      <PlainTicks path={path} />
      <Tick id={path} type="checkbox" label={field.label} hint={error ?? field.hint} {...useField(path)} />
    </>
  );
}

/** Which of the plan’s two languages leads. */
export function LeadingLanguage({ field, path }: { field: FormField; path: string }) {
  const { words } = useFrame();
  const { setValue } = useFormContext();
  const stored: unknown = useWatch({ name: path });
  const lead = Array.isArray(stored) ? stored[0] : 'ar';
  const choose = (language: string) => setValue(path, language === 'ar' ? ['ar', 'en'] : ['en', 'ar']);
  useEarly(path, (radios) => choose(radios.find(({ checked }) => checked)?.value ?? lead));
  return (
    <GroupFrame field={field} path={path}>
      {(['ar', 'en'] as const).map((language) => (
        <Tick
          key={language}
          type="radio"
          form={FORM_ID}
          name={path}
          value={language}
          label={words.languages[language]}
          checked={lead === language}
          onChange={() => choose(language)}
        />
      ))}
    </GroupFrame>
  );
}
