'use client';

import { type ReactNode, useActionState } from 'react';
import { Button } from '#ui/Button';

type Answer = { ok: true; data?: unknown } | { ok: false; code: string };

/** One deed on one row of a table: its button, what else the form needs, and why it was refused. */
export function RowAction({
  action,
  hidden,
  submit,
  label,
  codes,
  look = 'plain',
  children,
}: {
  action: (previous: unknown, form: FormData) => Promise<Answer>;
  hidden: Record<string, string>;
  submit: string;
  /** What the button does, said in full for who hears it away from its row. */
  label?: string;
  codes: Record<string, string>;
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  children?: ReactNode;
}) {
  const [answer, send, isSending] = useActionState<Answer | null, FormData>(action, null);
  return (
    <form action={send} className="flex flex-wrap items-center gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" look={look} aria-label={label} disabled={isSending}>
        {submit}
      </Button>
      <span role="alert" className="basis-full font-medium text-warm empty:hidden">
        {answer && !answer.ok ? (codes[answer.code] ?? codes.invalid) : ''}
      </span>
    </form>
  );
}
