type TooLarge = { ok: false; code: 'tooLarge' };

/**
 * The bytes of a request’s body, read no further than `limit`: route handlers have no limit of their own. One that says
 * beforehand that it is larger isn’t touched, so that its sender can still be answered.
 */
export async function readBodyBytes(
  request: Request,
  limit: number,
): Promise<{ ok: true; bytes: Uint8Array } | TooLarge> {
  if (Number(request.headers.get('content-length')) > limit) return { ok: false, code: 'tooLarge' };
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early closes the stream: the rest is never read.
  for await (const bytes of request.body ?? []) {
    size += bytes.length;
    if (size > limit) return { ok: false, code: 'tooLarge' };
    parts.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(parts, size) };
}

/** The text of a request’s body, with the same limit; no text where it isn’t UTF-8. */
export async function readBody(
  request: Request,
  limit: number,
): Promise<{ ok: true; text: string } | TooLarge | { ok: false; code: 'notUtf8' }> {
  const read = await readBodyBytes(request, limit);
  if (!read.ok) return read;
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { ok: false, code: 'notUtf8' };
  }
}
