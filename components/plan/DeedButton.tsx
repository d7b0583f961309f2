'use client';

import { type ComponentProps, useActionState } from 'react';
import { Button } from '#ui/Button';

type Answer = { ok: boolean; code?: string };

/** A button that does one deed on the server, and says so where it could not be done. Works as a plain form too. */
export function DeedButton({
  action,
  values,
  failed,
  look,
  children,
  ...rest
}: {
  action: (previous: unknown, form: FormData) => Promise<Answer>;
  values: Record<string, string>;
  failed: string;
} & Pick<ComponentProps<typeof Button>, 'look' | 'children' | 'aria-label'>) {
  const [answer, submit, busy] = useActionState(action, null);
  return (
    <form action={submit} className="inline-grid gap-1 justify-self-start">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look={look} busy={busy} {...rest}>
        {children}
      </Button>
      {answer && !answer.ok && (
        <p role="alert" className="text-sm text-warm">
          {failed}
        </p>
      )}
    </form>
  );
}
