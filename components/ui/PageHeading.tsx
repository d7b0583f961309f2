import type { ReactNode } from 'react';

/** The one heading of a page, with what stands small above it and the sentence below. */
export function PageHeading({ above, children, intro }: { above?: ReactNode; children: ReactNode; intro?: ReactNode }) {
  return (
    <header className="grid gap-2">
      {above && <p className="text-muted first-letter:uppercase">{above}</p>}
      <h1 className="text-3xl">{children}</h1>
      {intro && <p className="max-w-prose text-lg text-muted">{intro}</p>}
    </header>
  );
}
