import { request } from 'node:http';

export type Asked = {
  method?: string;
  path: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
};

/** An answer as it came: no redirect followed, its headers as one text. */
export type Answered = { status: number; location: string; headers: string; body: string };

/** Asks as no browser would let a page ask: every header as it is given, and no other. */
export async function ask(url: string, { method = 'GET', path, cookie, headers = {}, body }: Asked): Promise<Answered> {
  const form = body instanceof FormData ? new Response(body) : null;
  const bytes = form ? Buffer.from(await form.arrayBuffer()) : Buffer.from((body as string | undefined) ?? '');
  const type = form?.headers.get('content-type');
  return new Promise((done, fail) => {
    const sent = request(
      new URL(path, url),
      {
        method,
        headers: {
          ...(bytes.length ? { 'content-length': bytes.length } : {}),
          ...(type ? { 'content-type': type } : {}),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', fail);
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            headers: response.rawHeaders.join('\n'),
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(bytes);
  });
}
