'use client';

import { useFormContext } from 'react-hook-form';
import { readAmount, readNumber, readYear } from '#plan/typed';
import { AnswerControl } from './AnswerControl.tsx';
import { Fields } from './Fields.tsx';
import { FigureInput } from './FigureInput.tsx';
import type { FormField, Option, OptionGroup } from './form.ts';
import { Keyed } from './Keyed.tsx';
import { LaterFold } from './LaterFold.tsx';
import { List } from './List.tsx';
import { LeadingLanguage } from './Many.tsx';
import { useFrame } from './PlanFrame.tsx';

// The one list for which the app has examples to begin from.
const indicators = /^actions\.[^.]+\.indicators$/;

/** The control of a field, by its kind: a new kind doesn’t compile until it has one here. */
export function Control({ field, path }: { field: FormField; path: string }) {
  const { options, words } = useFrame();
  if (field.fixed) return <Fixed field={field} path={path} options={options.countries ?? []} />;
  switch (field.kind) {
    case 'year':
      return <FigureInput field={field} path={path} read={readYear} error="notYear" />;
    case 'amount':
      return <FigureInput field={field} path={path} read={readAmount} error="notAmount" />;
    case 'number':
      return <FigureInput field={field} path={path} read={readNumber} error="notNumber" />;
    case 'languages':
      return <LeadingLanguage field={field} path={path} />;
    case 'group':
      return (
        <fieldset id={path} className="grid gap-6">
          <legend className="mb-4 text-xl font-medium">{field.label}</legend>
          <Fields fields={field.fields} path={path} />
        </fieldset>
      );
    case 'list':
      return (
        <>
          <List field={field} path={path} />
          {indicators.test(path) && (
            <LaterFold
              summary={words.bank.open}
              load={() => import('./IndicatorExamples.tsx').then((module) => module.IndicatorExamples)}
              props={{ field, path }}
            />
          )}
        </>
      );
    case 'keyed':
      return <Keyed field={field} path={path} />;
    default:
      return <AnswerControl field={field} path={path} />;
  }
}

/** An answer that is settled elsewhere: shown, not asked. */
function Fixed({
  field,
  path,
  options,
}: {
  field: FormField;
  path: string;
  options: readonly (Option | OptionGroup)[];
}) {
  const value: unknown = useFormContext().getValues(path);
  const option = options.find((entry) => 'value' in entry && entry.value === value);
  return (
    <div id={path} tabIndex={-1} className="grid gap-1">
      <p className="font-medium">{field.label}</p>
      <p>
        <bdi>{option?.label ?? String(value ?? '')}</bdi>
      </p>
    </div>
  );
}
