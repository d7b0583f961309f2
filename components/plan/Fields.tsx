'use client';

import { Control } from './Control.tsx';
import type { FormField } from './form.ts';

/** The controls of fields that stand under `path`. */
export const Fields = ({ fields, path }: { fields: readonly FormField[]; path: string }) =>
  fields.map((field) => <Control key={field.name} field={field} path={path ? `${path}.${field.name}` : field.name} />);
