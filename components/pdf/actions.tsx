import { type ActionOfPlan, actionGroups, gapFact } from '../edition/actionGroups.ts';
import { actionNumber, changed, type Edition, isBlank, itemsOf, say } from '../edition/edition.ts';
import type { Counter } from './body.tsx';
import { type Chapter, textChapter } from './chapter.tsx';
import { bothTitles, Hairline, Pair, Prose, Section } from './facing.tsx';
import { Fields } from './fields.tsx';
import { Block } from './tagged.tsx';

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

function ActionInFull({ edition, action }: { edition: Edition; action: ActionOfPlan }) {
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
