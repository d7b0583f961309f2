/**
 * The text of a request’s body, read no further than `limit` bytes: route handlers have no limit of their own.
 * @returns what is wrong with it otherwise: more than that, or no UTF-8
 */
export async function readBody(
  request: Request,
  limit: number,
): Promise<{ ok: true; text: string } | { ok: false; code: 'tooLarge' | 'notUtf8' }> {
  if (Number(request.headers.get('content-length')) > limit) return { ok: false, code: 'tooLarge' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    // Leaving the loop early closes the stream: the rest is never read.
    for await (const bytes of request.body ?? []) {
      size += bytes.length;
      if (size > limit) return { ok: false, code: 'tooLarge' };
      text += decoder.decode(bytes, { stream: true });
    }
    return { ok: true, text: text + decoder.decode() };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, code: 'notUtf8' };
    throw error;
  }
}
