'use client';

import { useActionState } from 'react';
import { Button } from '#ui/Button';
import { Tick } from '#ui/Choices';
import { Select } from '#ui/Select';
import type { DeedButton } from './DeedButton.tsx';
import type { Option, OptionGroup } from './form.ts';

type Words = { legend: string; into: string; fresh: string; go: string; failed: string };

/**
 * Recommendations to tick, and one action that is to serve them: a new one, or one that there is. The id of each option
 * is that of a recommendation.
 */
export function ServeForm({
  action,
  values,
  groups,
  actions,
  words,
}: {
  action: Parameters<typeof DeedButton>[0]['action'];
  values: Record<string, string>;
  groups: readonly OptionGroup[];
  actions: readonly Option[];
  words: Words;
}) {
  const [answer, submit, busy] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-4">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className="grid gap-3">
        <legend className="mb-2">{words.legend}</legend>
        {groups.map(({ label, options }) => (
          <fieldset key={label} className="grid gap-x-6">
            <legend className="text-sm text-muted">{label}</legend>
            {options.map((option) => (
              <Tick key={option.value} type="checkbox" name={`serves.${option.value}`} label={option.label} />
            ))}
          </fieldset>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-[min(20rem,100%)] flex-1">
          <Select
            id="serve-into"
            name="into"
            label={words.into}
            defaultValue=""
            options={[{ value: '', label: words.fresh }, ...actions]}
          />
        </div>
        <Button type="submit" look="quiet" busy={busy}>
          {words.go}
        </Button>
      </div>
      {answer && !answer.ok && (
        <p role="alert" className="text-warm">
          {words.failed}
        </p>
      )}
    </form>
  );
}
