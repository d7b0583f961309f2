'use client';

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Frame } from './form.ts';
import { SaveState } from './SaveState.tsx';
import { markReady } from './useField.ts';

const FrameContext = createContext<Frame | null>(null);

/** What all forms of the page have in common. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A form of a plan stands outside its PlanFrame');
  return frame;
}

/** Around all forms of a page: what they share, the state of saving, and going to the field that the address names. */
export function PlanFrame({ frame, edits, children }: { frame: Frame; edits: boolean; children: ReactNode }) {
  useEffect(() => {
    markReady();
    goToField();
    window.addEventListener('hashchange', goToField);
    return () => window.removeEventListener('hashchange', goToField);
  }, []);
  return (
    <FrameContext value={frame}>
      {children}
      {edits && <SaveState words={frame.words.save} locale={frame.locale} />}
    </FrameContext>
  );
}

/** Opens what the field is folded into, and moves there as a press on its label would. */
function goToField() {
  const id = decodeURIComponent(window.location.hash.slice(1));
  const place = id ? document.getElementById(id) : null;
  if (!place) return;
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const control = place.matches('input, textarea, select')
    ? place
    : place.querySelector<HTMLElement>('input, textarea, select, summary, button');
  (control ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}
