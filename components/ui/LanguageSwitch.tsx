'use client';

import { usePathname } from 'next/navigation';

/** The same page in the other language of the interface, with the same filters. A whole load, since `html` changes. */
export function LanguageSwitch({ from, to, label, title }: { from: string; to: string; label: string; title: string }) {
  const path = usePathname();
  const rest = path.startsWith(`/${from}`) ? path.slice(from.length + 1) : '';
  return (
    <a
      href={`/${to}${rest}`}
      hrefLang={to}
      lang={to}
      dir={to === 'ar' ? 'rtl' : 'ltr'}
      aria-label={`${label} – ${title}`}
      className="inline-flex min-h-9 items-center text-blue underline underline-offset-4"
      onClick={(event) => {
        event.currentTarget.href = `/${to}${rest}${window.location.search}${window.location.hash}`;
      }}
    >
      {label}
    </a>
  );
}
