import type { ComponentProps } from 'react';
import { control, described, Field, type FieldTexts } from './Field.tsx';

export type Option = { value: string; label: string };
type Options = { options: readonly (Option | { label: string; options: readonly Option[] })[] };

/** One of several options under a label; options may stand in named groups. */
export function Select({
  id,
  label,
  hint,
  error,
  why,
  ...rest
}: FieldTexts & Options & { id: string } & Omit<ComponentProps<'select'>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} why={why}>
      <Picker {...described(id, { hint, error })} {...rest} />
    </Field>
  );
}

/** The bare control, where a label stands elsewhere. */
export function Picker({ options, className = '', ...rest }: Options & ComponentProps<'select'>) {
  return (
    <select className={`${control} ${className}`} {...rest}>
      {options.map((entry) =>
        'options' in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            <OptionList options={entry.options} />
          </optgroup>
        ) : (
          <OptionList key={entry.value} options={[entry]} />
        ),
      )}
    </select>
  );
}

const OptionList = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
