'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { Tick } from '#ui/Choices';
import type { PartContent } from './form.ts';
import { Part } from './Part.tsx';
import { PlainTicks } from './PlainForm.tsx';
import { FORM_ID } from './plain.ts';

/** “Done” is the person’s own word for a step: it locks nothing, and what is missing is shown beside it. */
export function StepDone({
  step,
  start,
  label,
  hint,
}: {
  step: string;
  start: PartContent;
  label: string;
  hint: string;
}) {
  return (
    <Part start={start}>
      <DoneTick step={step} label={label} hint={hint} />
    </Part>
  );
}

function DoneTick({ step, label, hint }: { step: string; label: string; hint: string }) {
  const { setValue } = useFormContext();
  const stored: unknown = useWatch({ name: 'progress.done' });
  const done: readonly string[] = Array.isArray(stored) ? stored : [];
  return (
    <>
      <PlainTicks path="progress.done" kept={done.filter((each) => each !== step)} />
      <Tick
        type="checkbox"
        form={FORM_ID}
        name="progress.done"
        value={step}
        label={label}
        hint={hint}
        checked={done.includes(step)}
        onChange={({ target }) =>
          setValue('progress.done', target.checked ? [...done, step] : done.filter((each) => each !== step))
        }
      />
    </>
  );
}
