import { isReachable } from '#server/database';

export const dynamic = 'force-dynamic';

/** Whether the app can work: for whoever watches over it, and for the start. Tells nothing else. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  if (await isReachable()) return Response.json({ ok: true }, { headers });
  return Response.json({ ok: false, code: 'database' }, { status: 503, headers });
}
