import type { ComponentProps } from 'react';
import { control, described, Field, type FieldTexts } from './Field.tsx';

/** One line of text under its label. What people type takes its direction from itself. */
export function TextInput({
  id,
  label,
  hint,
  error,
  why,
  className = '',
  ...rest
}: FieldTexts & { id: string } & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} why={why}>
      <Input {...described(id, { hint, error })} className={className} {...rest} />
    </Field>
  );
}

/** The bare control, where a label stands elsewhere. The blank placeholder lets styles know that nothing is typed. */
export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="text" dir="auto" placeholder=" " className={`${control} ${className}`} {...rest} />;
}
