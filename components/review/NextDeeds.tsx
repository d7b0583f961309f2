import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { NextDeed } from '#review/nextDeeds';
import { LinkButton, TextLink } from '#ui/Button';

/** What the sentences name: the round that stands, the one that would be next, and how much is open. */
export type NextGiven = {
  home: string;
  round: { id: string; number: number } | null;
  nextNumber: number;
  counts: { comments: number; mustFix: number; wordings: number; toReply: number };
};

/** What to do next, each with the way to it; the first is what the page is for. */
export async function NextDeeds({
  locale,
  deeds,
  given,
}: {
  locale: Locale;
  deeds: readonly NextDeed[];
  given: NextGiven;
}) {
  if (deeds.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'review.next' });
  const lines = await Promise.all(deeds.map((deed) => lineOf(deed, locale, given)));
  return (
    <section data-screen aria-labelledby="next" className="grid gap-3">
      <h2 id="next" className="text-2xl">
        {t('title')}
      </h2>
      <ul className="grid gap-3">
        {lines.map(({ deed, href, link, text }, index) => (
          <li key={deed} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            {index === 0 ? (
              <LinkButton href={href}>{link}</LinkButton>
            ) : (
              <TextLink href={href} className="py-0.5">
                {link}
              </TextLink>
            )}
            <span className="max-w-prose text-muted">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function lineOf(deed: NextDeed, locale: Locale, { home, round, nextNumber, counts }: NextGiven) {
  const t = await getTranslations({ locale, namespace: 'review.next' });
  const ofRound = `${home}/rounds/${round?.id ?? ''}`;
  const number = String(round?.number ?? '');
  const next = String(nextNumber);
  switch (deed) {
    case 'letIn':
      return { deed, href: `${home}/advisers`, link: t('letIn'), text: t('letInText') };
    case 'send':
      return { deed, href: `${home}/send`, link: t('send'), text: t('sendText', { number: next }) };
    case 'sendAgain':
      return { deed, href: `${home}/send`, link: t('sendAgain'), text: t('sendAgainText', { number: next }) };
    case 'readDecision':
      return {
        deed,
        href: `${ofRound}/decision`,
        link: t('readDecision', { number }),
        text: t('readDecisionText'),
      };
    case 'answerComments':
      return {
        deed,
        href: `${home}/comments?kind=comments`,
        link: t('answerComments', { count: counts.comments }),
        text: t('answerCommentsText', { count: counts.mustFix }),
      };
    case 'answerWordings':
      return {
        deed,
        href: `${home}/comments?kind=wordings`,
        link: t('answerWordings', { count: counts.wordings }),
        text: t('answerWordingsText'),
      };
    case 'adopt':
      return { deed, href: `${home}/adopt`, link: t('adopt'), text: t('adoptText') };
    case 'readDraft':
      return { deed, href: `${home}/draft`, link: t('readDraft'), text: t('readDraftText') };
    case 'readRound':
      return { deed, href: ofRound, link: t('readRound', { number }), text: t('readRoundText') };
    case 'criteria':
      return { deed, href: `${ofRound}/criteria`, link: t('criteria'), text: t('criteriaText') };
    case 'decide':
      return { deed, href: `${ofRound}/decision`, link: t('decide'), text: t('decideText') };
    case 'reply':
      return {
        deed,
        href: `${home}/comments?kind=comments`,
        link: t('reply', { count: counts.toReply }),
        text: t('replyText'),
      };
  }
}
