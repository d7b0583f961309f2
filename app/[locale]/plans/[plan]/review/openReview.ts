import { notFound } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { loadMessages, type Messages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { type Actor, can, type Deed } from '#people/roles';
import type { PartKey } from '#plan/parts';
import { shown } from '#plan/shown';
import type { Side } from '#review/sides';
import { loadReviewHome } from '#server/reviewHome';
import { requireActor } from '#server/session';

/** A plan’s review as a page of it needs it: who reads, for which side, what they may do, and the words. */
export type OpenReview = {
  /** The plan’s id. */
  id: string;
  countryId: string;
  country: { code: string; nameAr: string; nameEn: string };
  /** The country’s name in the language of the page. */
  countryName: string;
  locale: Locale;
  actor: Actor;
  messages: Messages;
  side: Side;
  /**
   * The plan’s title as this reader may know it: the draft’s for who opens the plan, else that of the latest round, else
   * “Plan of …”.
   */
  title: string;
  titleLang: Locale;
  /** The address of the review’s home. */
  home: string;
  /** The way from the top to the review’s home, that home included, for a Breadcrumb: a page adds itself at the end. */
  trail: { href: string; text: string; lang?: string }[];
  may: (deed: Deed, part?: PartKey) => boolean;
};

/**
 * Opens a plan’s review for whoever asks: the country’s people, also contributors with something assigned to them, and
 * the advisers whom it let in, also those who see only what was sent (they can’t open the plan). To everybody else it
 * isn’t there; who isn’t signed in is sent to do so. Read once a request. It asks only `review.open`: a page that shows
 * rounds asks `may('review.read')`, one of a deed asks `may` for that deed, and calls `notFound()` itself.
 */
export const openReview = cache(async (locale: string, planId: string): Promise<OpenReview> => {
  if (!hasLocale(routing.locales, locale)) notFound();
  const actor = await requireActor(locale);
  const found = await loadReviewHome(actor, planId);
  if (!found) notFound();
  const { countryId, country, side } = found;
  const messages = await loadMessages(locale);
  const t = await getTranslations({ locale });
  const countryName = locale === 'ar' ? country.nameAr : country.nameEn;
  const { text, lang } = shown(found.title ?? { ar: '', en: '' }, locale);
  const title = text.trim() || t('editor.untitledPlan', { country: countryName });
  const titleLang = text.trim() ? lang : locale;
  const may: OpenReview['may'] = (deed, part) => can(actor, deed, { countryId, planId, part });
  const home = `/${locale}/plans/${planId}/review`;
  const own = { text: title, lang: titleLang };
  const trail =
    side === 'country'
      ? [
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: `/${locale}/plans/${planId}`, ...own },
          { href: home, text: t('review.title') },
        ]
      : [
          { href: `/${locale}/desk`, text: t('review.desk') },
          { href: home, ...own },
        ];
  return {
    id: planId,
    countryId,
    country,
    countryName,
    locale,
    actor,
    messages,
    side,
    title,
    titleLang,
    home,
    trail,
    may,
  };
});
