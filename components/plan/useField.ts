import { useState } from 'react';
import { type RegisterOptions, useFormContext } from 'react-hook-form';
import { usePart } from './Part.tsx';
import { FORM_ID } from './plain.ts';

/**
 * The attributes of a native control. Its value stands in the page as the server sends it, so that it can be read before
 * the page's program has come over a slow line, or where it never does.
 */
export function useField(path: string, options?: RegisterOptions) {
  const { register, getValues } = useFormContext();
  const { typed } = usePart();
  const [initial] = useState<unknown>(() => typed(path) ?? getValues(path));
  const stored = typeof initial === 'boolean' ? { defaultChecked: initial } : { defaultValue: String(initial ?? '') };
  return { form: FORM_ID, ...stored, ...register(path, options) };
}

let isReady = false;
/** The page's program has taken over all fields that were there. */
export const markReady = (): void => {
  isReady = true;
};

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What someone made of a field since the server sent it; undefined where that is nothing. */
function typedIn(field: NativeField): string | undefined {
  const sent =
    field instanceof HTMLSelectElement
      ? [...field.options].find((option) => option.defaultSelected)?.value
      : field.defaultValue;
  return sent === undefined || field.value === sent ? undefined : field.value;
}

/**
 * What was typed into the native fields of a part before the page's program took them over; asked while it does. Fields
 * that read what is typed (`data-read`) ask for themselves, with `typedInto`.
 */
export function typedBefore(part: string): { path: string; value: string }[] {
  if (isReady || typeof document === 'undefined') return [];
  const kinds = ':is(input:not([type=checkbox], [type=radio], [data-read]), textarea, select)';
  return [...document.querySelectorAll<NativeField>(`${kinds}[name^="${CSS.escape(part)}."]`)].flatMap((field) => {
    const value = typedIn(field);
    return value === undefined ? [] : [{ path: field.name, value }];
  });
}

/** The same for one field, by its id. */
export function typedInto(id: string): string | undefined {
  if (isReady || typeof document === 'undefined') return undefined;
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement ? typedIn(field) : undefined;
}

/** Changes a field from outside, and leaves the cursor of who is in it at the same words. */
export function keepingCursor(path: string, write: () => void): void {
  const field = document.activeElement;
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  // Fields of dates and figures have no cursor to speak of.
  if (!isText || field.name !== path || field.selectionStart === null) return write();
  const { value: before, selectionStart, selectionEnd } = field;
  write();
  const moved = (at: number) => placeAfter(before, field.value, at);
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd ?? selectionStart));
}

/** Where a place in a text lies in another that came of it: counted from whichever end is the same up to there. */
function placeAfter(before: string, after: string, at: number): number {
  if (after.startsWith(before.slice(0, at))) return at;
  const fromEnd = before.length - at;
  return after.endsWith(before.slice(at)) ? after.length - fromEnd : Math.min(at, after.length);
}
