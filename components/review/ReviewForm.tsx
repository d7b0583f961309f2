'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import type { StandsNow } from '#review/seen';
import { Button, TextLink } from '#ui/Button';
import { Choices, Tick } from '#ui/Choices';
import { ErrorSummary } from '#ui/ErrorSummary';
import { described, describedBy, Field, FieldError, FieldNotes } from '#ui/Field';
import { Pair } from '#ui/Pair';
import { type Option, Select } from '#ui/Select';
import { Area } from '#ui/TextArea';
import { TextInput } from '#ui/TextInput';
import { StandsThere } from './StandsThere.tsx';

type Named = { name: string; label: string; hint?: string; value?: string };
/** `lang` where a text is asked for in one language; else it takes its direction from what is typed. */
type Text = Named & { lang?: 'ar' | 'en' };

type SingleField =
  | (Text & { kind: 'text' })
  | (Text & { kind: 'area'; rows?: number })
  | (Named & { kind: 'date'; min?: string; max?: string })
  | (Named & { kind: 'password' })
  | (Named & { kind: 'select'; options: readonly (Option | { label: string; options: readonly Option[] })[] })
  | (Named & { kind: 'radios'; options: readonly (Option & { hint?: string })[] })
  /** Sent as `<name>.<value>`, since a form is read with one value a name. */
  | (Omit<Named, 'value'> & { kind: 'boxes'; values: readonly string[]; options: readonly Option[] });

/** `pair`: the same asked in two languages, side by side under one legend. */
export type ReviewField =
  | SingleField
  | { kind: 'pair'; name: string; label: string; hint?: string; fields: readonly SingleField[] };

type Answer =
  | { ok: true; data?: unknown }
  | { ok: false; code: string; path?: string; values?: Record<string, string>; now?: StandsNow };

/**
 * The sentences of a form. `codes` has one for each refusal that its action may answer with; `invalid` for any other. `now`:
 * for a form that tells its action in `seen` what it was made from, and shows what stands there where that is older.
 */
export type ReviewFormWords = {
  submit: string;
  summary: string;
  codes: Record<string, string>;
  now?: { there: string; nothing: string; keepMine: string; takeTheirs: { text: string; href: string } };
};

/**
 * A form that calls a Server Action, with or without JavaScript. What was refused stands above it, linked to its field and
 * said there too; what was typed stays, but for a password.
 * @param id also the beginning of the fields' ids: `<id>-<name>`
 * @param fold under what it stands folded; it opens where something was refused
 * @param autoComplete 'off' where a browser must not put back what a reload finds typed: the server may have another by then
 * @param hrefs where a refusal is mended that is about no field: an address or `#id` for its code
 */
export function ReviewForm({
  id,
  action,
  hidden = {},
  fields,
  words,
  hrefs = {},
  look = 'main',
  fold,
  autoComplete,
  children,
}: {
  id: string;
  action: (previous: unknown, form: FormData) => Promise<Answer>;
  hidden?: Record<string, string>;
  fields: readonly ReviewField[];
  words: ReviewFormWords;
  hrefs?: Record<string, string>;
  look?: 'main' | 'quiet' | 'danger';
  fold?: ReactNode;
  autoComplete?: 'off';
  /** What stands between the fields and the button. */
  children?: ReactNode;
}) {
  const [answer, send, isSending] = useActionState<Answer | null, FormData>(action, null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer) box.current?.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  }, [answer]);
  const refused = answer && !answer.ok ? answer : null;
  const message = refused ? (words.codes[refused.code] ?? words.codes.invalid ?? refused.code) : '';
  const now = words.now && refused?.now;
  // What was typed was made from what was seen when it was sent, whatever the page around it has seen since.
  const seen = words.now && (now?.seen ?? refused?.values?.seen);
  const moved = now?.seen ? words.now : undefined;
  const isKnown = fields.some((field) =>
    field.kind === 'pair' ? field.fields.some(({ name }) => name === refused?.path) : field.name === refused?.path,
  );
  const control = (field: SingleField) => {
    const typed = typedIn(field, refused?.values);
    const stands = moved && now?.texts[field.name];
    // React empties a form that was sent: one that was refused begins anew from what was typed.
    const key = `${field.name} ${typed ?? ''}`;
    const asked = (
      <Control
        key={key}
        field={field}
        id={`${id}-${field.name}`}
        typed={typed}
        error={refused?.path === field.name ? message : undefined}
      />
    );
    if (!moved || stands === undefined) return asked;
    return (
      <div key={key} className="grid w-full content-start gap-3">
        {asked}
        <StandsThere words={moved} text={inWords(field, stands)} lang={'lang' in field ? field.lang : undefined} />
      </div>
    );
  };
  const form = (
    <form
      id={id}
      ref={box}
      action={send}
      className="grid max-w-3xl justify-items-start gap-6"
      noValidate
      autoComplete={autoComplete}
    >
      {refused && (
        <div className="w-full">
          <ErrorSummary
            title={words.summary}
            errors={[{ id: isKnown ? `${id}-${refused.path}` : `${id}-submit`, href: hrefs[refused.code], message }]}
          />
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={name === 'seen' ? (seen ?? value) : value} />
      ))}
      {fields.map((field) =>
        field.kind === 'pair' ? (
          <fieldset
            key={field.name}
            className="grid w-full gap-1.5"
            aria-describedby={describedBy(`${id}-${field.name}`, { hint: field.hint })}
          >
            <legend className="mb-1.5 font-medium">{field.label}</legend>
            <FieldNotes id={`${id}-${field.name}`} hint={field.hint} />
            <Pair>{field.fields.map(control)}</Pair>
          </fieldset>
        ) : (
          control(field)
        ),
      )}
      {children}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button id={`${id}-submit`} type="submit" look={look} busy={isSending}>
          {moved?.keepMine ?? words.submit}
        </Button>
        {moved && <TextLink href={moved.takeTheirs.href}>{moved.takeTheirs.text}</TextLink>}
      </div>
    </form>
  );
  if (!fold) return form;
  return (
    <details open={refused ? true : undefined}>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{fold}</summary>
      <div className="border-s-2 border-line py-2 ps-4">{form}</div>
    </details>
  );
}

