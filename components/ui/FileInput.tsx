'use client';

import { type ComponentProps, useState } from 'react';
import { control, described, Field, type FieldTexts } from './Field.tsx';

/** A file to be chosen. One that is too large is said to be so before it is sent, and not sent. */
export function FileInput({
  id,
  label,
  hint,
  error,
  why,
  limit,
  tooLarge,
  ...rest
}: FieldTexts & { id: string; limit: number; tooLarge: string } & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const [found, setFound] = useState<{ isTooLarge: boolean } | null>(null);
  const shown = found ? found.isTooLarge && tooLarge : error;
  return (
    <Field id={id} label={label} hint={hint} error={shown} why={why}>
      <input
        type="file"
        className={`${control} h-auto cursor-pointer file:me-3 file:cursor-pointer file:rounded file:border file:border-solid file:border-edge file:bg-paper file:px-3 file:py-1 file:font-medium file:text-ink`}
        {...described(id, { hint, error: shown })}
        {...rest}
        onChange={({ currentTarget }) => {
          const isTooLarge = (currentTarget.files?.[0]?.size ?? 0) > limit;
          currentTarget.setCustomValidity(isTooLarge ? tooLarge : '');
          setFound({ isTooLarge });
        }}
      />
    </Field>
  );
}
