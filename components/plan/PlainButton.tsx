'use client';

import type { ComponentProps } from 'react';
import type { PlainDeed } from '#plan/plainDeeds';
import { Button } from '#ui/Button';
import { FORM_ID, useProgram } from './plain.ts';

/** A button among the fields: where the page’s program isn’t there, it sends the form, with what it is to do. */
export function PlainButton({ deed, path, ...rest }: PlainDeed & ComponentProps<typeof Button>) {
  const isHere = useProgram();
  return <Button {...rest} {...(isHere ? {} : { type: 'submit', form: FORM_ID, name: deed, value: path })} />;
}
