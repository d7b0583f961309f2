'use client';

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFrame } from './PlanFrame.tsx';

/**
 * A fold of which the program comes when it is opened: what few people need weighs on nobody’s page. It has its place from
 * the beginning, so that nothing moves when the page’s own program comes, and isn’t there where no program runs.
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
  const [Content, setContent] = useState<ComponentType<P> | null>(null);
  const [hasFailed, setFailed] = useState(false);
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
  const fold = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for who opened it before the page’s program was there
  useEffect(() => {
    if (fold.current?.open) open();
  }, []);
  return (
    <details ref={fold} onToggle={open} className="needs-program">
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
