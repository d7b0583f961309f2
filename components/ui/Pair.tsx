import type { ReactNode } from 'react';

/** Two languages of one thing: side by side where there is room, else one above the other, the leading one first. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-3 md:grid-cols-2 md:gap-6">{children}</div>;
}

/** A passage in a language of its own, with that language's direction. */
export function Passage({ lang, className, children }: { lang: 'ar' | 'en'; className?: string; children: ReactNode }) {
  return (
    <div lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className={className}>
      {children}
    </div>
  );
}
