import type { ComponentProps } from 'react';
import { control } from './Field.tsx';

/** Paragraphs of text, named and described by its field. It grows with its text (`field-sizing`); elsewhere it scrolls and can be pulled larger. */
export function Area({ className = '', rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" placeholder=" " rows={rows} className={`${control} resize-y ${className}`} {...rest} />;
}
