import { actionProblems } from './actionProblems.ts';
import { isBefore, isOutside, isRealDate } from './calendar.ts';
import { known } from './catalogueOrder.ts';
import { decisionProblems } from './decisionProblems.ts';
import type { ReferenceTarget } from './fields.ts';
import {
  hasText,
  type OutlineEntry,
  type OutlineItem,
  type OutlineLeaf,
  type OutlineSection,
  outline,
} from './outline.ts';
import { missing, type Problem, type ProblemCode, wrong } from './problem.ts';
import { inOrder, type Plan } from './schema.ts';

export type { Problem };

/**
 * All problems of a plan, in the order of the document. They are advice at the fields that they name and never keep
 * anything from being saved.
 */
export function problems(plan: Plan): Problem[] {
  const sections = outline(plan);
  const found = [
    ...generic(plan, sections),
    ...planProblems(plan),
    ...decisionProblems(plan),
    ...Object.entries(plan.actions).flatMap(([id, action]) => actionProblems(id, action, plan)),
  ];
  const place = placesOf(sections);
  return found
    .map((problem) => ({ problem, at: place(problem.path) }))
    .sort((a, b) => a.at - b.at)
    .map(({ problem }) => problem);
}

/** Whether there is what an id refers to: in the plan, or in the catalogue. */
export const existsIn = (plan: Plan): Record<ReferenceTarget, (id: string) => boolean> => ({
  agencies: (id) => Object.hasOwn(plan.agencies, id),
  objectives: (id) => Object.hasOwn(plan.direction.objectives, id),
  drivers: known.drivers,
  recommendations: known.recommendations,
});

/** What can be found in any field from its kind alone, whichever field it is. */
function generic(plan: Plan, sections: OutlineSection[]): Problem[] {
  const exists = existsIn(plan);
  const ofEntry = (entry: OutlineEntry): Problem[] => [
    ...(entry.title && !entry.empty && !hasText(entry.title) ? untitled(entry) : []),
    ...entry.items.flatMap(ofItem),
  ];
  const ofItem = (item: OutlineItem): Problem[] => {
    switch (item.kind) {
      case 'group':
        return item.items.flatMap(ofItem);
      case 'list':
        return item.entries.flatMap(ofEntry);
      case 'keyed':
        return item.entries.flatMap((entry) => [
          ...(known[item.by](entry.id) ? [] : [wrong(entry.path, unknownOf[item.by])]),
          ...ofEntry(entry),
        ]);
      default:
        return ofLeaf(item, exists);
    }
  };
  return sections.flatMap((section) => section.items.flatMap(ofItem));
}

function ofLeaf(item: OutlineLeaf, exists: Record<ReferenceTarget, (id: string) => boolean>): Problem[] {
  switch (item.kind) {
    case 'line':
    case 'prose':
      if (item.empty) return [];
      if (item.value.ar.trim() === '') return [missing(item.path, 'arabicMissing')];
      if (item.value.en.trim() === '') return [missing(item.path, 'englishMissing')];
      return [];
    case 'date':
      return item.empty || isRealDate(item.value) ? [] : [wrong(item.path, 'unrealDate')];
    case 'languages':
      return item.value[0] === item.value[1] ? [wrong(item.path, 'sameLanguage')] : [];
    case 'reference':
      return item.value === null || exists[item.to](item.value) ? [] : [wrong(item.path, unknownOf[item.to])];
    case 'references':
      return item.value.every(exists[item.to]) ? [] : [wrong(item.path, unknownOf[item.to])];
    default:
      return [];
  }
}

const unknownOf = {
  agencies: 'unknownAgency',
  objectives: 'unknownObjective',
  drivers: 'unknownDriver',
  recommendations: 'unknownRecommendation',
  criteria: 'unknownCriterion',
} as const satisfies Record<string, ProblemCode>;

function untitled(entry: OutlineEntry): Problem[] {
  const title = entry.items.find((item) => 'value' in item && item.value === entry.title);
  return [missing(title?.path ?? entry.path, 'untitled')];
}

/** What concerns the plan as a whole: what its cover and its chapters can't do without, its period, its direction. */
function planProblems(plan: Plan): Problem[] {
  const { about, situation, direction, measure } = plan;
  const answered = new Set(Object.values(direction.objectives).flatMap((objective) => objective.drivers));
  const found: Problem[] = [];
  if (!hasText(about.countryName)) found.push(missing('about.countryName', 'noCountry'));
  if (!hasText(about.title)) found.push(missing('about.title', 'noTitle'));
  if (about.start === '') found.push(missing('about.start', 'noPeriod'));
  if (about.end === '') found.push(missing('about.end', 'noPeriod'));
  if (isBefore(about.end, about.start)) found.push(wrong('about.end', 'endBeforeStart'));
  for (const [id, driver] of Object.entries(situation.drivers)) {
    if (driver.rating === 'high' && !answered.has(id))
      found.push(missing(`situation.drivers.${id}.rating`, 'driverWithoutObjective'));
  }
  if (Object.keys(direction.objectives).length === 0) found.push(missing('direction.objectives', 'noObjectives'));
  if (Object.keys(plan.actions).length === 0) found.push(missing('actions', 'noActions'));
  for (const review of inOrder(measure.calendar)) {
    if (isOutside(review.date, about)) found.push(missing(`measure.calendar.${review.id}.date`, 'dateOutsidePlan'));
  }
  return found;
}

/** Where each path stands in the document; a path inside of none stands where the longest known one before it does. */
function placesOf(sections: OutlineSection[]): (path: string) => number {
  const places = new Map<string, number>();
  const enter = (path: string) => {
    if (!places.has(path)) places.set(path, places.size);
  };
  const enterItem = (item: OutlineItem): void => {
    enter(item.path);
    if (item.kind === 'group') item.items.forEach(enterItem);
    else if (item.kind === 'list' || item.kind === 'keyed') {
      for (const entry of item.entries) {
        enter(entry.path);
        entry.items.forEach(enterItem);
      }
    }
  };
  for (const section of sections) {
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
