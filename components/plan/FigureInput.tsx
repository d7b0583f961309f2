'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Input } from '#ui/TextInput';
import { FieldFrame, useDescribed } from './FieldFrame.tsx';
import type { FormField } from './form.ts';
import { useFrame } from './PlanFrame.tsx';
import { forgetSaveState, reportSaveState } from './saveStates.ts';
import { type Read, showFigure } from './typed.ts';

/**
 * An amount, a number or a year, typed with whatever digits and separators people use. What can’t be read stays on the
 * screen and says so; the plan keeps the last figure that could.
 */
export function FigureInput({
  field,
  path,
  read,
  error,
}: {
  field: FormField;
  path: string;
  read: Read;
  error: 'notAmount' | 'notNumber' | 'notYear';
}) {
  const { words } = useFrame();
  const { setValue } = useFormContext();
  const stored: unknown = useWatch({ name: path });
  const isYear = field.kind === 'year';
  const show = (value: unknown) => (isYear ? String(value ?? '') : showFigure(value));
  const [text, setText] = useState(() => show(stored));
  const [wrong, setWrong] = useState(false);
  const typing = useRef(false);

  // A colleague’s figure that arrives is shown, unless one is being typed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new stored figure is news
  useEffect(() => {
    if (!typing.current) setText(show(stored));
  }, [stored]);
  useEffect(() => {
    if (wrong) reportSaveState(path, 'unsaved');
    return () => forgetSaveState(path);
  }, [wrong, path]);

  const problem = wrong ? words.errors[error] : undefined;
  const described = useDescribed(field, path, problem);
  return (
    <FieldFrame field={field} path={path} error={problem}>
      <Input
        {...described}
        name={path}
        dir="ltr"
        inputMode={isYear ? 'numeric' : 'decimal'}
        autoComplete="off"
        className={isYear ? 'max-w-32' : 'max-w-60 tabular-nums'}
        value={text}
        onChange={({ target }) => {
          typing.current = true;
          setText(target.value);
          const figure = read(target.value);
          setWrong(false);
          if (figure !== null) setValue(path, isYear && figure === '' ? null : figure);
        }}
        onBlur={() => {
          typing.current = false;
          const figure = read(text);
          setWrong(figure === null);
          if (figure !== null) setText(show(figure));
        }}
      />
    </FieldFrame>
  );
}
