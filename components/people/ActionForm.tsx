'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { CopyText } from './CopyText.tsx';

type Choice = { value: string; label: string };

export type FormField = {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'password' | 'select';
  value?: string;
  options?: readonly (Choice | { label: string; options: readonly Choice[] })[];
  autoComplete?: string;
  readOnly?: boolean;
};

type Answer =
  | { ok: true; data?: unknown }
  | { ok: false; code: string; path?: string; values?: Record<string, string> };

/** The sentences of a form; `codes` has one for each refusal that its action may answer with. */
export type FormWords = {
  submit: string;
  summary: string;
  codes: Record<string, string>;
  link?: { label: string; hint: string; copy: string; copied: string };
};

const linkOf = (data: unknown) =>
  typeof data === 'object' && data !== null && 'link' in data && typeof data.link === 'string' ? data.link : null;

/**
 * A form that calls a Server Action, with or without JavaScript. What was refused stands above it, linked to its field,
 * and what was typed stays. An action that answers with a `link` has it shown, once, to be copied.
 * @param id also the beginning of the fields' ids
 */
export function ActionForm({
  id,
  action,
  hidden = {},
  fields,
  words,
  look = 'main',
  children,
}: {
  id: string;
  action: (previous: unknown, form: FormData) => Promise<Answer>;
  hidden?: Record<string, string>;
  fields: readonly FormField[];
  words: FormWords;
  look?: 'main' | 'quiet' | 'danger';
  children?: ReactNode;
}) {
  const [answer, send, isSending] = useActionState<Answer | null, FormData>(action, null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer) box.current?.querySelector<HTMLElement>('[data-error-summary], [data-answer]')?.focus();
  }, [answer]);
  const refused = answer && !answer.ok ? answer : null;
  const message = refused ? (words.codes[refused.code] ?? words.codes.invalid ?? refused.code) : '';
  const at = refused && (fields.find(({ name }) => name === refused.path) ?? fields[0]);
  const link = answer?.ok ? linkOf(answer.data) : null;
  return (
    <form id={id} ref={box} action={send} className="grid max-w-xl justify-items-start gap-5" noValidate>
      {refused && (
        <div className="w-full">
          <ErrorSummary title={words.summary} errors={[{ id: at ? `${id}-${at.name}` : `${id}-submit`, message }]} />
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormControl
          key={`${field.name} ${refused?.values?.[field.name] ?? ''}`}
          field={field}
          id={`${id}-${field.name}`}
          typed={refused?.values?.[field.name]}
          error={refused?.path === field.name ? message : undefined}
        />
      ))}
      {children}
      <Button id={`${id}-submit`} type="submit" look={look} busy={isSending}>
        {words.submit}
      </Button>
      {link && words.link && <CopyText id={`${id}-link`} text={link} words={words.link} />}
    </form>
  );
}

function FormControl({ field, id, typed, error }: { field: FormField; id: string; typed?: string; error?: string }) {
  const { type = 'text', value, options, ...rest } = field;
  const texts = { id, error, ...rest, defaultValue: typed ?? value, required: false };
  if (type === 'select') {
    return (
      <div className="w-full">
        <Select {...texts} options={options ?? []} />
      </div>
    );
  }
  const dir = type === 'text' ? 'auto' : 'ltr';
  return (
    <div className="w-full">
      <TextInput {...texts} type={type} dir={dir} spellCheck={type === 'text' ? undefined : false} maxLength={254} />
    </div>
  );
}
