import { expect, test } from 'vitest';
import { type Actor, can, countryRoles, type Deed, deeds, duties } from './roles.ts';

const own = { countryId: 'own', planId: 'plan', part: 'about' };
const other = { countryId: 'other', planId: 'other plan', part: 'about' };

const person = (extra: Partial<Actor>): Actor => ({
  userId: 'someone',
  name: 'Someone',
  email: 'someone@sample.test',
  duties: [],
  memberships: [],
  assignments: [],
  ...extra,
});
const member = (role: (typeof countryRoles)[number], assignments: Actor['assignments'] = []) =>
  person({ memberships: [{ countryId: 'own', role }], assignments });

const people = {
  ...Object.fromEntries(countryRoles.map((role) => [role, member(role)])),
  'contributor with this part': member('contributor', [{ planId: 'plan', part: 'about' }]),
  'contributor with another part': member('contributor', [{ planId: 'plan', part: 'vision' }]),
  'contributor with a part of another plan': member('contributor', [{ planId: 'other plan', part: 'about' }]),
  ...Object.fromEntries(duties.map((duty) => [duty, person({ duties: [duty] })])),
  'without any role': person({}),
  'signed out': null,
};

/** Who may do each deed in their own country; nobody else may. Written by hand, so that a slip in the rules shows. */
const expected: Record<Deed, string[]> = {
  'country.list': ['administrator'],
  'country.create': ['administrator'],
  'coordinator.invite': ['administrator'],
  'duty.invite': ['administrator'],
  'audit.read': ['administrator'],
  'health.read': ['administrator'],
  'catalogue.correct': ['steward'],
  'people.manage': ['coordinator'],
  'plan.create': ['coordinator'],
  'plan.import': ['coordinator'],
  'plan.delete': ['coordinator'],
  'part.assign': ['coordinator'],
  'plan.open': ['coordinator', 'drafter', 'viewer', 'contributor with this part', 'contributor with another part'],
  'plan.read': ['coordinator', 'drafter', 'viewer'],
  'plan.print': ['coordinator', 'drafter', 'viewer'],
  'plan.export': ['coordinator', 'drafter', 'viewer'],
  'part.read': ['coordinator', 'drafter', 'viewer', 'contributor with this part'],
  'part.edit': ['coordinator', 'drafter', 'contributor with this part'],
};

const ofInstallation = [
  'country.list',
  'country.create',
  'coordinator.invite',
  'duty.invite',
  'audit.read',
  'health.read',
  'catalogue.correct',
];

const rows = deeds.flatMap((deed) => Object.entries(people).map(([who, actor]) => ({ deed, who, actor })));

test.each(rows)('$deed in one’s own country: $who', ({ deed, who, actor }) => {
  expect(can(actor, deed, own)).toBe(expected[deed].includes(who));
});

test.each(rows)('$deed in another country: $who has only what is not of a country', ({ deed, who, actor }) => {
  expect(can(actor, deed, other)).toBe(ofInstallation.includes(deed) && expected[deed].includes(who));
});

test.each(rows)('$deed where the country is not said: $who is refused what is of a country', ({ deed, who, actor }) => {
  expect(can(actor, deed)).toBe(ofInstallation.includes(deed) && expected[deed].includes(who));
  expect(can(actor, deed, { planId: 'plan', part: 'about' })).toBe(can(actor, deed));
});

test('a part assigned in one country opens nothing once the person no longer belongs to it', () => {
  const left = person({ assignments: [{ planId: 'plan', part: 'about' }] });
  expect(deeds.filter((deed) => can(left, deed, own))).toEqual([]);
});

test('a person of two countries has in each the role they have there', () => {
  const both = person({
    memberships: [
      { countryId: 'own', role: 'viewer' },
      { countryId: 'other', role: 'coordinator' },
    ],
  });
  expect(can(both, 'part.edit', own)).toBe(false);
  expect(can(both, 'part.edit', other)).toBe(true);
});
