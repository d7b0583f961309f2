'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { formNames } from '#plan/afterForm';
import { AfterNotice } from './AfterNotice.tsx';
import { watchColleagues } from './colleagues.ts';
import { markReady } from './early.ts';
import { FootBar } from './FootBar.tsx';
import type { Frame, Option } from './form.ts';
import { PlainForm } from './PlainForm.tsx';

type HeldFrame = Frame & {
  /** An agency that was added on this page can be chosen everywhere on it. */
  gainAgency: (agency: Option) => void;
};

const FrameContext = createContext<HeldFrame | null>(null);

/** What all forms of the page have in common. */
export function useFrame(): HeldFrame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A form of a plan stands outside its PlanFrame');
  return frame;
}

/**
 * Around all forms of a page: what they share, the state of saving, what colleagues bring, and going to the field that
 * the address names.
 */
export function PlanFrame({
  frame,
  edits,
  overview = false,
  children,
}: {
  frame: Frame;
  edits: boolean;
  /** The page shows what stands in other parts of the plan, as it was when it was made. */
  overview?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    markReady();
    goToField();
    forgetForm();
    window.addEventListener('hashchange', goToField);
    return () => window.removeEventListener('hashchange', goToField);
  }, []);
  const { planId, userId, readAt } = frame;
  useEffect(() => watchColleagues({ planId, userId, readAt }), [planId, userId, readAt]);
  const [gained, setGained] = useState<readonly Option[]>([]);
  const held = useMemo(() => {
    const { agencies } = frame.options;
    return {
      ...frame,
      options: agencies ? { ...frame.options, agencies: [...agencies, ...gained] } : frame.options,
      gainAgency: (agency: Option) => setGained((before) => [...before, agency]),
    };
  }, [frame, gained]);
  return (
    <FrameContext value={held}>
      {edits && <PlainForm />}
      <AfterNotice />
      {children}
      <FootBar edits={edits} overview={overview} words={frame.words} locale={frame.locale} />
    </FrameContext>
  );
}

/** What a form without the page’s program did is told once: the address no longer asks for it. */
function forgetForm() {
  const url = new URL(window.location.href);
  for (const name of Object.values(formNames)) url.searchParams.delete(name);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
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
