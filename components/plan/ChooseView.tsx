import { drivers } from '#catalogue/drivers';
import { paragraphIn } from '#catalogue/paragraph';
import { areas, isVerified, recommendationById, recommendations } from '#catalogue/recommendations';
import { search as find } from '#catalogue/search';
import { formatList } from '#i18n/format';
import { filterFrom, onlyWhich } from '#plan/choiceFilter';
import { choiceEntries } from '#plan/choosing';
import { emptyEntryAt } from '#plan/parts';
import { ChooseBoard } from './ChooseBoard.tsx';
import { DecisionReading } from './DecisionReading.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import { fieldsWithin } from './describe.ts';
import { fill } from './form.ts';
import { frameOf } from './frame.ts';
import { guidanceFrom } from './guidance.ts';
import type { Open } from './open.ts';
import { searchEntries } from './searchEntries.ts';
import { fieldProblems } from './sentences.ts';

type Search = Record<string, string | string[] | undefined>;

/** Every recommendation of the catalogue that this reader may see, with what the country decides on it. */
export async function ChooseView({ open, search }: { open: Open; search: Search }) {
  const { plan, locale, messages, may, revisions } = open;
  const { choose } = messages.editor;
  const asked = filterFrom(search);
  const entries = choiceEntries(plan).filter(({ id }) => may('part.read', `decisions.${id}`));
  const fields = fieldsWithin('decisions', { locale, messages, guidance: guidanceFrom([], messages) });
  const problemsAt = await fieldProblems(open);
  const frame = frameOf(open, ['drivers', 'recommendations']);
  const words = { ...choose.row, page: messages.plain.decision.page, recommendation: choose.recommendation };
  const driverTitle = (id: string) => messages.catalogue.drivers[id as (typeof drivers)[number]['id']].title;

  const row = async ({ id, suggestedBy }: (typeof entries)[number]) => {
    const recommendation = recommendationById(id);
    if (!recommendation) return null;
    const part = `decisions.${id}`;
    const { title, summary } = messages.catalogue.recommendations[recommendation.id];
    const texts = {
      id,
      paragraph: paragraphIn(locale, recommendation.paragraph),
      title,
      summary,
      href: `/${locale}/recommendations/${id}`,
      page: `/${locale}/plans/${open.id}/choose/${id}`,
      provenance: isVerified(recommendation) ? null : messages.catalogue.provenance.sourceShort[recommendation.source],
      suggestion:
        suggestedBy.length > 0
          ? fill(choose.suggestion, { drivers: formatList(suggestedBy.map(driverTitle), locale) })
          : null,
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
        problems={problemsAt(part)}
      />
    );
  };

  const rows = await Promise.all(entries.map(async (entry) => [entry.id, await row(entry)] as const));
  const goals = [...new Set(entries.flatMap((entry) => entry.goals))].sort((a, b) => a - b);
  const decisionOptions = Object.entries(messages.plan.options.decision).map(([value, label]) => ({ value, label }));
  return (
    <ChooseBoard
      entries={entries}
      areas={areas
        .filter((area) => entries.some((entry) => entry.area === area))
        .map((id) => ({ id, name: messages.catalogue.areas[id] }))}
      decisions={Object.fromEntries(entries.map(({ id }) => [id, plan.decisions[id]?.decision ?? 'undecided']))}
      asked={asked}
      found={asked.q.trim() ? find(asked.q, searchEntries).map(({ id }) => id) : null}
      options={{
        area: areas.map((value) => ({ value, label: messages.catalogue.areas[value] })),
        addressee: Object.entries(messages.catalogue.addressees).map(([value, label]) => ({ value, label })),
        goal: goals.map((goal) => ({
          value: String(goal),
          label: fill(choose.goal, { goal, name: messages.catalogue.goals[String(goal) as '16'] }),
        })),
        driver: drivers.map(({ id }) => ({ value: id, label: driverTitle(id) })),
        decision: decisionOptions,
        only: onlyWhich.map((value) => ({ value, label: choose.only[value] })),
      }}
      decisionOptions={decisionOptions}
      words={{ ...choose, all: messages.common.words.all }}
      titles={Object.fromEntries(
        recommendations.map(({ id, paragraph }) => [
          id,
          `${paragraphIn(locale, paragraph)} ${messages.catalogue.recommendations[id].title}`,
        ]),
      )}
      edits={entries.some(({ id }) => may('part.edit', `decisions.${id}`))}
      rows={Object.fromEntries(rows)}
    />
  );
}
