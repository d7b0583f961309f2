import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import type { Deed } from '#people/roles';
import type { AfterForm } from '#plan/afterForm';
import type { Stale } from '#plan/pairState';
import type { Plan } from '#plan/schema';

/** An opened plan as its views need it: what a page’s `openPlan` gives, and nothing of the server. */
export type Open = {
  id: string;
  plan: Plan;
  revisions: Record<string, number>;
  readAt: Date;
  /** The texts of which one language is behind the other, by their path. */
  stale: ReadonlyMap<string, Stale>;
  locale: Locale;
  messages: Messages;
  country: { code: string };
  title: string;
  titleLang: Locale;
  actor: { userId: string };
  /** What became of the form that led to the page. */
  after?: AfterForm;
  may: (deed: Deed, part?: string) => boolean;
};
