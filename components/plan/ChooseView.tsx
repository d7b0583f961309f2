import { getTranslations } from 'next-intl/server';
import { paragraphIn } from '#catalogue/paragraph';
import { type Area, areas, isVerified, type Recommendation, recommendations } from '#catalogue/recommendations';
import { search as find, searchableOf } from '#catalogue/search';
import ar from '#locales/ar/catalogue';
import en from '#locales/en/catalogue';
import { coverage } from '#plan/coverage';
import { emptyEntryAt } from '#plan/parts';
import { problems } from '#plan/problems';
import type { Decision } from '#plan/schema';
import { Progress } from '#ui/Progress';
import { ChooseFilter } from './ChooseFilter.tsx';
import { DecisionReading } from './DecisionReading.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import { fieldsWithin } from './describe.ts';
import { frameOf } from './frame.ts';
import { guidanceFrom } from './guidance.ts';
import type { Open } from './open.ts';
import { problemsAt } from './sentences.ts';

type Search = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

// Found in both languages, whichever the page is in.
const entries = recommendations.map((recommendation) => ({
  recommendation,
  ...searchableOf(recommendation, [ar.recommendations[recommendation.id], en.recommendations[recommendation.id]]),
}));

/** Every recommendation of the catalogue by area, with what the country decides on it; each decision saves itself. */
export async function ChooseView({ open, search }: { open: Open; search: Search }) {
  const { plan, locale, messages, may, revisions } = open;
  const t = await getTranslations({ locale, namespace: 'editor.choose' });
  const asked = { q: one(search.q), area: one(search.area), decision: one(search.decision) };
  const decisionOf = ({ id }: Recommendation): Decision['decision'] => plan.decisions[id]?.decision ?? 'undecided';
  const readable = ({ id }: Recommendation) => may('part.read', `decisions.${id}`);
  const found = new Set(
    find(asked.q, entries)
      .map(({ recommendation }) => recommendation)
      .filter((each) => readable(each) && (!asked.area || each.area === asked.area))
      .filter((each) => !asked.decision || decisionOf(each) === asked.decision),
  );
  const { areas: covered, total } = coverage(plan);
  const fields = fieldsWithin('decisions', { locale, messages, guidance: guidanceFrom([], messages) });
  const all = problems(plan);
  const frame = frameOf(open, ['drivers', 'recommendations']);
  const words = { ...messages.editor.choose.row, recommendation: messages.editor.choose.recommendation };

  const row = async (recommendation: Recommendation) => {
    const { id, paragraph, source } = recommendation;
    const part = `decisions.${id}`;
    const { title, summary } = messages.catalogue.recommendations[id];
    const texts = {
      id,
      paragraph: paragraphIn(locale, paragraph),
      title,
      summary,
      href: `/${locale}/recommendations/${id}`,
      provenance: isVerified(recommendation) ? null : messages.catalogue.provenance.sourceShort[source],
    };
    if (!may('part.edit', part))
      return (
        <DecisionReading
          key={id}
          texts={texts}
          fields={fields}
          values={plan.decisions[id]}
          frame={frame}
          words={words}
        />
      );
    return (
      <DecisionRow
        key={id}
        texts={texts}
        fields={fields}
        words={words}
        start={{ part, content: plan.decisions[id] ?? emptyEntryAt(part), revision: revisions[part] ?? 0 }}
        problems={await problemsAt(part, all, locale)}
      />
    );
  };

  return (
    <>
      <div className="max-w-xl">
        <Progress value={total.decided} of={total.of} label={t('progress')}>
          {t('decided', { decided: total.decided, of: total.of })}
        </Progress>
      </div>
      <ChooseFilter asked={asked} messages={messages} />
      <p role="status" className="text-muted">
        {t('found', { count: found.size })}
      </p>
      {areas
        .map((area: Area) => ({ area, rows: recommendations.filter((each) => each.area === area && found.has(each)) }))
        .filter(({ rows }) => rows.length > 0)
        .map(async ({ area, rows }) => {
          const cover = covered.find((each) => each.area === area);
          return (
            <section key={area} aria-labelledby={`area-${area}`} className="grid gap-2">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <h2 id={`area-${area}`} className="text-xl">
                  {messages.catalogue.areas[area]}
                </h2>
                {cover && (
                  <p className="text-sm text-muted">{t('decided', { decided: cover.decided, of: cover.of })}</p>
                )}
              </div>
              <ul className="border-b border-line">{await Promise.all(rows.map(row))}</ul>
            </section>
          );
        })}
    </>
  );
}
