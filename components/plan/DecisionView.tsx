import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { drivers } from '#catalogue/drivers';
import { paragraphIn } from '#catalogue/paragraph';
import { isVerified, type Recommendation } from '#catalogue/recommendations';
import { formatList } from '#i18n/format';
import { choiceEntries } from '#plan/choosing';
import { emptyEntryAt } from '#plan/parts';
import { Breadcrumb } from '#ui/Breadcrumb';
import { LinkButton, TextLink } from '#ui/Button';
import { PageHeading } from '#ui/PageHeading';
import { Tag } from '#ui/Tag';
import { fieldsWithin } from './describe.ts';
import { Fields } from './Fields.tsx';
import { fill } from './form.ts';
import { frameOf } from './frame.ts';
import { guidanceFrom } from './guidance.ts';
import type { Open } from './open.ts';
import { Part } from './Part.tsx';
import { PlanFrame } from './PlanFrame.tsx';
import { Reading } from './Reading.tsx';
import { fieldProblems } from './sentences.ts';

/** What the country decides on one recommendation, on a page of its own: for a phone, or to be sent to a colleague. */
export async function DecisionView({
  open,
  recommendation,
  official,
  known,
}: {
  open: Open;
  recommendation: Recommendation;
  /** Where the official text stands. */
  official: ReactNode;
  /** How ours is known. */
  known: ReactNode;
}) {
  const { id: planId, plan, locale, messages, title, titleLang, revisions, may } = open;
  const t = await getTranslations({ locale });
  const { id } = recommendation;
  const part = `decisions.${id}`;
  const home = `/${locale}/plans/${planId}`;
  const entries = choiceEntries(plan).filter((entry) => may('part.read', `decisions.${entry.id}`));
  const at = entries.findIndex((entry) => entry.id === id);
  const [before, after] = [entries[at - 1], entries[at + 1]];
  const text = messages.catalogue.recommendations[id];
  const suggestedBy = entries[at]?.suggestedBy ?? [];
  const driverTitle = (driver: string) => messages.catalogue.drivers[driver as (typeof drivers)[number]['id']].title;
  const paragraph = paragraphIn(locale, recommendation.paragraph);
  const fields = fieldsWithin('decisions', { locale, messages, guidance: guidanceFrom([], messages) });
  const frame = frameOf(open, ['drivers', 'recommendations']);
  const edits = may('part.edit', part);
  return (
    <>
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: home, text: title, lang: titleLang },
          { href: `${home}/choose`, text: t('plan.steps.choose.title') },
          { text: t('plain.decision.title', { paragraph }) },
        ]}
      />
      <PageHeading
        above={
          <>
            <bdi>{fill(messages.editor.choose.recommendation, { paragraph })}</bdi>
            {' · '}
            {t('plain.decision.of', { number: at + 1, of: entries.length })}
          </>
        }
        intro={text.summary}
      >
        {text.title}
      </PageHeading>
      {suggestedBy.length > 0 && (
        <p className="text-muted">
          {fill(messages.editor.choose.suggestion, { drivers: formatList(suggestedBy.map(driverTitle), locale) })}
        </p>
      )}
      {!isVerified(recommendation) && (
        <p>
          <Tag>
            {messages.editor.choose.row.unverified} · {messages.catalogue.provenance.sourceShort[recommendation.source]}
          </Tag>
        </p>
      )}
      {official}
      <PlanFrame frame={frame} edits={edits}>
        <section
          id={part}
          tabIndex={-1}
          aria-label={t('plain.decision.title', { paragraph })}
          className="grid gap-6 border-t border-line pt-6"
        >
          {edits ? (
            <Part
              start={{ part, content: plan.decisions[id] ?? emptyEntryAt(part), revision: revisions[part] ?? 0 }}
              problems={(await fieldProblems(open))(part)}
            >
              <Fields fields={fields} path={part} />
            </Part>
          ) : (
            <Reading fields={fields} values={plan.decisions[id]} frame={frame} />
          )}
        </section>
        {known}
        <p>
          <TextLink href={`/${locale}/recommendations/${id}`}>{t('plain.decision.entry')}</TextLink>
        </p>
        <p className="flex flex-wrap gap-3 border-t border-line pt-6">
          {after && <LinkButton href={`${home}/choose/${after.id}`}>{t('plain.decision.after')}</LinkButton>}
          {before && (
            <LinkButton href={`${home}/choose/${before.id}`} look="quiet">
              {t('plain.decision.before')}
            </LinkButton>
          )}
          <LinkButton href={`${home}/choose#${part}`} look="quiet">
            {t('plain.decision.all')}
          </LinkButton>
        </p>
      </PlanFrame>
    </>
  );
}
