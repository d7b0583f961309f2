'use client';

import { useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Picker } from '#ui/Select';
import { AnswerControl, isAnswer } from './AnswerControl.tsx';
import { ChoiceItem, useBoard } from './ChoiceContext.tsx';
import { ChoiceKeys } from './ChoiceKeys.tsx';
import { ClashNotes } from './ClashNotes.tsx';
import { useArrived } from './colleagues.ts';
import { type FieldProblem, type FormField, fill, type Option, type PartContent } from './form.ts';
import { Part } from './Part.tsx';
import { useFrame } from './PlanFrame.tsx';
import { type DecisionWords, RecommendationHead, type RecommendationTexts } from './RecommendationHead.tsx';
import { useField } from './useField.ts';

type Props = {
  texts: RecommendationTexts;
  fields: readonly FormField[];
  words: DecisionWords;
  start: PartContent;
  problems: readonly FieldProblem[];
};

/** What the country decides on one recommendation. The reason and the rest unfold, and are made only then. */
export function DecisionRow({ start, problems, ...rest }: Props) {
  return (
    <ChoiceItem id={rest.texts.id}>
      <Part start={start} problems={problems}>
        <Row part={start.part} {...rest} />
      </Part>
    </ChoiceItem>
  );
}

// Which decisions explain themselves: of the others the country’s reason is asked.
const plain = new Set<unknown>(['undecided', 'adopt']);
const inRow = new Set(['decision', 'priority']);

function Row({ part, texts, fields, words }: Omit<Props, 'start' | 'problems'> & { part: string }) {
  const { id } = texts;
  const { choices } = useBoard();
  const { colleagues } = useFrame().words;
  const arrived = useArrived(part);
  const { getValues, setValue } = useFormContext();
  const decision: string = useWatch({ name: `${part}.decision` });
  const reason: { ar?: string; en?: string } | undefined = useWatch({ name: `${part}.reason` });
  const [open, setOpen] = useState(false);

  useEffect(
    () =>
      choices.enrol(id, {
        read: () => ({ decision: getValues(`${part}.decision`), mergedInto: getValues(`${part}.mergedInto`) }),
        write: (choice) => {
          setValue(`${part}.decision`, choice.decision);
          setValue(`${part}.mergedInto`, choice.mergedInto);
        },
      }),
    [choices, id, part, getValues, setValue],
  );
  useEffect(() => choices.report(id, decision), [choices, id, decision]);

  // A link to a field of this decision opens it.
  useEffect(() => {
    const follow = () => {
      if (window.location.hash.startsWith(`#${part}.`)) setOpen(true);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [part]);
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (open && id.startsWith(`${part}.`)) document.getElementById(id)?.focus();
  }, [open, part]);

  const reasonAsked = !plain.has(decision) && !reason?.ar?.trim() && !reason?.en?.trim();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 md:grid-cols-[auto_1fr_13rem_10rem] md:gap-x-6">
      <ChoiceKeys
        id={id}
        label={fill(words.select, { title: texts.title })}
        decisions={decisionsOf(fields)}
        name={fill(words.recommendation, { paragraph: texts.paragraph })}
        onOpen={() => setOpen((before) => !before)}
      />
      <RecommendationHead texts={texts} words={words} />
      {fields.map((field) =>
        field.kind === 'choice' && inRow.has(field.name) ? (
          <InRow
            key={field.name}
            path={`${part}.${field.name}`}
            label={`${field.label}: ${fill(words.recommendation, { paragraph: texts.paragraph })}`}
            options={field.options}
          />
        ) : null,
      )}
      <details
        className="col-span-2 md:col-span-3 md:col-start-2"
        open={open}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
          {words.more}
          <span className="sr-only">: {texts.title}</span>
          {reasonAsked && <span className="ms-3 text-warm">{words.reasonAsked}</span>}
        </summary>
        <div className="grid gap-5 border-s-2 border-line py-3 ps-4">
          <div className="grid max-w-prose gap-1 text-muted">
            <p>{texts.summary}</p>
            <p>
              <a href={texts.href} className="text-blue underline underline-offset-4">
                {words.text}
                <span className="sr-only">: {texts.title}</span>
              </a>
            </p>
            <p>
              <a href={texts.page} className="text-blue underline underline-offset-4">
                {words.page}
                <span className="sr-only">: {texts.title}</span>
              </a>
            </p>
          </div>
          {open &&
            fields
              .filter(isAnswer)
              .filter(({ name }) => !inRow.has(name) && (name !== 'mergedInto' || decision === 'merge'))
              .map((field) => <AnswerControl key={field.name} field={field} path={`${part}.${field.name}`} />)}
        </div>
      </details>
      <div className="col-span-2 md:col-span-3 md:col-start-2">
        {arrived && <p className="text-sm text-muted">{fill(colleagues.row, arrived)}</p>}
        <ClashNotes path={part} own />
        <ClashNotes path={`${part}.decision`} own />
        <ClashNotes path={`${part}.priority`} own />
      </div>
    </div>
  );
}

/** The words for what can be decided, in the order of the keys. */
const decisionsOf = (fields: readonly FormField[]): readonly Option[] => {
  const field = fields.find(({ name }) => name === 'decision');
  return field?.kind === 'choice' ? field.options : [];
};

/** A choice that needs no label of its own to be seen: its column says what it is. */
const InRow = ({ path, label, options }: { path: string; label: string; options: readonly Option[] }) => (
  <Picker
    id={path}
    aria-label={label}
    options={options}
    className="col-start-2 self-start md:col-start-auto"
    {...useField(path)}
  />
);
