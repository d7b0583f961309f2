'use client';

import { useEffect, useState } from 'react';
import { useArrivedElsewhere, useArrivedHere } from './colleagues.ts';
import { type FormWords, fill } from './form.ts';
import { PlainSave } from './PlainSave.tsx';
import { useProgram } from './plain.ts';
import { SaveState } from './SaveState.tsx';
import { type SaveStateName, useSaveState } from './saveStates.ts';

const borders: Record<SaveStateName, string> = {
  idle: 'border-line',
  saved: 'border-good',
  saving: 'border-line',
  device: 'border-warm',
  clash: 'border-warm',
  signIn: 'border-warm',
  unsaved: 'border-warm',
};

/** At the foot of the window: how saving stands, and what colleagues did meanwhile. */
export function FootBar({
  edits,
  overview,
  words,
  locale,
}: {
  edits: boolean;
  overview: boolean;
  words: FormWords;
  locale: string;
}) {
  const state = useSaveState();
  const isHere = useProgram();
  const news = useNews(words.colleagues, overview);
  if (!edits && !news) return null;
  return (
    <div
      className={`sticky bottom-0 z-10 -mx-4 flex flex-wrap justify-between gap-x-6 border-t-2 bg-paper px-4 py-2 sm:-mx-6 sm:px-6 ${borders[state]}`}
    >
      {edits && (isHere ? <SaveState words={words.save} locale={locale} /> : <PlainSave />)}
      {news}
    </div>
  );
}

/** How long it is said that something has come, in milliseconds. */
const WHILE = 20_000;

/** What colleagues did, in a sentence: in the forms of this page for a while, in the rest of the plan until it is loaded anew. */
function useNews(words: FormWords['colleagues'], overview: boolean) {
  const here = useArrivedHere();
  const elsewhere = useArrivedElsewhere();
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (!here) return;
    const timer = setTimeout(() => setOver(here.at), WHILE);
    return () => clearTimeout(timer);
  }, [here]);
  const isHere = here && here.at > over;
  const text = isHere ? fill(words.here, here) : overview && elsewhere ? fill(words.elsewhere, elsewhere) : '';
  if (!text) return null;
  return (
    <p role="status" data-colleagues>
      {text}{' '}
      {!isHere && (
        <a href={globalThis.location?.href} className="text-blue underline underline-offset-4">
          {words.again}
        </a>
      )}
    </p>
  );
}
