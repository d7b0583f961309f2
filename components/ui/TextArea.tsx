import type { ComponentProps } from 'react';
import { control, described, Field, type FieldTexts } from './Field.tsx';

/** Paragraphs of text under their label. */
export function TextArea({
  id,
  label,
  hint,
  error,
  why,
  ...rest
}: FieldTexts & { id: string } & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} why={why}>
      <Area {...described(id, { hint, error })} {...rest} />
    </Field>
  );
}

/** The bare control. It grows with its text (`field-sizing`); elsewhere it scrolls and can be pulled larger. */
export function Area({ className = '', rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" rows={rows} className={`${control} resize-y ${className}`} {...rest} />;
}
