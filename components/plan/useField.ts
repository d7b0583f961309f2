import { useEffect, useState } from 'react';
import { type RegisterOptions, useFormContext } from 'react-hook-form';
import { type Made, takeNoted } from './early.ts';
import { usePart } from './Part.tsx';
import { FORM_ID } from './plain.ts';

/**
 * The attributes of a native control. Its value stands in the page as the server sends it, so that it can be read before
 * the page's program has come over a slow line, or where it never does.
 */
export function useField(path: string, options?: RegisterOptions) {
  const { register, getValues, setValue } = useFormContext();
  const { typed } = usePart();
  const [initial] = useState<unknown>(() => typed(path) ?? getValues(path));
  const stored = typeof initial === 'boolean' ? { defaultChecked: initial } : { defaultValue: String(initial ?? '') };
  useEarly(path, ([made]) => {
    if (made && typeof initial === 'boolean') setValue(path, made.checked);
    else if (made) setValue(path, options?.setValueAs ? options.setValueAs(made.value) : made.value);
  });
  return { form: FORM_ID, ...stored, ...register(path, options) };
}

/**
 * Takes over what a person made of the native fields of a name before the page's program had taken them over.
 * @param take what the form does with it, once it is one that saves itself
 */
export function useEarly(name: string, take: (fields: readonly Made[]) => void): void {
  const { takeEarly } = usePart();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field is taken over
  useEffect(() => {
    const noted = takeNoted(name);
    if (noted.length > 0) takeEarly(() => take(noted));
  }, []);
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
