'use client';

import { useEffect, useState } from 'react';
import type { FormWords } from './form.ts';
import { type SaveStateName, useSaveState } from './saveStates.ts';

const tones: Record<SaveStateName, string> = {
  idle: 'text-muted',
  saved: 'text-good',
  saving: 'text-muted',
  device: 'text-warm',
  clash: 'text-warm',
  signIn: 'text-warm',
  unsaved: 'text-warm',
};

/** The state of saving, in words. Said aloud when it has settled, not at each keystroke. */
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
    <>
      <p data-save-state={state} className={tones[state]}>
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
    </>
  );
}
