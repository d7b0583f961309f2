'use client';

import { useActionState } from 'react';
import { Button } from '#ui/Button';
import { Tick } from '#ui/Choices';
import type { DeedButton } from './DeedButton.tsx';

type Person = { userId: string; name: string; email: string; isGiven: boolean };

/** To whom something of the plan is given: contributors to tick. Works as a plain form too. */
export function AssignForm({
  action,
  values,
  people,
  words,
}: {
  action: Parameters<typeof DeedButton>[0]['action'];
  values: Record<string, string>;
  people: readonly Person[];
  words: { text: string; save: string; done: string; failed: string };
}) {
  const [answer, submit, busy] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="max-w-prose text-muted">{words.text}</p>
      <div>
        {people.map(({ userId, name, email, isGiven }) => (
          <Tick
            // What was stored is ticked anew, also where the browser has reset the form.
            key={`${userId} ${isGiven}`}
            type="checkbox"
            name={`to.${userId}`}
            label={name}
            hint={email}
            defaultChecked={isGiven}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="quiet" busy={busy}>
          {words.save}
        </Button>
        <p role="status" className="text-good">
          {answer?.ok && words.done}
        </p>
      </div>
      {answer && !answer.ok && (
        <p role="alert" className="text-warm">
          {words.failed}
        </p>
      )}
    </form>
  );
}
