'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { fieldError } from './AfterNotice.tsx';
import { type Clash, useAutosave, usePartSaver } from './autosave.ts';
import type { FieldProblem, PartContent } from './form.ts';
import { PlainPart } from './PlainForm.tsx';
import { useFrame } from './PlanFrame.tsx';
import { useProgram } from './plain.ts';
import { forgetSaveState, reportSaveState } from './saveStates.ts';
import { keepingCursor } from './useField.ts';

type PartState = {
  part: string;
  clashes: readonly Clash[];
  resolve: (path: string, keep: 'mine' | 'theirs') => void;
  refused: { path: string; code: string } | null;
  problems: readonly FieldProblem[];
  /** What was typed into a field and could not be stored, where the page’s form came back with it. */
  typed: (path: string) => string | undefined;
  /** Something to do with what was typed before this form was there, once it is. */
  takeEarly: (take: () => void) => void;
  /** The items that were taken out by the page’s form, and can be put back. */
  removed: readonly string[];
};

const PartContext = createContext<PartState | null>(null);

/** The part in which a field lies. */
export function usePart(): PartState {
  const part = useContext(PartContext);
  if (!part) throw new Error('A field stands outside its Part');
  return part;
}

// None is none, whichever list says so: a form with many fields isn’t drawn anew for it.
const none: readonly never[] = [];

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
  const { planId, userId, after, words } = useFrame();
  const isHere = useProgram();
  const { part } = start;
  const told = after?.parts[part];
  const saver = usePartSaver({ planId, userId }, start);
  const form = useForm({ defaultValues: useMemo(() => nested(part, saver.value), [part, saver]) });
  const [edited, setEdited] = useState<readonly string[]>([]);
  const said = useRef<readonly FieldProblem[]>([]);
  const applying = useRef(false);
  const early = useRef<(() => void)[]>([]);

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
      // What was said about a field no longer holds. Where nothing was, no field has to be drawn anew.
      if (name && said.current.some(({ path }) => isAt(name, path)))
        setEdited((before) => (before.includes(name) ? before : [...before, name]));
    });
    return unsubscribe;
  }, [form, saver]);

  useEffect(() => {
    for (const { path, typed } of told?.unread ?? []) if (/\.(ar|en)$/.test(path)) form.setValue(path, typed);
    for (const take of early.current.splice(0)) take();
  }, [form, told]);

  // From a form that was sent without this program: it goes on with the choice that is left.
  useEffect(() => {
    if (told?.clashes.length) saver.meet(told.clashes);
  }, [saver, told]);

  useEffect(() => reportSaveState(part, state), [part, state]);
  useEffect(() => () => forgetSaveState(part), [part]);

  const notes = useMemo(
    () => [
      ...(told?.unread ?? []).map(({ path, code }) => ({
        path,
        severity: 'wrong' as const,
        message: fieldError(code, words.errors),
      })),
      ...problems,
    ],
    [told, words, problems],
  );
  useEffect(() => {
    said.current = notes;
  }, [notes]);
  const met = isHere ? clashes : (told?.clashes ?? none);
  const clashing = met.length > 0 ? met : none;
  const value = useMemo(
    () => ({
      part,
      clashes: clashing,
      resolve: (path: string, keep: 'mine' | 'theirs') => saver.resolve(path, keep),
      refused,
      problems: notes.filter(({ path }) => !edited.some((name) => isAt(name, path))),
      typed: (path: string) => told?.unread.find((each) => each.path === path)?.typed,
      takeEarly: (take: () => void) => early.current.push(take),
      removed: isHere ? [] : (told?.removed ?? []),
    }),
    [part, clashing, saver, refused, notes, edited, told, isHere],
  );
  return (
    <PartContext value={value}>
      <FormProvider {...form}>
        <div className={className}>
          <PlainPart part={part} revision={start.revision} />
          {children}
        </div>
      </FormProvider>
    </PartContext>
  );
}

/** Whether a field is the one that a problem is at, or lies in it. */
const isAt = (name: string, path: string): boolean => name === path || name.startsWith(`${path}.`);

/** `content` at the path of its part: {about: …}, {actions: {<id>: …}}. */
function nested(part: string, content: unknown): Record<string, unknown> {
  const [first = '', ...rest] = part.split('.');
  return { [first]: rest.length ? nested(rest.join('.'), content) : structuredClone(content) };
}
