import { uuidv7 } from 'uuidv7';
import { expect, test, vi } from 'vitest';
import { addComment } from './comments.ts';
import { dispositionSource, recordDispositions, writeDispositions } from './dispositionFiles.ts';
import { savePart } from './planParts.ts';
import { WAITING_LIMIT } from './tableFiles.ts';
import { commentOn, done, makeReview, sentTitle, unsent } from './testReview.ts';
import { asOwner, makeAdviser, makeTeam } from './testTeam.ts';

type Asked = { paper: object; signal?: AbortSignal; resolve: (made: object) => void; reject: (error: Error) => void };
// The program itself is tried where it is; here it takes as long as the test wants.
const asked = vi.hoisted((): Asked[] => []);
vi.mock('../../scripts/dispositionProcess.mjs', () => ({
  runDispositionProgram: ({ paper, signal }: Pick<Asked, 'paper' | 'signal'>) =>
    new Promise((resolve, reject) => {
      asked.push({ paper, signal, resolve, reject });
    }),
}));
const running = async (count: number) => {
  await vi.waitFor(() => expect(asked).toHaveLength(count));
  return asked[count - 1] as Asked;
};

test('whoever has a part in the review may take the table along, as far as it is theirs to read', async () => {
  const { team, planId, submissionId, adviser } = await makeReview();
  done(await addComment(adviser, commentOn(planId, submissionId)));
  done(await addComment(adviser, commentOn(planId, submissionId, { path: 'money.notes.en', body: 'On money' })));
  const save = {
    id: uuidv7(),
    changes: [{ path: 'about.title.en', from: sentTitle, to: unsent }],
  };
  done(await savePart(team.coordinator, planId, 'about', save));
  const bodies = async (actor: typeof adviser) =>
    (await dispositionSource(actor, planId))?.table.rows.map(({ body }) => body);
  expect(await bodies(team.coordinator)).toEqual(['Say which years', 'On money']);
  expect(await bodies(await team.join('viewer'))).toEqual(['Say which years', 'On money']);
  expect(await bodies(await team.join('contributor', [{ planId, part: 'money' }]))).toEqual(['On money']);
  const theirs = await dispositionSource(adviser, planId);
  expect(theirs?.rounds.map(({ id }) => id)).toEqual([submissionId]);
  expect(theirs?.country).toMatchObject({ name: { ar: 'بلد', en: 'Country' } });
  expect(theirs?.table.plan.about.title.en).toBe(sentTitle);
  expect(JSON.stringify(theirs)).not.toContain(unsent);
  for (const stranger of [await makeAdviser(), (await makeTeam()).coordinator, await team.join('contributor')])
    expect(await dispositionSource(stranger, planId)).toBeNull();
  expect(await dispositionSource(adviser, 'no id')).toBeNull();
});

test('that it was taken along is put down, also of an adviser', async () => {
  const { team, planId, adviser } = await makeReview();
  await recordDispositions(adviser, planId, { countryId: team.countryId, as: 'pdf', rows: 2 });
  const { rows } = await asOwner(
    `SELECT "actorId"::text, "thing", "detail" FROM "Audit" WHERE "countryId" = $1 AND "deed" = 'dispositions.download'`,
    [team.countryId],
  );
  expect(rows).toEqual([
    { actorId: adviser.userId, thing: `plan ${planId}`, detail: { plan: planId, as: 'pdf', rows: 2 } },
  ]);
});

test('one table is written at a time, in the order in which they were asked for; a few wait, and no more', async () => {
  asked.length = 0;
  const names = Array.from({ length: WAITING_LIMIT + 1 }, (_, index) => ({ index }));
  const made = names.map((paper) => writeDispositions('pdf', paper));
  expect(await writeDispositions('xlsx', {})).toEqual({ ok: false, code: 'full', retryAfter: 30 });
  const file = new Uint8Array([1]);
  for (const [index, paper] of names.entries()) {
    const { resolve, paper: written } = await running(index + 1);
    expect(written).toBe(paper);
    resolve({ file, pages: 1 });
    expect(await made[index]).toEqual({ ok: true, file });
  }
  const after = writeDispositions('xlsx', {});
  (await running(names.length + 1)).resolve({ file, pages: null });
  expect(await after).toEqual({ ok: true, file });
});

test.each([
  ['tooLong', 'tooCostly'],
  ['tooLarge', 'tooCostly'],
  ['cancelled', 'cancelled'],
])('a program that ends with %s is told as %s, and holds up nobody', async (code, told) => {
  asked.length = 0;
  const made = writeDispositions('pdf', {});
  const gone = new AbortController();
  const next = writeDispositions('pdf', {}, gone.signal);
  gone.abort();
  (await running(1)).reject(Object.assign(new Error('It ended'), { code }));
  expect(await made).toEqual({ ok: false, code: told });
  expect(await next).toEqual({ ok: false, code: 'cancelled' });
  expect(asked).toHaveLength(1);
});

test('a program that fails is a defect: it is thrown, and the next is written', async () => {
  asked.length = 0;
  const made = writeDispositions('pdf', {});
  (await running(1)).reject(Object.assign(new Error('It failed'), { code: 'failed' }));
  await expect(made).rejects.toThrow('It failed');
  const next = writeDispositions('pdf', {});
  (await running(2)).resolve({ file: new Uint8Array(), pages: 1 });
  expect((await next).ok).toBe(true);
});
