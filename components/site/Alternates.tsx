import { routing } from '#i18n/routing';

/** Tells who indexes a page where its other languages are. Addresses are of this host, whichever it is. */
export const Alternates = ({ path }: { path: string }) =>
  routing.locales.map((locale) => <link key={locale} rel="alternate" hrefLang={locale} href={`/${locale}${path}`} />);
