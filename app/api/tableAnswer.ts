import { hasLocale } from 'next-intl';
import { type Locale, routing } from '#i18n/routing';

/** What every answer has that holds a person’s own data. */
const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const types = {
  pdf: 'application/pdf',
  // ECMA-376.
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const statuses = { signedOut: 401, notFound: 404, tooMany: 422, tooCostly: 422, full: 429, cancelled: 499 } as const;
export type Refusal = keyof typeof statuses;

/** Refuses with a code, for a program. */
export const refuse = (code: Refusal, retryAfter?: number): Response =>
  Response.json(
    { ok: false, code },
    {
      status: statuses[code],
      headers: { ...headers, ...(retryAfter ? { 'retry-after': `${retryAfter}` } : {}) },
    },
  );

/**
 * Refuses with a code; who followed a link in a browser is led back to the page, where it is said in a sentence.
 * @param page the address of the page that says it, given the code
 */
export function sayOr(request: Request, page: (code: Refusal) => string, code: Refusal, retryAfter?: number): Response {
  if (request.headers.get('sec-fetch-mode') !== 'navigate') return refuse(code, retryAfter);
  return new Response(null, { status: 303, headers: { ...headers, location: page(code) } });
}

/** The language that an address asks for. */
export function localeOf(search: URLSearchParams): Locale {
  const asked = search.get('locale');
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
}

/** A file to be kept. @param disposition the head that names it */
export const fileAnswer = (file: Uint8Array, type: keyof typeof types, disposition: string): Response =>
  new Response(new Uint8Array(file), {
    headers: {
      ...headers,
      'content-type': types[type],
      'content-length': `${file.length}`,
      'content-disposition': disposition,
    },
  });
