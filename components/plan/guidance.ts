import type { Messages } from '#i18n/messages';
import { textAt } from '#i18n/textAt';
import type { Assessment } from '#plan/criteria';
import { ID } from '#plan/fields';
import type { Guidance } from './form.ts';

/**
 * Why fields are asked, by their path without ids: the criteria that a field settles, with their sources, and the
 * worked examples of the fictional country.
 */
export function guidanceFrom(assessments: readonly Assessment[], messages: Messages): Map<string, Guidance> {
  const found = new Map<string, Guidance>();
  const at = (path: string): Guidance => {
    const known = found.get(path) ?? { reasons: [] };
    found.set(path, known);
    return known;
  };
  for (const { id, path } of assessments) {
    const { criterion, reference } = messages.catalogue.criteria[id];
    at(withoutIds(path)).reasons.push({ text: criterion, source: reference });
  }
  for (const path of examplePaths(messages.editor.examples)) {
    const text = textAt(messages.editor.examples, `${path}.good`);
    const why = textAt(messages.editor.examples, `${path}.why`);
    if (text && why) at(path).example = { text, why };
  }
  return found;
}

const withoutIds = (path: string): string =>
  path
    .split('.')
    .filter((key) => !ID.test(key))
    .join('.');

function examplePaths(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, below]) => {
    const here = path ? `${path}.${key}` : key;
    if (typeof below !== 'object' || below === null) return [];
    return [...('good' in below ? [here] : []), ...examplePaths(below, here)];
  });
}
