import { deviceKey } from '#server/deviceKey';
import { currentActor } from '#server/session';

const headers = { 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' };

/** The secret that guards, on this device, what the person typed and the server doesn’t have yet. */
export async function GET() {
  const actor = await currentActor();
  if (!actor) return Response.json({ ok: false, code: 'signedOut' }, { status: 401, headers });
  return Response.json({ ok: true, userId: actor.userId, key: deviceKey(actor) }, { headers });
}
