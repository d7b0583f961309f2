'use client';

import { useWatch } from 'react-hook-form';
import { FieldNotes } from '#ui/Field';
import { Tag } from '#ui/Tag';
import { ClashNotes } from './ClashNotes.tsx';
import { useNotes } from './FieldFrame.tsx';
import { Fields } from './Fields.tsx';
import type { FormField } from './form.ts';
import { useFrame } from './PlanFrame.tsx';

type KeyedField = Extract<FormField, { kind: 'keyed' }>;

/** One entry for each of a fixed set (the nine drivers), each with the same fields, folded under its name. */
export function Keyed({ field, path }: { field: KeyedField; path: string }) {
  const { after } = useFrame();
  const rated = field.fields.find((candidate) => candidate.kind === 'choice');
  return (
    <section id={path} aria-labelledby={`${path}-name`} tabIndex={-1} className="grid gap-3">
      <h3 id={`${path}-name`} className="text-xl">
        {field.label}
      </h3>
      <FieldNotes id={path} {...useNotes(field)} />
      <div>
        {field.entries.map(({ key, label, note }) => (
          <details
            key={key}
            id={`${path}.${key}`}
            open={after?.at.startsWith(`${path}.${key}.`) || undefined}
            className="border-t border-line last:border-b"
          >
            <summary className="rounded py-2.5">
              <span className="me-2 font-medium">{label}</span>
              {rated?.kind === 'choice' && <Chosen path={`${path}.${key}.${rated.name}`} options={rated.options} />}
            </summary>
            <div className="grid gap-5 ps-4 pb-5">
              {note && <p className="max-w-prose text-muted">{note}</p>}
              <Fields fields={field.fields} path={`${path}.${key}`} />
              <ClashNotes path={`${path}.${key}`} own />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

/** The word for what is chosen, following the choice. */
function Chosen({ path, options }: { path: string; options: readonly { value: string; label: string }[] }) {
  const value: unknown = useWatch({ name: path });
  const option = options.find((candidate) => candidate.value === value) ?? options[0];
  return option ? <Tag tone={option === options[0] ? 'plain' : 'blue'}>{option.label}</Tag> : null;
}
