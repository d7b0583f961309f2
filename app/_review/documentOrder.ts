import { type OutlineItem, outline } from '#plan/outline';
import type { Plan } from '#plan/schema';

/**
 * Where paths stand in a plan as a document, to sort by: a smaller number comes first. A path that the plan doesn’t have,
 * or one within a field, stands where the longest known one before it does; one that no part of it leads to comes last.
 */
export function documentOrder(plan: Plan): (path: string) => number {
  const places = new Map<string, number>();
  const enter = (path: string) => {
    if (!places.has(path)) places.set(path, places.size);
  };
  const enterItem = (item: OutlineItem): void => {
    enter(item.path);
    if ('items' in item) item.items.forEach(enterItem);
    if (!('entries' in item)) return;
    for (const entry of item.entries) {
      enter(entry.path);
      entry.items.forEach(enterItem);
    }
  };
  for (const section of outline(plan)) {
    enter(section.path);
    section.items.forEach(enterItem);
  }
  return (path) => {
    for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const place = places.get(at);
      if (place !== undefined) return place;
    }
    return places.size;
  };
}
