'use client';

import { type ComponentProps, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#ui/Button';
import { useTellAnswer } from './AnswerBoard.tsx';
import type { AnswerSaver, AnswerSaving, AnswerValues, KeptAnswer } from './answerSaver.ts';
import { answerSaver } from './answerSavers.ts';
import { ReviewForm } from './ReviewForm.tsx';

/** The sentences of saving: one for each of its states, and for who has to choose between two answers. */
export type SavingWords = Record<
  'saving' | 'saved' | 'waiting' | 'signedOut' | 'moved' | 'there' | 'keepMine' | 'takeTheirs' | 'again' | 'nothing',
  string
> & { answers: Record<string, string> };

const idle: AnswerSaving = { state: 'idle', code: '', now: null };
const silent = () => () => undefined;
const names = ['answer', 'noteAr', 'noteEn'] as const;

/** The form of one’s answer to a criterion, saved while it is given; by its button alone where the program isn’t there. */
export function AnswerForm({
  place,
  kept,
  seen,
  saving,
  ...form
}: Omit<ComponentProps<typeof ReviewForm>, 'children'> & {
  place: { round: string; criterion: string; userId: string };
  kept: AnswerValues;
  seen: string;
  saving: SavingWords;
}) {
  const { round, criterion, userId } = place;
  const box = useRef<HTMLDivElement>(null);
  const [saver, setSaver] = useState<AnswerSaver | null>(null);
  const shown = useSyncExternalStore(saver?.subscribe ?? silent, saver?.snapshot ?? (() => idle), () => idle);
  const tell = useTellAnswer();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is made anew has the same answer or a later one
  useEffect(() => {
    const made = answerSaver({ round, criterion, userId }, kept, seen);
    setSaver(made);
    const fields = box.current?.querySelector('form');
    if (!fields) return;
    if (made.isSettled && made.seen === seen)
      // Typed before the program was there.
      made.typed(read(fields));
    else write(fields, made.value);
    if (made.isSettled) tell(criterion, made.value.answer);
  }, [round, criterion, userId, seen]);

  useEffect(() => {
    if (saver && shown.state === 'saved') tell(criterion, saver.value.answer);
  }, [saver, shown, criterion, tell]);

  const take = () => {
    const fields = box.current?.querySelector('form');
    if (saver && fields) write(fields, saver.takeTheirs());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what the form within is given
    <div
      ref={box}
      onInput={(event) => {
        const fields = (event.target as HTMLElement).closest('form');
        if (fields) saver?.typed(read(fields));
      }}
      onBlur={() => saver && !saver.isSettled && shown.state === 'saving' && saver.flush()}
      onSubmit={(event) => {
        if (!saver) return;
        event.preventDefault();
        saver.flush();
      }}
    >
      <ReviewForm {...form}>
        <Standing shown={shown} words={saving} codes={form.words.codes} retry={() => saver?.flush()} />
        {shown.now && <Moved now={shown.now} words={saving} keep={() => saver?.keepMine()} take={take} />}
      </ReviewForm>
    </div>
  );
}

function read(form: HTMLFormElement): AnswerValues {
  const data = new FormData(form);
  const [answer = '', noteAr = '', noteEn = ''] = names.map((name) => String(data.get(name) ?? ''));
  return { answer: answer || 'unanswered', noteAr, noteEn };
}

function write(form: HTMLFormElement, values: AnswerValues): void {
  for (const name of names) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field) field.value = values[name];
  }
}

/** How saving stands, in words. Said aloud when it has settled, not at each pause. */
function Standing({
  shown: { state, code },
  words,
  codes,
  retry,
}: {
  shown: AnswerSaving;
  words: SavingWords;
  codes: Record<string, string>;
  retry: () => void;
}) {
  const [told, setTold] = useState('');
  const text = state === 'idle' ? '' : state === 'refused' ? (codes[code] ?? codes.invalid ?? '') : words[state];
  useEffect(() => {
    const settled = setTimeout(() => setTold(text), state === 'saving' ? 4000 : 500);
    return () => clearTimeout(settled);
  }, [text, state]);
  const isCalm = state === 'saved' || state === 'saving';
  return (
    <>
      <p
        data-save-state={state}
        className={`flex max-w-prose flex-wrap items-baseline gap-x-3 empty:hidden ${isCalm ? (state === 'saved' ? 'text-good' : 'text-muted') : 'font-medium text-warm'}`}
      >
        {text && <span>{text}</span>}
        {(state === 'waiting' || state === 'signedOut') && (
          <Button look="plain" onClick={retry}>
            {words.again}
          </Button>
        )}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

/** What was answered in another window, to be taken or replaced. */
function Moved({
  now,
  words,
  keep,
  take,
}: {
  now: KeptAnswer;
  words: SavingWords;
  keep: () => void;
  take: () => void;
}) {
  return (
    <div className="grid w-full justify-items-start gap-2 border-s-2 border-warm ps-4">
      <p className="text-muted">{words.there}</p>
      <p className="font-medium">{words.answers[now.answer]}</p>
      {(['noteAr', 'noteEn'] as const).map((name) =>
        now[name] ? (
          <p
            key={name}
            lang={name === 'noteAr' ? 'ar' : 'en'}
            dir={name === 'noteAr' ? 'rtl' : 'ltr'}
            className="w-full max-w-prose whitespace-pre-line"
          >
            {now[name]}
          </p>
        ) : null,
      )}
      {!now.noteAr && !now.noteEn && <p className="text-muted">{words.nothing}</p>}
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={keep}>
          {words.keepMine}
        </Button>
        <Button look="quiet" onClick={take}>
          {words.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
