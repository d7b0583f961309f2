import { amountOf, centsOf } from '#plan/cents';
import { type Action, type Bilingual, inOrder } from '#plan/schema';
import type { Counter } from './body.tsx';
import { type Chapter, textChapter } from './chapter.tsx';
import { actionNumber, changed, type Edition, figures, isBlank, itemsOf, numbered, say } from './edition.ts';
import { bothTitles, Hairline, Pair, Prose, Section } from './facing.tsx';
import { Fields } from './fields.tsx';
import { Block } from './tagged.tsx';

type Numbered = { id: string } & Action;
export type ActionGroup = { id: string; title: Bilingual; actions: Numbered[] };

/** The actions under the objective that each serves, in the order of the objectives; those without one come last. */
export function actionGroups(edition: Edition): ActionGroup[] {
  const actions = inOrder(edition.plan.actions);
  const objectives = inOrder(edition.plan.direction.objectives);
  const known = new Set(objectives.map((objective) => objective.id));
  const groups: ActionGroup[] = objectives.map((objective) => ({
    id: `objective-${objective.id}`,
    title: objectiveTitle(edition, objective.id),
    actions: actions.filter((action) => action.objective === objective.id),
  }));
  const others = actions.filter((action) => action.objective === null || !known.has(action.objective));
  const rest = { id: 'objective-none', title: say(edition, 'noObjective'), actions: others };
  return [...groups, rest].filter((group) => group.actions.length > 0);
}

/** “Objective 3: …”. */
function objectiveTitle(edition: Edition, id: string): Bilingual {
  const number = say(edition, 'objectiveNumber', numbered(edition, id));
  const title = edition.plan.direction.objectives[id]?.title ?? { ar: '', en: '' };
  return changed(title, (text, language) => (text ? `${number[language]}: ${text}` : number[language]));
}

/** Each action in full. */
export function actionsChapter(edition: Edition, counter: Counter): Chapter | null {
  const groups = actionGroups(edition);
  if (groups.length === 0) return null;
  return textChapter(
    edition,
    {
      key: 'actions',
      title: say(edition, 'chapters.actions'),
      number: counter(),
      parts: groups.map((group) => ({ id: group.id, title: group.title })),
    },
    groups.map((group, index) => (
      <Block key={group.id} break={index > 0} id={group.id} bookmark={{ title: bothTitles(edition, group.title) }}>
        <Section edition={edition} text={group.title} above={index > 0 ? 0 : 4} />
        {group.actions.map((action) => (
          <ActionInFull key={action.id} edition={edition} action={action} />
        ))}
      </Block>
    )),
  );
}

/** What stands above the other fields of an action, or in the heading of its group. */
const before = new Set(['title', 'description', 'objective', 'restricted']);

function ActionInFull({ edition, action }: { edition: Edition; action: Numbered }) {
  const items = entryOf(edition, action.id)?.items ?? [];
  const number = actionNumber(edition, action.id);
  const title = isBlank(action.title) ? say(edition, 'untitledAction') : action.title;
  return (
    <Block style={{ marginTop: 14, marginBottom: 8 }} id={`action-${action.id}`}>
      <Block
        wrap={false}
        minPresenceAhead={70}
        bookmark={{
          title: bothTitles(
            edition,
            changed(title, (text, language) => `${number[language]}. ${text}`),
          ),
        }}
      >
        <Hairline below={7} />
        <Pair edition={edition} text={number} as="label" role="P" />
        <Pair edition={edition} text={title} as="item" role="H3" below={4} />
      </Block>
      {action.restricted ? (
        <Pair edition={edition} text={say(edition, 'restrictedPassage')} as="note" below={3} />
      ) : null}
      <Prose edition={edition} text={action.description} />
      <Fields
        edition={edition}
        items={items.filter((item) => !before.has(item.name))}
        more={gapFact(edition, action)}
      />
    </Block>
  );
}

/** An action as the outline has it. */
function entryOf(edition: Edition, id: string) {
  const [list] = itemsOf(edition, 'actions');
  return list?.kind === 'list' ? list.entries.find((entry) => entry.id === id) : undefined;
}

/** What is still missing of an action’s cost, where something is. */
function gapFact(edition: Edition, action: Action) {
  const gap = gapOf(action);
  if (gap === null || centsOf(gap) === 0n) return [];
  return [{ label: say(edition, 'money.gap'), text: figures(edition).money(gap, action.currency) }];
}

/** Cost less what is secured, as a decimal string; null where no cost is given. */
export function gapOf(action: Action): string | null {
  if (action.cost === '') return null;
  const secured = Object.values(action.funding)
    .filter((funding) => funding.status === 'secured' && funding.amount !== '')
    .reduce((sum, funding) => sum + centsOf(funding.amount), 0n);
  const gap = centsOf(action.cost) - secured;
  return amountOf(gap < 0n ? 0n : gap);
}
