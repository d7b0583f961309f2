import autocannon from 'autocannon';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { bundle } from '../bundle.mjs';
import { OWNER } from '../database.mjs';
import { Stop } from '../stop.mjs';
import { percentile, short } from './figures.mjs';

/** People who type at the same time, each in an action of their own. */
const CLIENTS = 16;
/** The two ways take turns, so that whatever else the machine does burdens both. */
const ROUNDS = 6;
const ROUND_MS = 2_500;
/** Saves that come before and don’t count. */
const WARM_UP = 3_000;
const email = 'drafter@sample.test';

/**
 * Whole saves, as a browser sends them, beside the same reads and writes done directly through `pg`: the same statements
 * in one transaction, as the same role, under row-level security, on actions of the same plan.
 */
export async function benchSave(app, report) {
  await app.start();
  await bundle('app/_server/partStatements.ts', '.build/partStatements.mjs');
  const { READ, WRITE } = await import('../../.build/partStatements.mjs');
  const { userId, planId, actions } = await arrange(app.databaseUrl(OWNER));
  const whole = await wholeSaves(app, planId, actions.slice(0, CLIENTS));
  const direct = await directSaves(app, { userId, planId, READ, WRITE }, actions.slice(CLIENTS, 2 * CLIENTS));
  // A server that has run for a while is meant: programs become fast as they run, and so do caches.
  await whole.run(WARM_UP);
  await direct.run(ROUND_MS);
  const sums = { whole: { saves: 0, ms: 0 }, direct: { saves: 0, ms: 0 } };
  const add = (sum, { saves, ms }) => {
    sum.saves += saves;
    sum.ms += ms;
  };
  const perSecond = ({ saves, ms }) => saves / (ms / 1000);
  let amount = 300;
  const durations = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    add(sums.direct, await direct.run(ROUND_MS));
    const result = await whole.run(amount);
    add(sums.whole, result);
    durations.push(...result.durations);
    amount = Math.max(CLIENTS, Math.round((perSecond(sums.whole) * ROUND_MS) / 1000));
  }
  await direct.end();
  await whole.check(app.databaseUrl(OWNER));
  report({
    per_s: short(perSecond(sums.whole)),
    raw_per_s: short(perSecond(sums.direct)),
    p50_ms: short(percentile(durations, 0.5)),
    p99_ms: short(percentile(durations, 0.99)),
    ratio: Math.round((100 * perSecond(sums.whole)) / perSecond(sums.direct)) / 100,
    clients: CLIENTS,
    saves: sums.whole.saves,
  });
}

async function query(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The sample plan, who writes in it, and its actions, each with the text that is going to be edited. */
async function arrange(ownerUrl) {
  const [user] = await query(ownerUrl, 'select "id"::text from "User" where "email" = $1', [email]);
  const [plan] = await query(ownerUrl, 'select "id"::text from "Plan" order by "id" limit 1');
  const parts = await query(
    ownerUrl,
    `select "key", "content" from "PlanPart" where "planId" = $1 and "key" like 'actions.%' order by "key"`,
    [plan.id],
  );
  if (parts.length < 2 * CLIENTS) throw new Stop(`The sample plan has ${parts.length} actions: too few for the bench.`);
  const actions = parts.map(({ key, content }) => ({ key, text: content.description.en, count: 0 }));
  return { userId: user.id, planId: plan.id, actions: actions.map((each) => ({ ...each, saved: each.text })) };
}

/** The next edit of an action: its description with a word after it, another one each time. */
function nextEdit(action) {
  action.count += 1;
  action.sent = `${action.text} Draft ${action.count}.`;
  return { path: `${action.key}.description.en`, from: action.saved, to: action.sent };
}

async function wholeSaves(app, planId, actions) {
  const cookie = await app.signIn(email);
  const path = ({ key }) => `/api/plans/${planId}/parts/${encodeURIComponent(key)}`;
  const headers = { 'content-type': 'application/json', origin: app.url, cookie };
  const take = (action) => (status, body) => {
    const answer = JSON.parse(body);
    if (status !== 200 || !answer.ok || answer.clashes.length || answer.merged.length)
      throw new Stop(`A save of the bench was answered with ${status} ${body}.`);
    action.saved = action.sent;
  };
  const requestOf = (action) => ({
    method: 'PATCH',
    path: path(action),
    headers,
    setupRequest: (request) => ({ ...request, body: JSON.stringify({ id: uuidv7(), changes: [nextEdit(action)] }) }),
    onResponse: take(action),
  });
  const run = async (amount) => {
    const free = [...actions];
    const durations = [];
    let last = 0;
    const started = performance.now();
    const shot = autocannon({
      url: app.url,
      connections: CLIENTS,
      amount: Math.ceil(amount / CLIENTS) * CLIENTS,
      setupClient: (client) => client.setRequests([requestOf(free.shift())]),
    });
    shot.on('response', (_client, _status, _bytes, ms) => {
      durations.push(ms);
      last = performance.now();
    });
    const { errors, non2xx } = await shot;
    if (errors || non2xx) throw new Stop(`${errors + non2xx} saves of the bench failed.`);
    return { saves: durations.length, ms: last - started, durations };
  };
  /** What was answered is there. */
  const check = async (ownerUrl) => {
    const rows = await query(ownerUrl, `select "key", "content" from "PlanPart" where "planId" = $1`, [planId]);
    const stored = new Map(rows.map(({ key, content }) => [key, content]));
    if (actions.some(({ key, saved }) => stored.get(key).description.en !== saved))
      throw new Stop('A save of the bench was answered and is not there.');
  };
  return { run, check };
}

const setActor = { name: 'actor', text: `select set_config('app.user_id', $1, true)` };

async function directSaves(app, { userId, planId, READ, WRITE }, actions) {
  const clients = await Promise.all(
    actions.map(async () => {
      const client = new pg.Client({ connectionString: app.databaseUrl() });
      await client.connect();
      return client;
    }),
  );
  const saveOnce = async (client, action) => {
    const id = uuidv7();
    await client.query('begin');
    await client.query({ ...setActor, values: [userId] });
    const { rows } = await client.query({ ...READ, values: [planId, action.key, id] });
    const [{ countryId, content, revision }] = rows;
    const edit = nextEdit(action);
    content.description.en = edit.to;
    const values = [id, planId, countryId, action.key, userId, JSON.stringify([edit]), '[]', JSON.stringify(content)];
    const { rowCount } = await client.query({ ...WRITE.update, values: [...values, revision, [edit.path]] });
    if (rowCount !== 1) throw new Stop('A direct save of the bench was not written.');
    await client.query('commit');
    action.saved = action.sent;
  };
  const run = async (ms) => {
    const started = performance.now();
    let saves = 0;
    await Promise.all(
      clients.map(async (client, at) => {
        while (performance.now() - started < ms) {
          await saveOnce(client, actions[at]);
          saves += 1;
        }
      }),
    );
    return { saves, ms: performance.now() - started };
  };
  return { run, end: () => Promise.all(clients.map((client) => client.end())) };
}
