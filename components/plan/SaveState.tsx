'use client';

import { useEffect, useState } from 'react';
import type { FormWords } from './form.ts';
import { type SaveStateName, useSaveState } from './saveStates.ts';

const tones: Record<SaveStateName, string> = {
  idle: 'border-line text-muted',
  saved: 'border-good text-good',
  saving: 'border-line text-muted',
  device: 'border-warm text-warm',
  clash: 'border-warm text-warm',
  signIn: 'border-warm text-warm',
  unsaved: 'border-warm text-warm',
};

/** The state of saving, in words, at the foot of the window. Said aloud when it has settled, not at each keystroke. */
export function SaveState({ words, locale }: { words: FormWords['save']; locale: string }) {
  const state = useSaveState();
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState('');

  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', keep);
    return () => window.removeEventListener('keydown', keep);
  }, []);

  const calm = state === 'idle' || state === 'saved';
  const text = asked && calm ? words.already : words[state];
  useEffect(() => {
    if (state === 'idle' && !asked) return;
    const settled = setTimeout(() => setTold(text), state === 'saving' ? 4000 : 800);
    return () => clearTimeout(settled);
  }, [text, state, asked]);
  useEffect(() => {
    if (!asked) return;
    const over = setTimeout(() => setAsked(false), 4000);
    return () => clearTimeout(over);
  }, [asked]);

  return (
    <div className={`sticky bottom-0 z-10 -mx-4 border-t-2 bg-paper px-4 py-2 sm:-mx-6 sm:px-6 ${tones[state]}`}>
      <p data-save-state={state}>
        {text}
        {state === 'signIn' && (
          <>
            {' '}
            <a
              href={`/${locale}/sign-in?next=${encodeURIComponent(globalThis.location?.pathname ?? '')}`}
              target="_blank"
              rel="noreferrer"
              className="underline"
            >
              {words.signInLink}
            </a>
          </>
        )}
      </p>
      <p role="status" aria-label={words.label} className="sr-only">
        {told}
      </p>
    </div>
  );
}
