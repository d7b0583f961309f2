'use client';

import { type ComponentType, type ReactNode, useState } from 'react';
import { useFrame } from './PlanFrame.tsx';
import { useProgram } from './plain.ts';

/**
 * A fold of which the program comes when it is opened: what few people need weighs on nobody’s page. It isn’t there where
 * no program comes.
 */
export function LaterFold<P extends object>({
  summary,
  load,
  props,
}: {
  summary: ReactNode;
  load: () => Promise<ComponentType<P>>;
  props: P;
}) {
  const { words } = useFrame();
  const isHere = useProgram();
  const [Content, setContent] = useState<ComponentType<P> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  if (!isHere) return null;
  const open = () => {
    if (Content) return;
    load().then(
      (loaded) => {
        setContent(() => loaded);
        setFailed(false);
      },
      () => setFailed(true),
    );
  };
  return (
    <details onToggle={open}>
      <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">{summary}</summary>
      <div className="mt-2 grid gap-3 border-s-2 border-line ps-4">
        {Content && <Content {...props} />}
        {hasFailed && (
          <p role="alert" className="text-warm">
            {words.later}
          </p>
        )}
      </div>
    </details>
  );
}
