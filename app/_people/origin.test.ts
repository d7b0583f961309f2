import { expect, test } from 'vitest';
import { isForeign } from './origin.ts';

const site = 'https://plans.example';
const asked = (headers: Record<string, string>, appUrl = site) => isForeign(new Headers(headers), appUrl);

test('a request of this site’s own page is taken', () => {
  expect(asked({ origin: site, 'sec-fetch-site': 'same-origin', host: 'plans.example' })).toBe(false);
  expect(asked({ origin: site, host: 'plans.example' })).toBe(false);
});

test.each([
  ['no origin', { 'sec-fetch-site': 'same-origin' }],
  ['origin null', { origin: 'null' }],
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'https://plans.example:8443' }],
  ['not encrypted', { origin: 'http://plans.example' }],
  ['a site whose name begins alike', { origin: 'https://plans.example.evil.example' }],
  ['a neighbour of the same domain', { origin: site, 'sec-fetch-site': 'same-site' }],
  ['cross-site by the browser’s own word', { origin: site, 'sec-fetch-site': 'cross-site' }],
  ['a forged forwarded host', { origin: site, host: 'plans.example', 'x-forwarded-host': 'evil.example' }],
  ['another host', { origin: site, host: 'evil.example' }],
  ['origin and forwarded host forged alike', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
])('a request is refused with %s', (_, headers: Record<string, string>) => {
  expect(asked({ host: 'plans.example', ...headers })).toBe(true);
});

test('on one’s own machine its names are one, its ports are not', () => {
  const local = 'http://localhost:3000';
  expect(asked({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, local)).toBe(false);
  expect(asked({ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' }, local)).toBe(true);
});
