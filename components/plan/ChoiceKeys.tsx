import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { useBoard } from './ChoiceContext.tsx';
import { fill, type Option } from './form.ts';

/** Which key decides what, by its place on the keyboard: 0 takes a decision away, the others are in the order of the list. */
const digitOf = (code: string): number | null => {
  const [, digit] = code.match(/^(?:Digit|Numpad)(\d)$/) ?? [];
  return digit === undefined ? null : Number(digit);
};

/** The places of the list that are shown, to go from one to the next. */
const placesAround = (box: HTMLElement): HTMLElement[] =>
  [...(box.closest('[data-choices]')?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])].filter((each) =>
    each.checkVisibility(),
  );

/**
 * The box by which a recommendation is selected, and from which it is decided by keyboard: the arrows go through the list,
 * a figure decides, Enter opens, Ctrl+Z takes back. Single keys hold only while the box has the focus (WCAG 2.1.4).
 */
export function ChoiceKeys({
  id,
  label,
  name,
  decisions,
  onOpen,
}: {
  id: string;
  label: string;
  /** How the recommendation is called when a deed is told. */
  name: string;
  decisions: readonly Option[];
  onOpen: () => void;
}) {
  const { choices, tell, words } = useBoard();
  const isSelected = useSyncExternalStore(
    choices.subscribe,
    () => choices.snapshot().selected.has(id),
    () => false,
  );

  const decide = (decision: Option) => {
    const ids = choices.meantBy(id);
    const count = choices.decide(ids, decision.value);
    const text = ids.length > 1 ? words.doneToSeveral : words.done;
    tell(fill(text, { name, count, decision: decision.label }));
  };
  const undo = () => {
    const count = choices.undo().length;
    tell(count > 0 ? fill(words.undone, { count }) : words.nothingToUndo);
  };
  const go = (box: HTMLElement, step: number, selects: boolean) => {
    const places = placesAround(box);
    const place = places[places.indexOf(box) + step];
    place?.focus();
    if (selects && place?.dataset.choice) choices.select(place.dataset.choice, true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget: box, code, key, shiftKey } = event;
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (code !== 'KeyZ' || shiftKey) return;
      undo();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (shiftKey) choices.select(id, true);
      go(box, key === 'ArrowDown' ? 1 : -1, shiftKey);
    } else if (key === 'Enter') onOpen();
    else if (key === 'Escape') choices.clear();
    else if (key === '/') document.getElementById('q')?.focus();
    else {
      const digit = digitOf(code);
      const decision = digit === null ? undefined : decisions[digit];
      if (!decision) return;
      decide(decision);
    }
    event.preventDefault();
  };
  return (
    <input
      type="checkbox"
      data-choice={id}
      aria-label={label}
      aria-keyshortcuts="1 2 3 4 5 0 Enter ArrowUp ArrowDown"
      checked={isSelected}
      onChange={({ target }) => choices.select(id, target.checked)}
      onKeyDown={onKeyDown}
      className="mt-0.5 size-6 accent-blue"
    />
  );
}
