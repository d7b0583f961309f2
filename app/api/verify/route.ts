import * as z from 'zod';
import { isCode } from '#review/editionCode';
import { readBody } from '#server/requestBody';
import { currentNetwork, refuseForeign } from '#server/session';
import { editionsOf, verify } from '#server/verification';

const hash = z.string().refine(isCode);
const question = z.strictObject({ hash, stated: hash.optional() });

const statuses: Record<string, number> = { foreign: 403, tooLarge: 413, notJson: 415, notHash: 422, tooMany: 429 };
const headers = { 'cache-control': 'no-store' };
const refuse = (code: string): Response =>
  Response.json({ ok: false, code }, { status: statuses[code] ?? 400, headers });

/**
 * What is known of a file, which stays where it is: only its hash is sent, and the code that it states of itself. Anyone
 * may ask. `stated` tells of that code where the file itself isn’t known.
 */
export async function POST(request: Request): Promise<Response> {
  if (refuseForeign(request)) return refuse('foreign');
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) return refuse('notJson');
  const read = await readBody(request, 1_000);
  if (!read.ok) return refuse('tooLarge');
  const asked = question.safeParse(parsed(read.text));
  if (!asked.success) return refuse('notHash');
  const found = await verify(asked.data.hash, await currentNetwork());
  if (!found.ok) return refuse(found.code);
  const { editions } = found;
  const stated = editions.length === 0 && asked.data.stated ? await editionsOf(asked.data.stated) : [];
  return Response.json({ ok: true, editions, stated }, { headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
