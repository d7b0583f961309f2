import { notFound } from 'next/navigation';
import { hasLocale, type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { loadMessages, type Messages } from '#i18n/messages';
import { routing } from '#i18n/routing';
import { type Actor, can, type Deed } from '#people/roles';
import type { Stale } from '#plan/pairState';
import type { PartKey } from '#plan/parts';
import { shown } from '#plan/shown';
import { type LoadedPlan, loadPlan } from '#server/plans';
import { requireActor } from '#server/session';
import { staleTexts } from '#server/translations';

/** A plan as a page of it needs it: who reads, what they may do, and the words. */
export type OpenPlan = LoadedPlan & {
  locale: Locale;
  actor: Actor;
  stale: ReadonlyMap<string, Stale>;
  messages: Messages;
  /** The plan’s title as this reader sees it, or the word for a plan that has none yet. */
  title: string;
  titleLang: Locale;
  may: (deed: Deed, part?: PartKey) => boolean;
};

/** Opens a plan for whoever asks; what isn’t theirs isn’t there. Read once a request. */
export const openPlan = cache(async (locale: string, planId: string): Promise<OpenPlan> => {
  if (!hasLocale(routing.locales, locale)) notFound();
  const actor = await requireActor(locale);
  const loaded = await loadPlan(actor, planId);
  if (!loaded) notFound();
  const messages = await loadMessages(locale);
  const t = await getTranslations({ locale, namespace: 'editor' });
  const { countryId, country } = loaded;
  const name = locale === 'ar' ? country.nameAr : country.nameEn;
  const { text, lang } = shown(loaded.plan.about.title, locale);
  return {
    ...loaded,
    locale,
    actor,
    stale: await staleTexts(actor, planId),
    messages,
    title: text.trim() || t('untitledPlan', { country: name }),
    titleLang: lang,
    may: (deed, part) => can(actor, deed, { countryId, planId, part }),
  };
});
