import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, CountryRole } from '#people/roles';
import { listAudit } from './audit.ts';
import { createCountry, findCountry, listCountries, ownCountries } from './countries.ts';
import { asActor, database } from './database.ts';
import {
  findInvitation,
  invite,
  inviteForDuty,
  joinAsActor,
  joinAsNew,
  listInvitations,
  revokeInvitation,
  tokenHash,
} from './invitations.ts';
import { changeRole, listMembers, removeMember } from './people.ts';
import { openSession, sessionOfCookie } from './session.ts';
import { asOwner, someCountry, somePerson, testPassword } from './testPeople.ts';

let own: string;
let other: string;
const people = {} as Record<CountryRole | 'administrator' | 'adviser' | 'steward' | 'neighbour' | 'nobody', Actor>;

beforeAll(async () => {
  own = await someCountry('XB');
  other = await someCountry('XC');
  for (const role of ['coordinator', 'drafter', 'contributor', 'viewer'] as const) {
    people[role] = await somePerson(role, { roles: { [own]: role } });
  }
  for (const duty of ['administrator', 'adviser', 'steward'] as const)
    people[duty] = await somePerson(duty, { duties: [duty] });
  people.neighbour = await somePerson('neighbour', { roles: { [other]: 'coordinator' } });
  people.nobody = await somePerson('nobody');
});

const entries = () => Object.entries(people);
const asked = { email: null, locale: 'ar' } as const;

async function link(actor: Actor, role: CountryRole, email: string | null = null, countryId = own): Promise<string> {
  const invited = await invite(actor, { countryId, role, email, locale: 'ar' });
  if (!invited.ok) throw new Error(invited.code);
  return invited.link.split('/').at(-1) ?? '';
}

const fresh = async (email: string) => {
  const opened = await openSession(email, testPassword, { network: '192.0.2.2', agent: '' });
  const held = opened.ok ? await sessionOfCookie(opened.cookie) : null;
  if (!held) throw new Error('not signed in');
  return held.actor;
};

describe('countries', () => {
  test('only an administrator lists and creates them', async () => {
    for (const [who, actor] of entries()) {
      expect((await listCountries(actor)) !== null, who).toBe(who === 'administrator');
      if (who !== 'administrator')
        expect(await createCountry(actor, 'JO'), who).toEqual({ ok: false, code: 'notAllowed' });
    }
    expect((await createCountry(people.administrator, 'JO')).ok).toBe(true);
    expect(await createCountry(people.administrator, 'JO')).toMatchObject({ code: 'countryExists' });
    expect(await createCountry(people.administrator, 'ZZ')).toMatchObject({ code: 'countryMissing' });
  });

  test('the administrator sees how many work on each, and no plan', async () => {
    const rows = await listCountries(people.administrator);
    expect(rows?.find(({ code }) => code === 'XB')).toMatchObject({ coordinators: 1, people: 4, nameEn: 'Country XB' });
  });

  test('people find their own countries and no others', async () => {
    expect((await ownCountries(people.viewer)).map(({ code }) => code)).toEqual(['XB']);
    expect(await findCountry(people.viewer, 'xb')).toMatchObject({ code: 'XB' });
    expect(await findCountry(people.viewer, 'XC')).toBeNull();
    expect(await findCountry(people.viewer, 'ZZ')).toBeNull();
  });
});

