import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Open } from './open.ts';

const addresses = { table: '', timeline: '/timeline', chain: '/chain' } as const;
type View = keyof typeof addresses;

/** The ways to look at the actions of a plan. */
export async function AdaptViews({ open: { locale, id, may }, current }: { open: Open; current: View }) {
  const t = await getTranslations({ locale, namespace: 'pictures.views' });
  // The chain goes through the whole plan, of which a contributor reads a part.
  const views = (Object.keys(addresses) as View[]).filter((view) => view !== 'chain' || may('plan.read'));
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {views.map((view) => (
          <li key={view}>
            <Link
              href={`/${locale}/plans/${id}/adapt${addresses[view]}`}
              aria-current={view === current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-blue forced-colors:not-aria-[current]:border-[Canvas] hover:text-blue-strong aria-[current]:border-blue aria-[current]:font-medium aria-[current]:text-ink"
            >
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
