import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answered, ask } from '../../fixtures/ask.ts';
import { filledIn, formsIn, type PlainForm } from '../../fixtures/plainForm.ts';
import { thisRun } from '../../fixtures/run.ts';

/** The folder that the app under test was built into. */
export const buildFolder = join(import.meta.dirname, '../../..', process.env.BUILD_DIR ?? '.next');

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The id under which the built app knows a Server Action. */
function idOf(action: string): string {
  const file = join(buildFolder, 'server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const found = Object.entries(node).find(
    ([, { filename, exportedName }]) => `${filename} ${exportedName}` === `app/${action}`,
  );
  if (!found) throw new Error(`The built app has no ${action}`);
  return found[0];
}

/**
 * The form of a Server Action in a page, as someone has it before them.
 * @param like what stands hidden in it, where the page has several
 */
export async function formOf(
  cookie: string,
  path: string,
  action: string,
  like: Record<string, string> = {},
): Promise<PlainForm> {
  const { body } = await ask(thisRun().url, { path, cookie });
  const id = idOf(action);
  const found = formsIn(path, body).find(
    ({ fields }) =>
      fields.some(([name, value]) => name.startsWith('$ACTION_') && (name + value).includes(id)) &&
      Object.entries(like).every(([name, value]) => fields.some(([field, held]) => field === name && held === value)),
  );
  if (!found) throw new Error(`${path} has no form of ${action}`);
  return found;
}

/** Sends a form in the encoding that another site’s form may use without asking, and that nobody reads as a form. */
export function sendAsText(
  { path, fields }: PlainForm,
  given: Record<string, string>,
  { cookie, headers }: { cookie: string; headers: Record<string, string> },
): Promise<Answered> {
  const body = filledIn(fields, given)
    .map(([name, value]) => `${name}=${value}`)
    .join('\r\n');
  const plain = { ...headers, 'content-type': 'text/plain' };
  return ask(thisRun().url, { method: 'POST', path, cookie, headers: plain, body });
}
