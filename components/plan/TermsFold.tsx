'use client';

import { LaterFold } from './LaterFold.tsx';
import { useFrame } from './PlanFrame.tsx';
import type { Term } from './Terms.tsx';

/** The way to the terms, beside the work. */
export function TermsFold({ own }: { own: readonly Term[] }) {
  const { words } = useFrame();
  return (
    <LaterFold
      summary={words.terms.open}
      load={() => import('./Terms.tsx').then((module) => module.Terms)}
      props={{ own }}
    />
  );
}