describe('the people of a country', () => {
  test('are managed by its coordinator alone', async () => {
    for (const [who, actor] of entries()) {
      const may = who === 'coordinator';
      expect((await listMembers(actor, own)) !== null, who).toBe(may);
      if (may) continue;
      const target = { countryId: own, userId: people.viewer.userId };
      expect(await changeRole(actor, { ...target, role: 'coordinator' }), who).toEqual({
        ok: false,
        code: 'notAllowed',
      });
      expect(await removeMember(actor, target), who).toEqual({ ok: false, code: 'notAllowed' });
    }
    expect((await listMembers(people.coordinator, own))?.map(({ name }) => name).sort()).toEqual([
      'contributor',
      'coordinator',
      'drafter',
      'viewer',
    ]);
  });

  test('a country is never left without a coordinator, even when the last two step down at once', async () => {
    const country = await someCountry('XD');
    const first = await somePerson('first', { roles: { [country]: 'coordinator' } });
    const second = await somePerson('second', { roles: { [country]: 'coordinator' } });
    const results = await Promise.all(
      [first, second].map((actor) => changeRole(actor, { countryId: country, userId: actor.userId, role: 'viewer' })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, code: 'lastCoordinator' });
  });

  test('a person who is removed loses what was assigned to them, and nobody else does', async () => {
    const leaving = await somePerson('leaving', { roles: { [own]: 'contributor', [other]: 'viewer' } });
    expect(await removeMember(people.coordinator, { countryId: own, userId: leaving.userId })).toEqual({ ok: true });
    expect((await fresh('leaving@sample.test')).memberships).toEqual([{ countryId: other, role: 'viewer' }]);
    expect(await removeMember(people.coordinator, { countryId: own, userId: leaving.userId })).toMatchObject({
      code: 'notFound',
    });
  });

  test('the database itself keeps each country’s people from others, with no check in between', async () => {
    const seen = await asActor(people.neighbour.userId, (tx) => tx.membership.findMany());
    expect(new Set(seen.map(({ countryId }) => countryId))).toEqual(new Set([other]));
    expect(await database().membership.findMany()).toEqual([]);
    expect(await database().invitation.findMany()).toEqual([]);
    const forged = asActor(people.viewer.userId, (tx) =>
      tx.membership.updateMany({ where: { countryId: own }, data: { role: 'coordinator' } }),
    );
    expect(await forged).toEqual({ count: 0 });
    await expect(
      asActor(people.viewer.userId, (tx) => tx.user.updateMany({ data: { duties: ['administrator'] } })),
    ).rejects.toThrow();
  });
});

