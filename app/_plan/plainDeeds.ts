import { type Change, isRecord } from './changes.ts';
import { ID } from './fields.ts';
import { emptyEntryAt } from './parts.ts';
import { valueAt } from './places.ts';
import { inOrder } from './schema.ts';

/** What a button of a form does beside saving, and the path of the list or of the item that it stands at. */
export type PlainDeed = { deed: (typeof plainDeeds)[number]; path: string };

/**
 * The names of those buttons; no field has such a name. `~options` shows what can still be chosen; `~mine` and `~theirs`
 * choose between two texts, `~putBack` puts back what was removed.
 */
export const plainDeeds = ['~add', '~remove', '~up', '~down', '~options', '~mine', '~theirs', '~putBack'] as const;

/**
 * The edits that a button makes in a list.
 * @param content of the part, as the person saw it
 * @param newId of an item that is added
 */
export function deedChanges({ deed, path }: PlainDeed, content: unknown, part: string, newId: string): Change[] {
  const cut = path.lastIndexOf('.');
  const [list, id] = deed === '~add' ? [path, newId] : [path.slice(0, cut), path.slice(cut + 1)];
  const items = itemsIn(valueAt(content, list, part));
  if (!ID.test(id)) return [];
  switch (deed) {
    case '~add': {
      const last = Math.max(0, ...Object.values(items).map(({ order }) => order));
      const empty = entryIn(list, id);
      return empty ? [{ path: `${list}.${id}`, from: null, to: { ...empty, order: last + 1 } }] : [];
    }
    case '~remove':
      return items[id] ? [{ path, from: items[id], to: null }] : [];
    case '~up':
    case '~down': {
      const order = inOrder(items).map((item) => item.id);
      const at = order.indexOf(id);
      const to = at + (deed === '~up' ? -1 : 1);
      if (at < 0 || to < 0 || to >= order.length) return [];
      order.splice(to, 0, ...order.splice(at, 1));
      return order.flatMap((each, index) => {
        const from = items[each]?.order;
        return from === index + 1 ? [] : [{ path: `${list}.${each}.order`, from, to: index + 1 }];
      });
    }
    default:
      return [];
  }
}

const itemsIn = (value: unknown): Record<string, { order: number }> =>
  isRecord(value) ? (value as Record<string, { order: number }>) : {};

/** An item with nothing in it, or null where the path is no list’s. */
function entryIn(list: string, id: string): object | null {
  try {
    const entry = emptyEntryAt(`${list}.${id}`);
    return isRecord(entry) && 'order' in entry ? entry : null;
  } catch {
    return null;
  }
}
