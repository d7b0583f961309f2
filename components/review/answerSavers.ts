import { AnswerSaver, type AnswerValues, type Sent } from './answerSaver.ts';

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 20_000;
/** A request that outlives its page may be no longer than browsers let it. */
const OUTLIVES = 15_000;

// They live as long as the page’s program: leaving the page drops nothing, and coming back to it finds what was typed.
const savers = new Map<string, AnswerSaver>();
let listens = false;

/** The saver of one’s answer to a criterion of a round; the one from before, unless the server has a later answer by now. */
export function answerSaver(
  { round, criterion, userId }: { round: string; criterion: string; userId: string },
  kept: AnswerValues,
  seen: string,
): AnswerSaver {
  listen();
  const key = `${userId} ${round} ${criterion}`;
  const there = savers.get(key);
  if (there && (!there.isSettled || there.seen >= seen)) return there;
  const made = new AnswerSaver(kept, seen, (values, from) =>
    sendAnswer(round, userId, { criterion, ...values, seen: from }),
  );
  savers.set(key, made);
  return made;
}

async function sendAnswer(round: string, userId: string, given: object): Promise<Sent> {
  const body = JSON.stringify(given);
  const response = await fetch(`/api/rounds/${round}/answers`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-plan-user': userId },
    body,
    signal: AbortSignal.timeout(PATIENCE),
    keepalive: body.length < OUTLIVES,
  });
  if (response.status >= 500) throw new Error('The server can’t answer now');
  const answer = await response.json();
  if (answer.ok) return answer;
  const { code, now } = answer;
  return {
    ok: false,
    code,
    ...(now ? { now: { answer: now.answer, noteAr: now.note.ar, noteEn: now.note.en, at: now.at } } : {}),
  };
}

function listen(): void {
  if (listens) return;
  listens = true;
  const unsettled = () => [...savers.values()].filter((saver) => !saver.isSettled);
  const flush = () => {
    for (const saver of unsettled()) if (saver.snapshot().state !== 'refused') saver.flush();
  };
  window.addEventListener('online', flush);
  // Whoever went to sign in elsewhere comes back; who goes may not.
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('beforeunload', (event) => {
    if (unsettled().length > 0) event.preventDefault();
  });
}
