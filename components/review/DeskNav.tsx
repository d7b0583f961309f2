import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';

/** The two sides of a desk: the plans, and what all of them choose. */
export async function DeskNav({ locale, here }: { locale: Locale; here: 'plans' | 'coverage' }) {
  const t = await getTranslations({ locale, namespace: 'desk.nav' });
  const places = { plans: `/${locale}/desk`, coverage: `/${locale}/desk/coverage` } as const;
  return (
    <nav aria-label={t('label')} data-screen className="flex flex-wrap gap-x-6 gap-y-1">
      {(['plans', 'coverage'] as const).map((place) => (
        <TextLink
          key={place}
          href={places[place]}
          aria-current={place === here ? 'page' : undefined}
          className="py-1 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {t(place)}
        </TextLink>
      ))}
    </nav>
  );
}
