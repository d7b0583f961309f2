import { NextRequest, type NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '#i18n/routing';

// The language of a first visit, and headers. Who may see what is never decided here: pages, actions and route
// handlers ask for themselves, and stay shut with this file removed.

const localize = createMiddleware({ ...routing, localeCookie: false, alternateLinks: false });

/** Pages that hold people's own data, lead to it, or answer what was asked. All others are made once, for everybody, and can't bear a nonce. */
const personal = /^\/(ar|en)\/(plans|people|countries|account|sign-in|invitations|desk|notices|remarks|verify)(\/|$)/;

const isSecure = (process.env.APP_URL ?? '').startsWith('https:');

function contentPolicy(nonce: string | null): string {
  const scripts = nonce ? `'nonce-${nonce}' 'strict-dynamic'` : `'unsafe-inline'`;
  const development = process.env.NODE_ENV === 'development' ? ` 'unsafe-eval'` : '';
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const fixed: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: with it a browser sends `Origin: null` with the forms of this very site.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
};

export default function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = personal.test(pathname) ? btoa(crypto.randomUUID()) : null;
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here for its own scripts; the path is where signing in leads back to.
  headers.set('content-security-policy', policy);
  headers.set('x-plan-path', pathname + search);
  const response = localize(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  if (nonce) response.headers.set('cache-control', 'private, no-store');
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  return response;
}

// Not for route handlers, whose addresses have no language, nor for files.
export const config = { matcher: '/((?!api|_next|.*\\..*).*)' };
