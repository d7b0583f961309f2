'use client';

import type { ReactNode } from 'react';
import { describedBy, Field, FieldError, FieldNotes } from '#ui/Field';
import { ClashNotes } from './ClashNotes.tsx';
import type { FieldProblem, FormField } from './form.ts';
import { usePart } from './Part.tsx';
import { useFrame } from './PlanFrame.tsx';

/** Why it is asked, with its source, and an example: folded under the label. */
export function useNotes({ hint, guidance }: FormField) {
  const { words } = useFrame();
  if (!guidance) return { hint };
  const { reasons, example } = guidance;
  const children = (
    <>
      {reasons.map(({ text, source }) => (
        <p key={text}>
          {text} <span className="text-sm">({source})</span>
        </p>
      ))}
      {example && (
        <>
          <p className="font-medium text-ink">{words.example}</p>
          <blockquote className="whitespace-pre-line text-ink">{example.text}</blockquote>
          <p>{example.why}</p>
        </>
      )}
    </>
  );
  return { hint, why: { summary: reasons.length ? words.why : words.example, children } };
}

/** What is to be said about a field now: refused by the server, or found when the page was made. */
export function useProblems(path: string): { error?: string; advice: FieldProblem[] } {
  const { problems, refused } = usePart();
  const { words } = useFrame();
  // A pair also tells what is said of one of its languages.
  const paths = [path, `${path}.ar`, `${path}.en`];
  const here = problems.filter((problem) => paths.includes(problem.path));
  const wrong = here.find(({ severity }) => severity === 'wrong');
  const refusal =
    refused && (refused.path === path || refused.path.startsWith(`${path}.`))
      ? refused.code === 'tooLong'
        ? words.errors.tooLong
        : words.errors.refused
      : undefined;
  return { error: refusal ?? wrong?.message, advice: here.filter(({ severity }) => severity === 'missing') };
}

/** The attributes that tie a single control to its texts. */
export function useDescribed(field: FormField, path: string, error?: string) {
  const problems = useProblems(path);
  const shownError = error ?? problems.error;
  return {
    id: path,
    'aria-describedby': describedBy(path, { hint: field.hint, error: shownError }),
    'aria-invalid': shownError ? true : undefined,
  };
}

/** A single control under its label, with all that is to be said about it. */
export function FieldFrame({
  field,
  path,
  error,
  children,
}: {
  field: FormField;
  path: string;
  error?: string;
  children: ReactNode;
}) {
  const problems = useProblems(path);
  return (
    <div>
      <Field id={path} label={field.label} {...useNotes(field)} error={error ?? problems.error}>
        {children}
      </Field>
      <Advice problems={problems.advice} />
      <ClashNotes path={path} />
    </div>
  );
}

/** Several controls under one legend, with all that is to be said about them. The group’s id is the field’s path. */
export function GroupFrame({ field, path, children }: { field: FormField; path: string; children: ReactNode }) {
  const { error, advice } = useProblems(path);
  return (
    <fieldset
      id={path}
      tabIndex={-1}
      aria-describedby={describedBy(path, { hint: field.hint, error })}
      className="grid gap-1.5"
    >
      <legend className="mb-1.5 font-medium">{field.label}</legend>
      <FieldNotes id={path} {...useNotes(field)} />
      {children}
      <FieldError id={path} error={error} />
      <Advice problems={advice} />
      <ClashNotes path={path} />
    </fieldset>
  );
}

/** What would make the answer better. */
export const Advice = ({ problems }: { problems: readonly FieldProblem[] }) =>
  problems.map(({ message }) => (
    <p key={message} className="mt-1 text-sm text-warm">
      {message}
    </p>
  ));
