import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { Stop } from '../stop.mjs';
import { percentile, short } from './figures.mjs';
import { watchMemory } from './load/memory.mjs';
import { addTeam } from './load/team.mjs';

/** People who type at the same time, each in an action of their own, and the plans that they share. */
const PEOPLE = 50;
const PLANS = 10;
/** Milliseconds from one save of a person to the next. */
const PACE = 2_000;
/** As many of them order a printing of their plan: each one, since a person may have one of a plan at a time. */
const EXPORTS = 20;
/** Milliseconds for which they only type before: a server that has run for a while is meant. */
const BEFORE = 15_000;
/** Milliseconds between two looks at a printing, and after which it is taken for lost. */
const LOOK = 2_000;
const LONGEST = 30 * 60_000;

/** What those who type wait for while many plans are printed, and how much memory the server and the printing take. */
export async function benchLoad(app, report) {
  await app.start();
  const team = await addTeam(app, { people: PEOPLE, plans: PLANS });
  const writers = [];
  for (const person of team) writers.push(writer(app, { ...person, cookie: await app.signIn(person.email) }));
  const before = await typed(writers, pause(BEFORE));
  const endWatch = watchMemory(app.pid);
  const started = performance.now();
  const durations = await typed(writers, printAll(writers.slice(0, EXPORTS)));
  const seconds = Math.round((performance.now() - started) / 1000);
  const memory = endWatch();
  const p = (values, share) => short(percentile(values, share));
  process.stderr.write(
    `${PEOPLE} people made ${durations.length} saves in the ${seconds} s in which ${EXPORTS} plans were printed. ` +
      `Alone, before, half of theirs took up to ${p(before, 0.5)} ms, 99 of 100 up to ${p(before, 0.99)} ms.\n`,
  );
  report({
    save_p50_ms: p(durations, 0.5),
    save_p99_ms: p(durations, 0.99),
    web_peak_mb: memory.web,
    worker_peak_mb: memory.printing,
    exports: EXPORTS,
  });
}

/** Each orders a printing, one soon after the other, and looks how far it is until it is there. */
async function printAll(people) {
  const orders = [];
  for (const { order } of people) orders.push(await order());
  await Promise.all(people.map(({ printed }, index) => printed(orders[index])));
}

/** Has everyone type until something is over. @returns the milliseconds that each save took */
async function typed(writers, over) {
  let isOver = false;
  const ended = over.finally(() => {
    isOver = true;
  });
  const durations = [];
  const type = async ({ save }, index) => {
    await pause((index * PACE) / writers.length);
    while (!isOver) {
      const started = performance.now();
      await save();
      const took = performance.now() - started;
      durations.push(took);
      await pause(Math.max(0, PACE - took));
    }
  };
  await Promise.all([ended, ...writers.map(type)]);
  return durations;
}

/** A person with a browser: saves each a word more in the text of their action, and prints the plan. */
function writer(app, { planId, key, text, cookie }) {
  const headers = { 'content-type': 'application/json', origin: app.url, cookie };
  const send = async (method, path, body) => {
    const answer = await fetch(app.url + path, { method, headers, body: body && JSON.stringify(body) });
    const said = await answer.text();
    if (!answer.ok) throw new Stop(`The bench was answered with ${answer.status} ${said}.`);
    return JSON.parse(said);
  };
  let saved = text;
  let count = 0;
  const save = async () => {
    count += 1;
    const to = `${text} Draft ${count}.`;
    const changes = [{ path: `${key}.description.en`, from: saved, to }];
    const answer = await send('PATCH', `/api/plans/${planId}/parts/${encodeURIComponent(key)}`, {
      id: uuidv7(),
      changes,
    });
    if (!answer.ok || answer.clashes.length || answer.merged.length) throw new Stop('A save of the bench clashed.');
    saved = to;
  };
  const order = async () => (await send('POST', `/api/plans/${planId}/prints`, { layout: 'facing' })).print;
  const printed = async (print) => {
    const started = performance.now();
    let now = print;
    while (now.state !== 'done') {
      if (/failed|cancelled/.test(now.state) || performance.now() - started > LONGEST)
        throw new Stop(`A printing of the bench is ${now.state} (${now.error}).`);
      await pause(LOOK);
      now = (await send('GET', `/api/prints/${now.id}`)).print;
    }
  };
  return { save, order, printed };
}
