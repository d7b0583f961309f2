'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import { Button } from '#ui/Button';
import { FieldError, FieldNotes } from '#ui/Field';
import { ClashNotes } from './ClashNotes.tsx';
import { Advice, useNotes, useProblems } from './FieldFrame.tsx';
import { Fields } from './Fields.tsx';
import { emptyItem, type FormField, fill } from './form.ts';
import { ItemTitle } from './ItemTitle.tsx';
import { LaterFold } from './LaterFold.tsx';
import { PlainButton } from './PlainButton.tsx';
import { PlainRemoved } from './PlainRemoved.tsx';
import { useFrame } from './PlanFrame.tsx';

export type ListField = Extract<FormField, { kind: 'list' }>;
type Item = Record<string, unknown> & { order: number };
type Items = Record<string, Item>;

const idsInOrder = (items: Items | undefined): string[] =>
  Object.entries(items ?? {})
    .sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1))
    .map(([id]) => id);

/** Items that are added, ordered and removed; each keeps its id for good, so that its path stays true. */
export function List({ field, path }: { field: ListField; path: string }) {
  const { words, after } = useFrame();
  const { getValues, setValue } = useFormContext();
  // Only the ids and their order are watched: typing in an item doesn’t draw the whole list again.
  const joined: string = useWatch({ name: path, compute: (items: Items | undefined) => idsInOrder(items).join(' ') });
  const ids = joined ? joined.split(' ') : [];
  const [removed, setRemoved] = useState<{ id: string; item: Item } | null>(null);
  const [added, setAdded] = useState<string | null>(() =>
    after?.at.startsWith(`${path}.`) ? (after.at.slice(path.length + 1).split('.')[0] ?? null) : null,
  );
  const place = useRef<HTMLElement>(null);
  const { error, advice } = useProblems(path);
  // A list that is a whole section is named as sections are.
  const isSection = !path.includes('.');
  const Name = isSection ? 'h2' : 'h3';

  useEffect(() => {
    if (added)
      document.getElementById(`${path}.${added}`)?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [added, path]);

  const items = () => (getValues(path) ?? {}) as Items;
  const add = () => {
    const id = uuidv7();
    const last = Math.max(0, ...Object.values(items()).map(({ order }) => order));
    setValue(`${path}.${id}`, { order: last + 1, ...emptyItem(field.fields) });
    setAdded(id);
  };
  const remove = (id: string) => {
    const { [id]: gone, ...rest } = items();
    if (!gone) return;
    setRemoved({ id, item: structuredClone(gone) });
    setValue(path, rest);
  };
  const move = (id: string, by: -1 | 1) => {
    const order = [...ids];
    order.splice(order.indexOf(id) + by, 0, ...order.splice(order.indexOf(id), 1));
    const now = items();
    order.forEach((each, index) => {
      if (now[each]?.order !== index + 1) setValue(`${path}.${each}.order`, index + 1);
    });
  };

  return (
    <section ref={place} id={path} aria-labelledby={`${path}-name`} tabIndex={-1} className="grid gap-3">
      <Name id={`${path}-name`} className={isSection ? 'text-2xl' : 'text-xl'}>
        {field.label}
      </Name>
      <FieldNotes id={path} {...useNotes(field)} />
      <FieldError id={path} error={error} />
      <Advice problems={advice} />
      <ClashNotes path={path} own />
      {ids.length === 0 && !removed && <p className="text-muted">{words.empty}</p>}
      <ol className="grid gap-4">
        {ids.map((id, index) => {
          const name = `${field.item} ${index + 1}`;
          return (
            <ListItem key={id} field={field} path={`${path}.${id}`} name={name} open={id === added}>
              <p className="flex flex-wrap gap-x-4">
                {index > 0 && (
                  <PlainButton
                    deed="~up"
                    path={`${path}.${id}`}
                    look="plain"
                    aria-label={`${words.moveUp}: ${name}`}
                    onClick={() => move(id, -1)}
                  >
                    {words.moveUp}
                  </PlainButton>
                )}
                {index < ids.length - 1 && (
                  <PlainButton
                    deed="~down"
                    path={`${path}.${id}`}
                    look="plain"
                    aria-label={`${words.moveDown}: ${name}`}
                    onClick={() => move(id, 1)}
                  >
                    {words.moveDown}
                  </PlainButton>
                )}
                <PlainButton
                  deed="~remove"
                  path={`${path}.${id}`}
                  look="plain"
                  aria-label={`${field.remove}: ${name}`}
                  onClick={() => remove(id)}
                >
                  {field.remove}
                </PlainButton>
              </p>
            </ListItem>
          );
        })}
      </ol>
      <PlainRemoved path={path} item={field.item} />
      {removed && (
        <p role="status" className="flex flex-wrap items-center gap-3 bg-sunken px-4 py-2">
          {fill(words.removed, { item: field.item })}
          <Button
            look="plain"
            autoFocus
            onClick={() => {
              setValue(`${path}.${removed.id}`, removed.item);
              setRemoved(null);
            }}
          >
            {words.putBack}
          </Button>
        </p>
      )}
      <div>
        <PlainButton deed="~add" path={path} look="quiet" onClick={add}>
          {field.add}
        </PlainButton>
      </div>
      {field.fields.length > 1 && (
        <LaterFold
          summary={
            <>
              {words.paste.open}
              <span className="sr-only">: {field.label}</span>
            </>
          }
          load={() => import('./PasteTable.tsx').then((module) => module.PasteTable)}
          props={{ field, path }}
        />
      )}
    </section>
  );
}

/** An item: folded under its title where it has many fields. */
function ListItem({
  field,
  path,
  name,
  open,
  children,
}: {
  field: ListField;
  path: string;
  name: string;
  open: boolean;
  children: React.ReactNode;
}) {
  const body = (
    <div className="grid gap-5">
      <Fields fields={field.fields} path={path} />
      {children}
    </div>
  );
  return (
    <li id={path} className="border-s-2 border-line ps-4">
      {field.fields.length > 3 ? (
        <details open={open}>
          <summary className="rounded py-1.5">
            <span className="text-muted">{name}</span> <ItemTitle path={`${path}.${field.title}`} />
          </summary>
          <div className="pt-3">{body}</div>
        </details>
      ) : (
        <fieldset>
          <legend className="mb-2 text-sm text-muted">{name}</legend>
          {body}
        </fieldset>
      )}
      <ClashNotes path={path} own />
    </li>
  );
}
