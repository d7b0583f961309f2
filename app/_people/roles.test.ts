import { expect, test } from 'vitest';
import { type Actor, can, countryRoles, type Deed, deeds, duties, type Scope, type Thing } from './roles.ts';

const own = { countryId: 'own', planId: 'plan', part: 'about' };
const other = { countryId: 'other', planId: 'other plan', part: 'about' };

const person = (extra: Partial<Actor>): Actor => ({
  userId: 'someone',
  name: 'Someone',
  email: 'someone@sample.test',
  duties: [],
  memberships: [],
  assignments: [],
  grants: [],
  ...extra,
});
const member = (role: (typeof countryRoles)[number], assignments: Actor['assignments'] = []) =>
  person({ memberships: [{ countryId: 'own', role }], assignments });

const adviser = (scope: Scope, to: Thing = own, extra: Partial<Actor> = {}) =>
  person({
    duties: ['adviser'],
    grants: [{ planId: to.planId ?? '', countryId: to.countryId ?? '', scope }],
    ...extra,
  });

const people = {
  ...Object.fromEntries(countryRoles.map((role) => [role, member(role)])),
  'contributor with this part': member('contributor', [{ planId: 'plan', part: 'about' }]),
  'contributor with another part': member('contributor', [{ planId: 'plan', part: 'vision' }]),
  'contributor with a part of another plan': member('contributor', [{ planId: 'other plan', part: 'about' }]),
  ...Object.fromEntries(duties.map((duty) => [duty, person({ duties: [duty] })])),
  'adviser let into what was sent': adviser('sent'),
  'adviser let into drafts': adviser('drafts'),
  'adviser let into another plan of the country': adviser('drafts', { countryId: 'own', planId: 'second plan' }),
  'adviser let in who has lost the duty': adviser('drafts', own, { duties: [] }),
  'adviser let in who has become a viewer of the country': adviser('drafts', own, {
    memberships: [{ countryId: 'own', role: 'viewer' }],
  }),
  'without any role': person({}),
  'signed out': null,
};

const turned = 'adviser let in who has become a viewer of the country';
const team = ['coordinator', 'drafter', 'viewer', turned];
const writers = ['coordinator', 'drafter'];
const ofThisPart = ['contributor with this part'];
const ofThisPlan = ['contributor with this part', 'contributor with another part'];
const toDrafts = ['adviser let into drafts'];
const letIn = ['adviser let into what was sent', 'adviser let into drafts'];
const advisers = ['adviser', ...letIn, 'adviser let into another plan of the country', turned];

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
  'plan.open': [...team, ...ofThisPlan, ...toDrafts],
  'plan.read': [...team, ...toDrafts],
  'plan.print': team,
  'plan.export': team,
  'part.read': [...team, ...ofThisPart, ...toDrafts],
  'part.edit': [...writers, ...ofThisPart],
  'grant.manage': ['coordinator'],
  'review.send': ['coordinator'],
  'review.withdraw': ['coordinator'],
  'plan.adopt': ['coordinator'],
  'review.open': [...team, ...ofThisPlan, ...letIn],
  'review.read': [...team, ...letIn],
  'comment.read': [...team, ...ofThisPart, ...letIn],
  'review.comment': [...writers, ...ofThisPart, ...letIn],
  'review.note': [...writers, ...ofThisPart, ...letIn],
  'review.resolve': [...writers, ...letIn],
  'review.answer': writers,
  'suggestion.make': letIn,
  'suggestion.answer': [...writers, ...ofThisPart],
  'review.decide': letIn,
  'desk.open': advisers,
  'remark.keep': advisers,
};

const ofInstallation = [
  'country.list',
  'country.create',
  'coordinator.invite',
  'duty.invite',
  'audit.read',
  'health.read',
  'catalogue.correct',
  'desk.open',
  'remark.keep',
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

test('who works in a country is of its side there, also where another of its plans was granted to them', () => {
  const both = adviser('drafts', own, { memberships: [{ countryId: 'own', role: 'contributor' }] });
  expect(deeds.filter((deed) => can(both, deed, own))).toEqual(['desk.open', 'remark.keep']);
});

test('a grant names its country: with another one it opens nothing', () => {
  const granted = adviser('drafts');
  expect(deeds.filter((deed) => can(granted, deed, { ...own, countryId: 'other' }))).toEqual([
    'desk.open',
    'remark.keep',
  ]);
});
