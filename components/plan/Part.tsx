'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type Clash, useAutosave, usePartSaver } from './autosave.ts';
import type { FieldProblem, PartContent } from './form.ts';
import { useFrame } from './PlanFrame.tsx';
import { forgetSaveState, reportSaveState } from './saveStates.ts';
import { keepingCursor, typedBefore } from './useField.ts';

type PartState = {
  part: string;
  clashes: readonly Clash[];
  resolve: (path: string, keep: 'mine' | 'theirs') => void;
  refused: { path: string; code: string } | null;
  problems: readonly FieldProblem[];
};

const PartContext = createContext<PartState | null>(null);

/** The part in which a field lies. */
export function usePart(): PartState {
  const part = useContext(PartContext);
  if (!part) throw new Error('A field stands outside its Part');
  return part;
}

const none: readonly FieldProblem[] = [];

/**
 * One part of a plan as a form that saves itself. The names of its fields are their paths in the plan, so that changes,
 * problems and links all speak of a field alike.
 */
export function Part({
  start,
  problems = none,
  className = 'grid gap-8',
  children,
}: {
  start: PartContent;
  problems?: readonly FieldProblem[];
  className?: string;
  children: ReactNode;
}) {
  const { planId, userId } = useFrame();
  const { part } = start;
  const saver = usePartSaver({ planId, userId }, start);
  const form = useForm({ defaultValues: useMemo(() => nested(part, saver.value), [part, saver]) });
  const [edited, setEdited] = useState<readonly string[]>([]);
  const applying = useRef(false);
  const [early] = useState(() => typedBefore(part));

  const { state, clashes, refused } = useAutosave(saver, {
    read: () => form.getValues(part),
    write: (path, value) => {
      applying.current = true;
      keepingCursor(path, () => form.setValue(path, value));
      applying.current = false;
    },
  });

  useEffect(() => {
    const { unsubscribe } = form.watch((_, { name }) => {
      if (applying.current) return;
      saver.touch();
      if (name) setEdited((before) => (before.includes(name) ? before : [...before, name]));
    });
    return unsubscribe;
  }, [form, saver]);

  useEffect(() => {
    for (const { path, value } of early) form.setValue(path, value);
  }, [form, early]);

  useEffect(() => reportSaveState(part, state), [part, state]);
  useEffect(() => () => forgetSaveState(part), [part]);

  const value = useMemo(
    () => ({
      part,
      clashes,
      resolve: (path: string, keep: 'mine' | 'theirs') => saver.resolve(path, keep),
      refused,
      problems: problems.filter(({ path }) => !edited.some((name) => name === path || name.startsWith(`${path}.`))),
    }),
    [part, clashes, saver, refused, problems, edited],
  );
  return (
    <PartContext value={value}>
      <FormProvider {...form}>
        {/* `off`: else the browser writes what is typed into a file of its own, and shows it to the next person. */}
        <form noValidate autoComplete="off" className={className} onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
      </FormProvider>
    </PartContext>
  );
}

/** `content` at the path of its part: {about: …}, {actions: {<id>: …}}. */
function nested(part: string, content: unknown): Record<string, unknown> {
  const [first = '', ...rest] = part.split('.');
  return { [first]: rest.length ? nested(rest.join('.'), content) : structuredClone(content) };
}
