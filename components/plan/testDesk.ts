import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, vi } from 'vitest';
import { apply, type Change } from '#plan/changes';
import { mergeText } from '#plan/mergeText';
import { PartSaver } from './partSaver.ts';
import type { Answer, Kept, Save } from './save.ts';
import type { FormAccess } from './surroundings.ts';

export type Texts = Record<string, { ar: string; en: string }>;

/** A server that stores as ours does: by `apply`, each id once. */
export class Server {
  content: Texts;
  revision = 1;
  applied: Change[] = [];
  readonly answers = new Map<string, Answer>();
  constructor(content: Texts) {
    this.content = structuredClone(content);
  }
  save({ id, changes }: Save): Answer {
    const known = this.answers.get(id);
    if (known) return known;
    const result = apply(this.content, changes, 'about', { mergeText });
    this.content = result.content as Texts;
    this.applied.push(...result.applied);
    this.revision += 1;
    const { merged, clashes } = result;
    const answer: Answer = { ok: true, revision: this.revision, merged, clashes };
    this.answers.set(id, answer);
    return answer;
  }
}

export const beginning = (): Texts => ({
  title: { ar: 'خطة', en: 'A plan' },
  summary: { ar: '', en: 'one two three' },
});

export function desk(
  server: Server,
  { send, keeps = true, keepMs = 0 }: { send?: (save: Save) => Promise<Answer>; keeps?: boolean; keepMs?: number } = {},
) {
  let kept: Kept | null = null;
  const form = { about: structuredClone(server.content) };
  const saver = new PartSaver(
    'about',
    { content: structuredClone(server.content), revision: server.revision },
    {
      send: send ?? (async (save) => server.save(save)),
      keep: async (what) => {
        if (keepMs > 0) await new Promise((done) => setTimeout(done, keepMs));
        if (keeps) kept = what;
        return keeps;
      },
      newId: randomUUID,
    },
  );
  const access: FormAccess = {
    read: () => form.about,
    write: (path, value) => {
      const keys = path.split('.');
      const last = keys.pop() as string;
      let at = form as unknown as Record<string, unknown>;
      for (const key of keys) at = at[key] as Record<string, unknown>;
      at[last] = value;
    },
  };
  const detach = saver.attach(access);
  const type = (field: string, language: 'ar' | 'en', text: string) => {
    (form.about[field] as { ar: string; en: string })[language] = text;
    saver.touch();
  };
  return { saver, form, type, detach, attach: () => saver.attach(access), kept: () => kept };
}

/** Lets time pass in each test of a file only where the test says so. */
export function holdClock(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Lets so much time pass, in milliseconds, that all there is to save is saved. */
export const settle = (ms = 120_000) => vi.advanceTimersByTimeAsync(ms);
