'use client';

import { useId, useMemo, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import { type Column, cellsOf, columnsOf, readRow } from '#plan/pastedTable';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Picker } from '#ui/Select';
import { Area } from '#ui/TextArea';
import { emptyItem, type FormField, fill, flatOptions } from './form.ts';
import type { ListField } from './List.tsx';
import { useFrame } from './PlanFrame.tsx';

type Items = Record<string, { order: number }>;

const kinds = new Set(['line', 'prose', 'word', 'date', 'year', 'amount', 'number', 'choice', 'choices']);

/** The fields of an item that a cell can fill. */
const columnsFrom = (fields: readonly FormField[]): Column[] =>
  fields
    .filter(({ kind }) => kinds.has(kind))
    .map((field) => ({
      name: field.name,
      kind: field.kind as Column['kind'],
      labels: [field.label],
      ...('options' in field ? { options: flatOptions(field.options) } : {}),
    }));

/** Rows of a spreadsheet pasted into a list: shown as they are understood, added when asked, and taken back as one. */
export function PasteTable({ field, path }: { field: ListField; path: string }) {
  const { words } = useFrame();
  const { getValues, setValue } = useFormContext();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Record<number, string>>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = useMemo(() => columnsFrom(field.fields), [field.fields]);
  const rows = useMemo(() => cellsOf(text), [text]);
  const found = useMemo(() => columnsOf(rows, columns), [rows, columns]);
  const say = words.paste;
  const names = found.names.map((name, at) => chosen[at] ?? name);
  const body = found.hasHead ? rows.slice(1) : rows;
  const read = body.map((row) => readRow(row, names, columns));
  const add = () => {
    let order = Math.max(0, ...Object.values((getValues(path) ?? {}) as Items).map((item) => item.order));
    const ids = read.map(({ item }) => {
      const key = uuidv7();
      order += 1;
      setValue(`${path}.${key}`, { order, ...emptyItem(field.fields), ...item });
      return key;
    });
    setAdded(ids);
    setText('');
    setChosen({});
  };
  const undo = () => {
    const left = { ...((getValues(path) ?? {}) as Items) };
    for (const key of added) delete left[key];
    setValue(path, left);
    setAdded([]);
  };
  const options = [
    { value: '', label: say.ignore },
    ...columns.map(({ name, labels }) => ({ value: name, label: labels[0] ?? name })),
  ];
  const unread = read.flatMap((row, at) =>
    row.unread.map((cell) => fill(say.unread, { row: at + 1, column: cell.at + 1, typed: cell.typed })),
  );
  return (
    <>
      <Field id={id} label={say.label} hint={say.intro}>
        <Area
          id={id}
          aria-describedby={`${id}-hint`}
          className="max-h-60 whitespace-pre"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      {read.length > 0 && (
        <>
          <section
            aria-label={say.preview}
            className="relative overflow-x-auto contain-inline-size"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
            tabIndex={0}
          >
            <table className="border-collapse text-sm [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_th]:min-w-36 [&_th]:p-1">
              <thead>
                <tr>
                  {names.map((name, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <th key={at} scope="col">
                      <Picker
                        aria-label={fill(say.column, { number: at + 1 })}
                        options={options}
                        value={name}
                        onChange={({ target }) => setChosen({ ...chosen, [at]: target.value })}
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {body.slice(0, 8).map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                  <tr key={index}>
                    {names.map((_, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                      <td key={at} dir="auto">
                        {row[at]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {unread.length > 0 && (
            <ul className="list-disc ps-5 text-sm text-warm">
              {unread.slice(0, 12).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <div>
            <Button look="quiet" onClick={add}>
              {fill(say.add, { count: read.length })}
            </Button>
          </div>
        </>
      )}
      <p role="status" className="flex flex-wrap items-center gap-3">
        {added.length > 0 && (
          <>
            {fill(say.added, { count: added.length })}
            <Button look="plain" onClick={undo}>
              {say.undo}
            </Button>
          </>
        )}
      </p>
    </>
  );
}
