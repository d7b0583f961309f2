'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type Read, showFigure } from '#plan/typed';
import { Input } from '#ui/TextInput';
import { FieldFrame, useDescribed } from './FieldFrame.tsx';
import type { FormField } from './form.ts';
import { usePart } from './Part.tsx';
import { useFrame } from './PlanFrame.tsx';
import { FORM_ID } from './plain.ts';
import { forgetSaveState, reportSaveState } from './saveStates.ts';
import { useEarly } from './useField.ts';

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
  const back = usePart().typed(path);
  const stored: unknown = useWatch({ name: path });
  const isYear = field.kind === 'year';
  const show = (value: unknown) => (isYear ? String(value ?? '') : showFigure(value));
  const [text, setText] = useState(() => back ?? show(stored));
  const [wrong, setWrong] = useState(back !== undefined);
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

  const take = (typed: string) => {
    const figure = read(typed);
    if (figure !== null) setValue(path, isYear && figure === '' ? null : figure);
  };
  useEarly(path, ([made]) => {
    if (!made) return;
    setText(made.value);
    take(made.value);
    setWrong(read(made.value) === null);
  });

  const problem = wrong ? words.errors[error] : undefined;
  const described = useDescribed(field, path, problem);
  return (
    <FieldFrame field={field} path={path} error={problem}>
      <Input
        {...described}
        name={path}
        form={FORM_ID}
        dir="ltr"
        inputMode={isYear ? 'numeric' : 'decimal'}
        autoComplete="off"
        className={isYear ? 'max-w-32' : 'max-w-60 tabular-nums'}
        value={text}
        onChange={({ target }) => {
          typing.current = true;
          setText(target.value);
          setWrong(false);
          take(target.value);
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
