import { useState } from 'react';
import { Button } from '#ui/Button';
import { Picker } from '#ui/Select';
import { useBoard, useChosen } from './ChoiceContext.tsx';
import { fill, type Option } from './form.ts';

/** What can be done with the recommendations that are selected, and taking the last deed back. */
export function ChoiceBar({
  options,
  titles,
  words,
}: {
  options: readonly Option[];
  titles: Record<string, string>;
  words: {
    selected: string;
    forSelected: string;
    intoWhich: string;
    apply: string;
    clear: string;
    undo: string;
    doneToSeveral: string;
    undone: string;
  };
}) {
  const { choices, tell } = useBoard();
  const { selected, canUndo } = useChosen();
  const [decision, setDecision] = useState('adopt');
  const [into, setInto] = useState('');
  if (selected.size === 0 && !canUndo) return null;

  const apply = () => {
    const count = choices.decide([...selected], decision, decision === 'merge' && into ? into : null);
    const name = options.find(({ value }) => value === decision)?.label ?? '';
    tell(fill(words.doneToSeveral, { count, decision: name }));
    choices.clear();
  };
  return (
    <div className="sticky bottom-8 z-5 -mx-4 flex flex-wrap items-center gap-3 border-t border-edge bg-sunken px-4 pt-3 pb-7 sm:-mx-6 sm:px-6">
      {selected.size > 0 && (
        <>
          <p className="font-medium">{fill(words.selected, { count: selected.size })}</p>
          <Picker
            aria-label={words.forSelected}
            value={decision}
            onChange={({ target }) => setDecision(target.value)}
            options={options}
            className="w-auto!"
          />
          {decision === 'merge' && (
            <Picker
              aria-label={words.intoWhich}
              value={into}
              onChange={({ target }) => setInto(target.value)}
              options={[
                { value: '', label: words.intoWhich },
                ...Object.entries(titles).map(([value, label]) => ({ value, label })),
              ]}
              className="w-auto! max-w-full"
            />
          )}
          <Button onClick={apply}>{words.apply}</Button>
          <Button look="quiet" onClick={() => choices.clear()}>
            {words.clear}
          </Button>
        </>
      )}
      {canUndo && (
        <Button look="quiet" onClick={() => tell(fill(words.undone, { count: choices.undo().length }))}>
          {words.undo}
        </Button>
      )}
    </div>
  );
}