/** What a field was sent with: of boxes, those that were ticked, a line each. */
function typedIn(field: SingleField, values: Record<string, string> | undefined): string | undefined {
  if (field.kind !== 'boxes') return values?.[field.name];
  const ticked = field.options.filter(({ value }) => values && Object.hasOwn(values, `${field.name}.${value}`));
  return values && ticked.map(({ value }) => value).join('\n');
}

/** What stands in a field, as its reader knows it: a choice by its label. */
const inWords = (field: SingleField, value: string): string =>
  field.kind === 'radios' ? (field.options.find((option) => option.value === value)?.label ?? value) : value;

function Control({ field, id, typed, error }: { field: SingleField; id: string; typed?: string; error?: string }) {
  const { name, label, hint } = field;
  const value = typed ?? ('value' in field ? field.value : undefined);
  const texts = { id, label, hint, error };
  const ofText = 'lang' in field && field.lang ? { lang: field.lang, dir: field.lang === 'ar' ? 'rtl' : 'ltr' } : {};
  switch (field.kind) {
    case 'area':
      return (
        <div className="w-full">
          <Field {...texts}>
            <Area
              {...described(id, { hint, error })}
              name={name}
              rows={field.rows ?? 4}
              defaultValue={value}
              {...ofText}
            />
          </Field>
        </div>
      );
    case 'radios':
      return <Choices {...texts} type="radio" name={name} options={field.options} initial={value ?? ''} />;
    case 'boxes':
      return (
        <fieldset className="grid w-full gap-1.5" tabIndex={-1} {...described(id, { hint, error })}>
          <legend className="mb-1.5 font-medium">{label}</legend>
          <FieldNotes id={id} hint={hint} />
          <div className="grid gap-x-6 sm:grid-cols-2">
            {field.options.map((option) => (
              <Tick
                key={option.value}
                type="checkbox"
                name={`${name}.${option.value}`}
                value="true"
                label={option.label}
                defaultChecked={(typed?.split('\n') ?? field.values).includes(option.value)}
              />
            ))}
          </div>
          <FieldError id={id} error={error} />
        </fieldset>
      );
    case 'select':
      return (
        <div className="w-full max-w-xl">
          <Select {...texts} name={name} options={field.options} defaultValue={value} />
        </div>
      );
    case 'date':
      return (
        <div className="w-full">
          <TextInput
            {...texts}
            name={name}
            type="date"
            dir="ltr"
            className="max-w-60"
            min={field.min}
            max={field.max}
            defaultValue={value}
          />
        </div>
      );
    case 'password':
      return (
        <div className="w-full max-w-xl">
          <TextInput
            {...texts}
            name={name}
            type="password"
            dir="ltr"
            autoComplete="current-password"
            spellCheck={false}
            maxLength={128}
          />
        </div>
      );
    case 'text':
      return (
        <div className="w-full">
          <TextInput {...texts} name={name} defaultValue={value} {...ofText} />
        </div>
      );
  }
}
