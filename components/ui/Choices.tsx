import type { ComponentProps } from 'react';
import { described, FieldError, FieldNotes, type FieldTexts } from './Field.tsx';
import type { Option } from './Select.tsx';

type Native = Omit<ComponentProps<'input'>, 'id' | 'type' | 'value'>;

/** Radios or checkboxes under one legend. `id` is the group's; an error summary may link to it. */
export function Choices({
  id,
  label,
  hint,
  error,
  why,
  type,
  options,
  columns = false,
  chosen,
  initial,
  ...rest
}: FieldTexts &
  Native & {
    id: string;
    type: 'radio' | 'checkbox';
    options: readonly (Option & { hint?: string })[];
    columns?: boolean;
    /** The values that are chosen, where the group is controlled. */
    chosen?: readonly string[];
    /** The value that is chosen at first, where it isn’t. */
    initial?: string;
  }) {
  return (
    <fieldset className="grid gap-1.5" tabIndex={-1} {...described(id, { hint, error })}>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <FieldNotes id={id} hint={hint} why={why} />
      <div className={columns ? 'grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3' : 'grid'}>
        {options.map((option) => (
          <Tick
            key={option.value}
            type={type}
            value={option.value}
            label={option.label}
            hint={option.hint}
            {...(chosen ? { checked: chosen.includes(option.value) } : {})}
            {...(initial !== undefined ? { defaultChecked: option.value === initial } : {})}
            {...rest}
          />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** One radio or checkbox with its words; the words can be pressed too. */
export function Tick({
  label,
  hint,
  ...rest
}: ComponentProps<'input'> & { type: 'radio' | 'checkbox'; label: string; hint?: string }) {
  return (
    <label className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5">
      <span className="flex h-[1lh] items-center">
        <input {...rest} />
      </span>
      <span>
        <bdi>{label}</bdi>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