describe('an invitation', () => {
  test('is given by the coordinator for any role, by the administrator for coordinators, by nobody else', async () => {
    for (const [who, actor] of entries()) {
      expect((await invite(actor, { countryId: own, role: 'drafter', ...asked })).ok, who).toBe(who === 'coordinator');
      expect((await invite(actor, { countryId: own, role: 'coordinator', ...asked })).ok, who).toBe(
        who === 'coordinator' || who === 'administrator',
      );
      expect((await inviteForDuty(actor, { role: 'adviser', ...asked })).ok, who).toBe(who === 'administrator');
    }
  });

  test('makes an account with its role, once', async () => {
    const token = await link(people.coordinator, 'drafter');
    expect(await findInvitation(token)).toMatchObject({ state: 'open', role: 'drafter', nameEn: 'Country XB' });
    const joined = await joinAsNew(token, { name: 'New', email: 'new@sample.test', password: testPassword });
    expect(joined.ok).toBe(true);
    expect((await fresh('new@sample.test')).memberships).toEqual([{ countryId: own, role: 'drafter' }]);
    expect(await findInvitation(token)).toMatchObject({ state: 'accepted' });
    const again = await joinAsNew(token, { name: 'Thief', email: 'thief@sample.test', password: testPassword });
    expect(again).toEqual({ ok: false, code: 'invitationClosed' });
  });

  test('pressed by two at once lets in one, and leaves no account of the other', async () => {
    const token = await link(people.coordinator, 'viewer');
    const join = (name: string) => joinAsNew(token, { name, email: `${name}@sample.test`, password: testPassword });
    const results = await Promise.all([join('race-a'), join('race-b')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await asOwner(`select 1 from "User" where "email" like 'race-%'`)).toHaveLength(1);
  });

  test('for an address lets in nobody else', async () => {
    const token = await link(people.coordinator, 'viewer', 'guest@sample.test');
    const person = { name: 'Guest', password: testPassword };
    expect(await joinAsNew(token, { ...person, email: 'other@sample.test' })).toMatchObject({ code: 'emailOther' });
    expect(await joinAsActor(people.nobody, token)).toMatchObject({ code: 'emailOther' });
    expect(await joinAsNew(token, { ...person, email: 'guest@sample.test' })).toMatchObject({ ok: true });
  });

  test('can be accepted by who has an account, and changes no role that they have', async () => {
    const token = await link(people.coordinator, 'viewer');
    expect(await joinAsActor(people.coordinator, token)).toMatchObject({ code: 'alreadyMember' });
    expect(await joinAsNew(token, { name: 'X', email: 'nobody@sample.test', password: testPassword })).toMatchObject({
      code: 'emailTaken',
    });
    expect(await joinAsActor(people.nobody, token)).toMatchObject({ ok: true });
    expect((await fresh('nobody@sample.test')).memberships).toEqual([{ countryId: own, role: 'viewer' }]);
  });

  test('gives a duty where it is for one', async () => {
    const invited = await inviteForDuty(people.administrator, { role: 'steward', ...asked });
    const token = invited.ok ? (invited.link.split('/').at(-1) ?? '') : '';
    expect(await joinAsNew(token, { name: 'S', email: 's@sample.test', password: testPassword })).toMatchObject({
      ok: true,
    });
    expect((await fresh('s@sample.test')).duties).toEqual(['steward']);
  });

  test('can be taken back by whose it is, and then lets nobody in', async () => {
    const token = await link(people.coordinator, 'viewer');
    const id = (await findInvitation(token))?.id ?? '';
    for (const [who, actor] of entries()) {
      if (who !== 'coordinator')
        expect(await revokeInvitation(actor, id), who).toEqual({ ok: false, code: 'notFound' });
    }
    expect((await listInvitations(people.coordinator, own))?.some((row) => row.id === id)).toBe(true);
    expect(await revokeInvitation(people.coordinator, id)).toEqual({ ok: true });
    expect((await listInvitations(people.coordinator, own))?.some((row) => row.id === id)).toBe(false);
    expect(await joinAsNew(token, { name: 'X', email: 'late@sample.test', password: testPassword })).toMatchObject({
      code: 'invitationClosed',
    });
  });

  test('is listed for its country’s coordinator and, where it is theirs, for the administrator', async () => {
    for (const [who, actor] of entries()) {
      expect((await listInvitations(actor, own)) !== null, who).toBe(who === 'coordinator');
      expect((await listInvitations(actor, null)) !== null, who).toBe(who === 'administrator');
    }
    expect(
      (await listInvitations(people.administrator, null))?.every(
        ({ role, countryId }) => !countryId || role === 'coordinator',
      ),
    ).toBe(true);
  });

  test('expires, and an unknown link says nothing', async () => {
    const token = await link(people.coordinator, 'viewer');
    await asOwner(`update "Invitation" set "expiresAt" = now() - interval '1 minute' where "tokenHash" = $1`, [
      tokenHash(token),
    ]);
    expect(await findInvitation(token)).toMatchObject({ state: 'expired' });
    expect(await joinAsNew(token, { name: 'X', email: 'late@sample.test', password: testPassword })).toMatchObject({
      code: 'invitationClosed',
    });
    expect(await findInvitation('no such token')).toBeNull();
  });
});

describe('the audit trail', () => {
  test('has a row of each deed, is read by administrators alone, and can’t be rewritten', async () => {
    for (const [who, actor] of entries()) expect((await listAudit(actor)) !== null, who).toBe(who === 'administrator');
    const rows = await listAudit(people.administrator);
    const deeds = new Set(rows?.map(({ deed }) => deed));
    expect([...deeds]).toEqual(
      expect.arrayContaining([
        'country.create',
        'invitation.create',
        'invitation.accept',
        'invitation.revoke',
        'role.change',
        'member.remove',
        'session.open',
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain(testPassword);
    await expect(database().audit.deleteMany()).rejects.toThrow();
    await expect(database().audit.updateMany({ data: { deed: 'nothing' } })).rejects.toThrow();
  });
});
