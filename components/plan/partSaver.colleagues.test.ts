import { expect, test, vi } from 'vitest';
import type { Kept } from './save.ts';
import { beginning, desk, holdClock, Server, settle } from './testDesk.ts';

holdClock();

test('a colleague’s other field is left alone, and the same text is merged and shown', async () => {
  const server = new Server(beginning());
  const { type, form, saver } = desk(server);
  server.save({
    id: 'theirs',
    changes: [
      { path: 'about.title.ar', from: 'خطة', to: 'خطة وطنية' },
      { path: 'about.summary.en', from: 'one two three', to: 'zero one two three' },
    ],
  });
  type('summary', 'en', 'one two three four');
  await settle();
  expect(server.content).toEqual({
    title: { ar: 'خطة وطنية', en: 'A plan' },
    summary: { ar: '', en: 'zero one two three four' },
  });
  expect(form.about.summary?.en).toBe('zero one two three four');
  expect(saver.snapshot().state).toBe('saved');
});

test('two texts for one field are both kept until someone chooses, and then that one is stored', async () => {
  for (const choice of ['mine', 'theirs'] as const) {
    const server = new Server(beginning());
    const { type, form, saver, kept } = desk(server);
    server.save({ id: 'theirs', changes: [{ path: 'about.title.en', from: 'A plan', to: 'Their plan' }] });
    type('title', 'en', 'My plan');
    await settle();
    expect(saver.snapshot().state).toBe('clash');
    expect(saver.snapshot().clashes).toMatchObject([{ path: 'about.title.en', mine: 'My plan', theirs: 'Their plan' }]);
    expect(form.about.title?.en).toBe('My plan');
    expect(kept()?.clashes).toHaveLength(1);
    // Other fields go on being saved meanwhile.
    type('summary', 'ar', 'ملخص');
    await settle();
    expect(server.content.summary?.ar).toBe('ملخص');
    expect(server.content.title?.en).toBe('Their plan');
    saver.resolve('about.title.en', choice);
    await settle();
    const text = choice === 'mine' ? 'My plan' : 'Their plan';
    expect(server.content.title?.en).toBe(text);
    expect(form.about.title?.en).toBe(text);
    expect(saver.snapshot().state).toBe('saved');
    expect(kept()).toBeNull();
  }
});

test('a choice between two texts is called settled only when the device has let go of the other', async () => {
  const server = new Server(beginning());
  const { type, saver, kept } = desk(server, { keepMs: 50 });
  server.save({ id: 'theirs', changes: [{ path: 'about.title.en', from: 'A plan', to: 'Their plan' }] });
  type('title', 'en', 'My plan');
  await settle();
  saver.resolve('about.title.en', 'theirs');
  await vi.advanceTimersByTimeAsync(10);
  expect(saver.snapshot().state).toBe('saving');
  expect(kept()).not.toBeNull();
  await settle();
  expect(saver.snapshot().state).toBe('saved');
  expect(kept()).toBeNull();
});

test('what the device kept is shown also where it is read before the form is ready', async () => {
  const server = new Server(beginning());
  const first = desk(server);
  server.save({ id: 'theirs', changes: [{ path: 'about.title.en', from: 'A plan', to: 'Their plan' }] });
  first.type('title', 'en', 'My plan');
  await settle();
  const left = structuredClone(first.kept()) as Kept;
  expect(left.clashes).toHaveLength(1);
  const second = desk(server);
  second.detach();
  second.saver.restore(left);
  expect(second.form.about.title?.en).toBe('Their plan');
  second.attach();
  await settle();
  expect(second.form.about.title?.en).toBe('My plan');
  expect(second.saver.snapshot().clashes).toMatchObject([{ mine: 'My plan', theirs: 'Their plan' }]);
});

test('what a colleague saved between is asked for, and shown beside what is typed here', async () => {
  const server = new Server(beginning());
  const { saver, form, type } = desk(server);
  server.save({ id: 'colleague', changes: [{ path: 'about.summary.en', from: 'one two three', to: 'one two four' }] });
  type('title', 'en', 'A better plan');
  await settle();
  // All of the colleague's save is not known yet, though a later one is.
  expect(saver.revision).toBe(1);
  saver.refresh({ content: server.content, revision: server.revision });
  expect(saver.revision).toBe(3);
  expect(form.about).toEqual({ title: { ar: 'خطة', en: 'A better plan' }, summary: { ar: '', en: 'one two four' } });
  expect(saver.snapshot().state).toBe('saved');
});

test('what a colleague saved into a field that is being typed in is kept beside it, not over it', async () => {
  const server = new Server(beginning());
  const { saver, form, type } = desk(server);
  type('title', 'en', 'My plan');
  server.save({ id: 'colleague', changes: [{ path: 'about.title.en', from: 'A plan', to: 'Their plan' }] });
  saver.refresh({ content: server.content, revision: server.revision });
  expect(form.about.title?.en).toBe('My plan');
  expect(saver.snapshot().clashes).toEqual([{ path: 'about.title.en', mine: 'My plan', theirs: 'Their plan' }]);
});
