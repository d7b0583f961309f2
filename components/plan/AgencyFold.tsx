'use client';

import { LaterFold } from './LaterFold.tsx';
import { useFrame } from './PlanFrame.tsx';

/** The way to add an agency at a field that names one, for who may. */
export function AgencyFold({ onAdd }: { onAdd: (id: string) => void }) {
  const { addsAgencies, words } = useFrame();
  if (!addsAgencies) return null;
  return (
    <LaterFold
      summary={words.agency.open}
      load={() => import('./AgencyAdder.tsx').then((module) => module.AgencyAdder)}
      props={{ onAdd }}
    />
  );
}
