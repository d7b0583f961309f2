import Link from 'next/link';
import type { ComponentProps } from 'react';
import { LanguageSwitch } from './LanguageSwitch.tsx';

type NavLink = { href: string; text: string };
const link =
  'inline-flex min-h-9 items-center text-ink no-underline hover:text-blue hover:underline underline-offset-4';

/** The head of every page. It knows nothing of who reads, so that public pages stay static. */
export function SiteHeader({
  home,
  name,
  label,
  links,
  signIn,
  language,
}: {
  home: string;
  name: string;
  label: string;
  links: readonly NavLink[];
  signIn: NavLink;
  language: ComponentProps<typeof LanguageSwitch>;
}) {
  return (
    <header data-screen className="border-b border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 py-2 sm:px-6">
        <Link
          href={home}
          className="flex min-h-11 items-center gap-3 font-medium text-ink no-underline hover:text-blue"
        >
          <Mark />
          {name}
        </Link>
        <nav aria-label={label} className="order-last flex w-full flex-wrap gap-x-5 text-sm sm:order-none sm:w-auto">
          {links.map(({ href, text }) => (
            <Link key={href} href={href} prefetch={false} className={link}>
              {text}
            </Link>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-x-5 text-sm">
          <LanguageSwitch {...language} />
          <Link href={signIn.href} prefetch={false} className={link} data-signed-out>
            {signIn.text}
          </Link>
        </div>
      </div>
    </header>
  );
}

/** Two columns that face each other, as the plan is printed. */
const Mark = () => (
  <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" className="text-blue" fill="currentColor">
    <path d="M2 3h9v18H2zM13 3h9v18h-9z" opacity=".18" />
    <path d="M4 6h5v1.6H4zm0 4h5v1.6H4zm0 4h3v1.6H4zM15 6h5v1.6h-5zm0 4h5v1.6h-5zm2 4h3v1.6h-3zM11.3 2h1.4v20h-1.4z" />
  </svg>
);

/** The foot of every page: what this is not, where documents are verified, who can use it, and where the official text is. */
export function SiteFooter({
  label,
  text,
  verify,
  accessibility,
  link: official,
}: {
  label: string;
  text: string;
  verify: NavLink;
  accessibility: NavLink;
  link: NavLink;
}) {
  return (
    <footer data-screen aria-label={label} className="mt-8 border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-8 gap-y-2 px-4 py-5 text-sm text-muted sm:px-6">
        <p className="max-w-prose">{text}</p>
        {[verify, accessibility].map(({ href, text: name }) => (
          <Link key={href} href={href} prefetch={false} className="text-blue underline underline-offset-4">
            {name}
          </Link>
        ))}
        <a href={official.href} className="text-blue underline underline-offset-4">
          {official.text}
        </a>
      </div>
    </footer>
  );
}
