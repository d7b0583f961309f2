import { FORM_ID } from './plain.ts';

// On a slow line people have begun to write before the page's program comes, and go on while it takes the fields over,
// which takes it a moment and gives each field the value that the server sent. So what they make of a field is noted
// from the first line of the program that runs until the last field is taken over, and then goes the way of all typing.

type NativeField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What a person made of a field. */
export type Made = { value: string; checked: boolean };
type Noted = Made & { cursor: number | null };

const made = new Map<NativeField, Noted>();
let isReady = typeof window === 'undefined';

/** A field of the page's form, where a person can change it. */
const isField = (target: EventTarget | null): target is NativeField =>
  (target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement) &&
  target.form?.id === FORM_ID &&
  target.type !== 'hidden';

function isChanged(field: NativeField): boolean {
  if (field instanceof HTMLSelectElement) {
    const sent = [...field.options].find(({ defaultSelected }) => defaultSelected);
    return sent !== undefined && field.value !== sent.value;
  }
  const isTicked = field instanceof HTMLInputElement && field.checked !== field.defaultChecked;
  return isTicked || field.value !== field.defaultValue;
}

function note(field: NativeField): void {
  const isTicked = field instanceof HTMLInputElement && field.checked;
  const cursor = field instanceof HTMLSelectElement ? null : field.selectionStart;
  made.set(field, { value: field.value, checked: isTicked, cursor });
}

/** Gives a field back what was typed into it, with the cursor where it was. */
function giveBack(field: NativeField, { value, cursor }: Noted): void {
  if (field.value === value) return;
  field.value = value;
  if (cursor !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(cursor, cursor);
}

function onInput({ target }: Event): void {
  if (isField(target)) note(target);
}

/** The next letter goes to what was typed before it, also where the program has put another text there meanwhile. */
function onBeforeInput(event: InputEvent): void {
  const { target } = event;
  const before = isField(target) && made.get(target);
  if (before && !event.isComposing) giveBack(target, before);
}

if (!isReady) {
  for (const field of document.querySelectorAll('input, textarea, select'))
    if (isField(field) && isChanged(field)) note(field);
  window.addEventListener('input', onInput, true);
  window.addEventListener('beforeinput', onBeforeInput, true);
}

/** The page's program has taken over all fields that were there. */
export function markReady(): void {
  if (isReady) return;
  isReady = true;
  window.removeEventListener('input', onInput, true);
  window.removeEventListener('beforeinput', onBeforeInput, true);
  made.clear();
}

/** What a person made of the fields of a name, in which they stand again from now on. */
export function takeNoted(name: string): Made[] {
  const noted = [...made].filter(([field]) => field.name === name);
  for (const [field, each] of noted) giveBack(field, each);
  return noted.map(([, each]) => each);
}
