import type * as z from 'zod';
import { type Actor, can, type Deed, type Thing } from '#people/roles';
import type { StandsNow } from '#review/seen';
import { record } from './audit.ts';
import { database } from './database.ts';
import { currentActor, isForeignRequest } from './session.ts';

/** What every Server Action answers. `values`: what was typed and is no secret, to be shown again. */
type Answer<Data = unknown> = { ok: true; data: Data } | (Refused & { values?: Record<string, string> });

/** What a handler gives back. */
type Outcome<Data> = { ok: true; data: Data } | Refused;
type Refused = { ok: false; code: string; path?: string; now?: StandsNow };

const secret = /password|current|token/i;

function readForm(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')));
}

/** A Server Action as React calls it, with and without JavaScript in the browser. */
export type FormAction<Data = unknown> = (previous: unknown, form: FormData) => Promise<Answer<Data>>;

type Guard<Input> = (actor: Actor | null, input: Input) => Promise<'signedOut' | 'notAllowed' | null>;

function guarded<S extends z.ZodType, Data>(
  schema: S,
  refusal: Guard<z.output<S>>,
  handler: (input: z.output<S>, actor: Actor | null) => Promise<Outcome<Data>>,
): FormAction<Data> {
  return async (_previous, form) => {
    if (await isForeignRequest()) return { ok: false, code: 'foreign' };
    const given = readForm(form);
    const values = Object.fromEntries(Object.entries(given).filter(([name]) => !secret.test(name)));
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return { ok: false, code: issue?.message ?? 'invalid', path: issue?.path.join('.'), values };
    }
    const actor = await currentActor();
    const refused = await refusal(actor, parsed.data);
    if (refused) return { ok: false, code: refused, values };
    const outcome = await handler(parsed.data, actor);
    return outcome.ok ? outcome : { ...outcome, values };
  };
}

/**
 * The one wrapper around every Server Action: refuses what another site sent, reads the form by its schema, and asks
 * `can` before the handler runs. A refused right is put on the audit trail; what was done is put there by the function
 * of `_server` that did it, in its transaction.
 * @param deed what is done, or `signedIn` for what each person may do with their own account
 * @param thingOf what it is done to, from the input
 */
export function action<S extends z.ZodType, Data>(
  { schema, deed, thingOf }: { schema: S; deed: Deed | 'signedIn'; thingOf?: (input: z.output<S>) => Thing },
  handler: (input: z.output<S>, actor: Actor) => Promise<Outcome<Data>>,
): FormAction<Data> {
  return guarded(
    schema,
    async (actor, input) => {
      if (!actor) return 'signedOut';
      if (deed === 'signedIn' || can(actor, deed, thingOf?.(input))) return null;
      await record(database(), { actorId: actor.userId, deed, thing: 'refused', detail: { code: 'notAllowed' } });
      return 'notAllowed';
    },
    async (input, actor) => (actor ? handler(input, actor) : { ok: false, code: 'signedOut' }),
  );
}

/** The same for what people do who may not be signed in: sign in, and accept an invitation. */
export function openAction<S extends z.ZodType, Data>(
  schema: S,
  handler: (input: z.output<S>, actor: Actor | null) => Promise<Outcome<Data>>,
): FormAction<Data> {
  return guarded(schema, async () => null, handler);
}
