import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Answer, Kept, Save } from './save.ts';
import { beginning, desk, holdClock, Server, settle } from './testDesk.ts';

/** Even chances from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

holdClock();

test('what is typed is stored, and only then called saved', async () => {
  const server = new Server(beginning());
  const { saver, type } = desk(server);
  expect(saver.snapshot().state).toBe('idle');
  type('title', 'en', 'A better plan');
  expect(saver.snapshot().state).toBe('saving');
  expect(server.content.title?.en).toBe('A plan');
  await settle();
  expect(server.content.title?.en).toBe('A better plan');
  expect(saver.snapshot().state).toBe('saved');
});

test('what is typed is on the device within 300 milliseconds, and off it once the server has it', async () => {
  const server = new Server(beginning());
  const { type, kept } = desk(server);
  type('title', 'en', 'A better plan');
  await vi.advanceTimersByTimeAsync(300);
  expect(kept()?.unsent).toEqual([{ path: 'about.title.en', from: 'A plan', to: 'A better plan' }]);
  await settle();
  expect(kept()).toBeNull();
});

test('who types without a pause is saved all the same, every few seconds', async () => {
  const server = new Server(beginning());
  const { type } = desk(server);
  for (let tenths = 0; tenths < 100; tenths += 1) {
    type('title', 'en', `A plan, ${tenths}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(server.applied.length).toBeGreaterThan(1);
  await settle();
  expect(server.content.title?.en).toBe('A plan, 99');
});

test('without a network it says that the text is on this device, and sends it when the network is back', async () => {
  const server = new Server(beginning());
  let isDown = true;
  const { saver, type } = desk(server, {
    send: async (save) => (isDown ? { ok: false, code: 'unreachable' } : server.save(save)),
  });
  type('title', 'en', 'A better plan');
  await settle(5_000);
  expect(saver.snapshot().state).toBe('device');
  isDown = false;
  await settle();
  expect(saver.snapshot().state).toBe('saved');
  expect(server.content.title?.en).toBe('A better plan');
});

test('where neither the server nor the device can keep it, it never says saved', async () => {
  const server = new Server(beginning());
  const { saver, type } = desk(server, { send: async () => ({ ok: false, code: 'unreachable' }), keeps: false });
  type('title', 'en', 'A better plan');
  await settle(5_000);
  expect(saver.snapshot().state).toBe('unsaved');
});

test('a signed-out person is asked to sign in, and goes on', async () => {
  const server = new Server(beginning());
  let isOut = true;
  const { saver, type } = desk(server, {
    send: async (save) => (isOut ? { ok: false, code: 'signedOut' } : server.save(save)),
  });
  type('title', 'en', 'A better plan');
  await settle(5_000);
  expect(saver.snapshot().state).toBe('signIn');
  isOut = false;
  saver.flush();
  await settle();
  expect(server.content.title?.en).toBe('A better plan');
});

test('what is typed while a save is under way is not taken for sent', async () => {
  const server = new Server(beginning());
  const { type, form, saver } = desk(server, {
    send: async (save) => {
      const sent = structuredClone(save);
      await new Promise((done) => setTimeout(done, 2_000));
      return server.save(sent);
    },
  });
  form.about.foreword = { ar: 'أول', en: '' };
  saver.touch();
  await settle(1_000);
  type('foreword', 'ar', 'أول ثم ثان');
  await settle();
  expect(server.content.foreword).toEqual({ ar: 'أول ثم ثان', en: '' });
  expect(saver.snapshot().state).toBe('saved');
});

test('a text that the server refuses stays, is named, and holds nothing else up', async () => {
  const server = new Server(beginning());
  const send = async (save: Save): Promise<Answer> =>
    save.changes.some(({ to }) => String(to).length > 20)
      ? { ok: false, code: 'tooLong', path: 'about.title.en' }
      : server.save(save);
  const { type, form, saver, kept } = desk(server, { send });
  type('title', 'en', 'A title that is much too long for it');
  type('summary', 'ar', 'ملخص');
  await settle();
  expect(saver.snapshot()).toMatchObject({
    state: 'unsaved',
    refused: { path: 'about.title.en', code: 'tooLong' },
  });
  expect(server.content.summary?.ar).toBe('ملخص');
  expect(form.about.title?.en).toContain('much too long');
  expect(kept()?.unsent).toHaveLength(1);
  type('title', 'en', 'A short title');
  await settle();
  expect(server.content.title?.en).toBe('A short title');
  expect(saver.snapshot()).toMatchObject({ state: 'saved', refused: null });
});

test('what an earlier visit left on the device is shown and sent, though the server has moved on', async () => {
  const server = new Server(beginning());
  const first = desk(server, { send: async () => ({ ok: false, code: 'unreachable' }) });
  first.type('title', 'en', 'Typed before the crash');
  await settle(5_000);
  first.type('summary', 'ar', 'كُتب بعد ذلك');
  await settle(5_000);
  const left = structuredClone(first.kept()) as Kept;
  expect(left.sent?.changes).toHaveLength(1);
  expect(left.unsent).toHaveLength(1);
  server.save({ id: 'theirs', changes: [{ path: 'about.title.ar', from: 'خطة', to: 'خطة وطنية' }] });
  const second = desk(server);
  second.saver.restore(left);
  expect(second.form.about.title?.en).toBe('Typed before the crash');
  await settle();
  expect(server.content).toEqual({
    title: { ar: 'خطة وطنية', en: 'Typed before the crash' },
    summary: { ar: 'كُتب بعد ذلك', en: 'one two three' },
  });
  expect(second.kept()).toBeNull();
});

test('what a page still sent while it went is no clash with what the device had noted before', async () => {
  const server = new Server(beginning());
  const first = desk(server, { send: async () => ({ ok: false, code: 'unreachable' }) });
  first.type('title', 'en', 'A plan for the telepho');
  await settle(5_000);
  const left = structuredClone(first.kept()) as Kept;
  // Its last save arrived, and it was gone before the device could note it.
  server.save({
    id: 'last',
    changes: [{ path: 'about.title.en', from: 'A plan', to: 'A plan for the telephone' }],
  });
  const second = desk(server);
  second.saver.restore(left);
  await settle();
  expect(second.form.about.title?.en).toBe('A plan for the telephone');
  expect(second.saver.snapshot().clashes).toEqual([]);
  expect(server.content.title?.en).toBe('A plan for the telephone');
  expect(second.kept()).toBeNull();
});

test('leaving a page and coming back finds what was typed, though the page is shown as it came', async () => {
  const server = new Server(beginning());
  const { saver, type, detach, form } = desk(server);
  type('title', 'en', 'Typed before leaving');
  detach();
  form.about = beginning() as never;
  await settle();
  expect(server.content.title?.en).toBe('Typed before leaving');
  expect(saver.value).toMatchObject({ title: { en: 'Typed before leaving' } });
});

test('with 30% of requests and 50% of answers lost, every text arrives as it was typed, and no edit twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          field: fc.constantFrom('title', 'summary'),
          language: fc.constantFrom('ar' as const, 'en' as const),
          text: fc.string({ maxLength: 12 }),
          wait: fc.integer({ min: 0, max: 3_000 }),
        }),
        { minLength: 1, maxLength: 40 },
      ),
      fc.integer(),
      async (edits, seed) => {
        const server = new Server(beginning());
        const luck = dice(seed);
        const { type, saver, form } = desk(server, {
          send: async (save) => {
            if (luck() < 0.3) return { ok: false, code: 'unreachable' };
            const answer = server.save(save);
            return luck() < 0.5 ? { ok: false, code: 'unreachable' } : answer;
          },
        });
        for (const { field, language, text, wait } of edits) {
          type(field, language, text);
          await settle(wait);
        }
        await settle(3_600_000);
        expect(server.content).toEqual(form.about);
        expect(saver.snapshot().state).toMatch(/saved|idle/);
        // Each edit starts from what the one before left: none was applied again.
        const now = new Map<string, unknown>();
        for (const { path, from, to } of server.applied) {
          if (now.has(path)) expect(from).toEqual(now.get(path));
          now.set(path, to);
        }
      },
    ),
    { numRuns: 60 },
  );
});
