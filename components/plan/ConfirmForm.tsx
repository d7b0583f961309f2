'use client';

import { useActionState } from 'react';
import type { DeedButton } from './DeedButton.tsx';

/** A form of which the button stands elsewhere on the page, and names it by its id. */
export function ConfirmForm({
  id,
  action,
  values,
  failed,
}: {
  id: string;
  action: Parameters<typeof DeedButton>[0]['action'];
  values: Record<string, string>;
  failed: string;
}) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form id={id} action={submit} className="contents">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer && !answer.ok && (
        <p role="alert" className="text-warm">
          {failed}
        </p>
      )}
    </form>
  );
}
