import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { database } from './database.ts';

const minute = 60_000;

/** Names of people and networks stand in the table as fingerprints only. */
const keyOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('base64url');

/** Counts one more in a window that begins with the first and is forgotten after `windowMs`; gives the count. */
async function count(key: string, windowMs: number): Promise<number> {
  const rows = await database().$queryRaw<{ count: number }[]>`
    insert into "RateLimit" as kept ("id", "key", "count", "lastRequest")
    values (${uuidv7()}, ${key}, 1, (extract(epoch from now()) * 1000)::bigint)
    on conflict ("key") do update set
      "count" = case when kept."lastRequest" + ${windowMs} < excluded."lastRequest" then 1 else kept."count" + 1 end,
      "lastRequest" = case when kept."lastRequest" + ${windowMs} < excluded."lastRequest"
        then excluded."lastRequest" else kept."lastRequest" end
    returning "count"`;
  return rows[0]?.count ?? 1;
}

/** Who tries to sign in, from where. */
type Attempt = { account: string; network: string };

const keysOf = ({ account, network }: Attempt) => ({
  both: keyOf('both', account, network),
  account: keyOf('account', account),
  network: keyOf('network', network),
});

/**
 * Counts an attempt before its password is looked at, so that many at once don’t slip through, and says whether it may
 * go on. From one network an account has ten in a quarter of an hour. A network that failed 300 times, or an account
 * that was tried 60 times in an hour, has one for each pair of the two: a whole ministry behind one address can still
 * sign in, and so can the owner of an account that somebody else is guessing at.
 */
export async function mayTry(attempt: Attempt): Promise<boolean> {
  const keys = keysOf(attempt);
  const both = await count(keys.both, 15 * minute);
  const account = await count(keys.account, 60 * minute);
  const network = await count(keys.network, 15 * minute);
  if (account > 300) return false;
  return both <= (network > 300 || account > 60 ? 1 : 10);
}

/** Forgets what a person needed to get in; of the others’ attempts only this one is taken off. */
export async function forgive(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await database().$executeRaw`delete from "RateLimit" where "key" = ${keys.both}
    or "lastRequest" < (extract(epoch from now()) * 1000)::bigint - ${1440 * minute}`;
  await database().$executeRaw`update "RateLimit" set "count" = greatest("count" - 1, 0)
    where "key" in (${keys.account}, ${keys.network})`;
}

/** Whether a thing named by `key` may be tried once more: at most `most` times in `minutes`. */
export async function mayTryThing(key: string, most: number, minutes: number): Promise<boolean> {
  return (await count(keyOf('thing', key), minutes * minute)) <= most;
}
