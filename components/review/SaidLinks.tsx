import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { TextLink } from '#ui/Button';

/** The ways to what is said of a plan: all of it as one list, what became of it, and beside the draft. */
export async function SaidLinks({
  locale,
  home,
  open,
  shows,
}: {
  locale: Locale;
  home: string;
  open: { comments: number; wordings: number };
  shows: { dispositions: boolean; draft: boolean };
}) {
  const t = await getTranslations({ locale, namespace: 'review.said' });
  const links = [
    { page: 'comments', link: t('comments'), text: t('open', open) },
    ...(shows.dispositions ? [{ page: 'dispositions', link: t('dispositions'), text: t('dispositionsText') }] : []),
    ...(shows.draft ? [{ page: 'draft', link: t('draft'), text: t('draftText') }] : []),
  ];
  return (
    <section aria-labelledby="said" className="grid gap-3">
      <h2 id="said" className="text-2xl">
        {t('title')}
      </h2>
      <ul className="border-b border-line">
        {links.map(({ page, link, text }) => (
          <li key={page} className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-2.5">
            <TextLink href={`${home}/${page}`} className="font-medium">
              {link}
            </TextLink>
            <span className="text-muted">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
