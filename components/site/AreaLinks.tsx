import { getTranslations } from 'next-intl/server';
import { areas } from '#catalogue/recommendations';
import type { Locale } from '#i18n/routing';

/** Leads to each area of the catalogue on a page that goes through all of them. */
export async function AreaLinks({ locale, title }: { locale: Locale; title: string }) {
  const names = await getTranslations({ locale, namespace: 'catalogue.areas' });
  return (
    <nav aria-labelledby="areas" data-screen className="border-y border-line py-4">
      <h2 id="areas" className="text-sm text-muted">
        {title}
      </h2>
      <ul className="mt-1 gap-x-8 sm:columns-2 lg:columns-3">
        {areas.map((area) => (
          <li key={area} className="break-inside-avoid">
            <a href={`#${area}`} className="inline-block py-1 text-blue underline underline-offset-4">
              {names(area)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
