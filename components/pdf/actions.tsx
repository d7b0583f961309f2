import { type ActionGroup, type ActionOfPlan, actionGroups, gapFact } from '../edition/actionGroups.ts';
import { actionNumber, changed, type Edition, isBlank, itemsOf, say } from '../edition/edition.ts';
import type { Counter } from './body.tsx';
import { type Chapter, textChapter } from './chapter.tsx';
import { bothTitles, Hairline, isVeryLong, Pair, Prose, Section } from './facing.tsx';
import { Fields } from './fields.tsx';
import { Block } from './tagged.tsx';

/** Each action in full. */
export function actionsChapter(edition: Edition, counter: Counter): Chapter | null {
  const groups = actionGroups(edition);
  if (groups.length === 0) return null;
  const [first, ...rest] = groups.flatMap((group) => piecesOf(edition, group));
  return textChapter(
    edition,
    {
      key: 'actions',
      title: say(edition, 'chapters.actions'),
      number: counter(),
      parts: groups.map((group) => ({ id: group.id, title: group.title })),
    },
    first?.content,
    rest,
  );
}

/** How many actions are laid out at a time: about thirty pages in two languages. */
const AT_ONCE = 16;

/** The actions of an objective, each objective on a page of its own; of very many, some at a time. */
function piecesOf(edition: Edition, group: ActionGroup) {
  const starts = Array.from({ length: Math.ceil(group.actions.length / AT_ONCE) }, (_, index) => index * AT_ONCE);
  return starts.map((start) => {
    const actions = group.actions
      .slice(start, start + AT_ONCE)
      .map((action) => <ActionInFull key={action.id} edition={edition} action={action} />);
    const key = `${group.id}-${start}`;
    if (start > 0) return { key, content: actions };
    return {
      key,
      content: (
        <Block id={group.id} bookmark={{ title: bothTitles(edition, group.title) }}>
          <Section edition={edition} text={group.title} above={4} />
          {actions}
        </Block>
      ),
    };
  });
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
        wrap={isVeryLong(title)}
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
