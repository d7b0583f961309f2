import { expect, test } from 'vitest';
import { landing } from './landing.ts';
import type { Actor } from './roles.ts';

const member: Actor['memberships'] = [{ countryId: 'IQ', role: 'viewer' }];

test.each<[string, Actor['duties'], Actor['memberships'], string]>([
  ['an adviser', ['adviser'], [], '/ar/desk'],
  ['an adviser who administers too', ['administrator', 'adviser'], [], '/ar/desk'],
  ['an administrator', ['administrator'], [], '/ar/countries'],
  ['somebody of a country', [], member, '/ar/plans'],
  ['somebody of a country who advises others', ['adviser'], member, '/ar/plans'],
  ['somebody of a country who administers', ['administrator'], member, '/ar/plans'],
  ['a steward', ['steward'], [], '/ar/plans'],
])('%s goes on to where they work', (_, duties, memberships, page) => {
  expect(landing({ duties, memberships }, 'ar')).toBe(page);
});
