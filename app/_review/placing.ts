import { leaves, type OutlineEntry, type OutlineItem, type OutlineSection } from '#plan/outline';

/** Every place of a section where something can be said: the section, its fields, groups, lists and entries. */
function placesOf(section: OutlineSection): Set<string> {
  const places = new Set<string>([section.path]);
  const enter = (item: OutlineItem): void => {
    places.add(item.path);
    if ('items' in item) item.items.forEach(enter);
    if ('entries' in item)
      for (const entry of item.entries) {
        places.add(entry.path);
        entry.items.forEach(enter);
      }
  };
  section.items.forEach(enter);
  return places;
}

/**
 * What is said of a section, by the place at which it is shown: its own, or where that is not there (any more), the
 * closest one around it. One side of a text has no place but its field’s.
 */
export function byPlace<T extends { path: string }>(
  section: OutlineSection,
  said: readonly T[],
): ReadonlyMap<string, T[]> {
  const places = placesOf(section);
  const found = new Map<string, T[]>();
  for (const each of said) {
    let at = each.path;
    while (at && !places.has(at)) at = at.slice(0, Math.max(0, at.lastIndexOf('.')));
    if (at) found.set(at, [...(found.get(at) ?? []), each]);
  }
  return found;
}

/** How many fields of a long list one page holds, where its entries are small. */
const PAGE_OF_FIELDS = 100;

/** The entries of a list that is a section of its own, or null where the section is none. */
export function entriesOf(section: OutlineSection): OutlineEntry[] | null {
  const [only, another] = section.items;
  return only && !another && 'entries' in only ? only.entries : null;
}

/**
 * The entries of a list in pages, so that each stays light to load and read: as many as have a hundred fields together,
 * and at least one. An action makes a page, two dozen decisions make one.
 */
export function entryPages(entries: readonly OutlineEntry[]): OutlineEntry[][] {
  const pages: OutlineEntry[][] = [];
  let fields = 0;
  for (const entry of entries) {
    const own = leaves(entry).length;
    const page = pages.at(-1);
    if (page && fields + own <= PAGE_OF_FIELDS) {
      page.push(entry);
      fields += own;
    } else {
      pages.push([entry]);
      fields = own;
    }
  }
  return pages;
}
