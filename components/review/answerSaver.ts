/** An answer to a criterion as its form holds it. */
export type AnswerValues = { answer: string; noteAr: string; noteEn: string };
/** The same as it was kept, with when. */
export type KeptAnswer = AnswerValues & { at: string };

export type Sent = { ok: true; at: string } | { ok: false; code: string; now?: KeptAnswer };

/**
 * idle: nothing was done here yet. waiting: no answer came, and it will be sent again. signedOut: it can be sent when the
 * person is there again. refused: it can’t be kept like this. moved: another answer was given elsewhere; a person chooses.
 */
export type AnswerSaving = {
  state: 'idle' | 'saving' | 'saved' | 'waiting' | 'signedOut' | 'refused' | 'moved';
  code: string;
  now: KeptAnswer | null;
};

/** Milliseconds. */
const pace = { pause: 800, retry: 1500, longestRetry: 30_000 };

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const same = (a: AnswerValues, b: AnswerValues): boolean =>
  a.answer === b.answer && plain(a.noteAr) === plain(b.noteAr) && plain(a.noteEn) === plain(b.noteEn);

/**
 * Saves one answer while it is given: after a pause, one request at a time, and again until the server says something. It
 * tells which answer it was made from, so that two windows never overwrite each other unseen.
 */
export class AnswerSaver {
  #kept: AnswerValues;
  #seen: string;
  #value: AnswerValues;
  #sent: AnswerValues | null = null;
  /** What was sent and never answered: it may have arrived. */
  #lost: AnswerValues[] = [];
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: AnswerSaving = { state: 'idle', code: '', now: null };
  #listeners = new Set<() => void>();

  /**
   * @param kept what the server has, and when that was written; '' where it has nothing
   * @param send rejects where no answer came
   */
  constructor(
    kept: AnswerValues,
    seen: string,
    readonly send: (values: AnswerValues, seen: string) => Promise<Sent>,
  ) {
    this.#kept = kept;
    this.#value = kept;
    this.#seen = seen;
  }

  get value(): AnswerValues {
    return this.#value;
  }
  get seen(): string {
    return this.#seen;
  }
  /** Whether all that was typed is kept. */
  get isSettled(): boolean {
    return this.#sent === null && same(this.#value, this.#kept);
  }
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = (): AnswerSaving => this.#shown;

  /** Takes what the form holds now; it is sent after a pause. */
  typed(value: AnswerValues): void {
    this.#value = value;
    if (this.#sent || this.#shown.state === 'moved') return;
    if (this.isSettled) {
      clearTimeout(this.#timer);
      if (this.#shown.state !== 'idle') this.#show('saved');
      return;
    }
    if (this.#shown.state === 'refused' || this.#shown.state === 'idle' || this.#shown.state === 'saved')
      this.#show('saving');
    this.#later(pace.pause);
  }

  /** Sends at once what is not kept yet. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.isSettled && !this.#sent) this.#show('saved');
    else void this.#go();
  }

  /** Keeps what stands here in place of what was answered elsewhere. */
  keepMine(): void {
    this.#accept();
    this.flush();
  }

  /** Takes what was answered elsewhere. */
  takeTheirs(): AnswerValues {
    this.#accept();
    this.#value = this.#kept;
    this.#show('saved');
    return this.#value;
  }

  #accept(): void {
    const { now } = this.#shown;
    if (!now) return;
    const { at, ...values } = now;
    this.#kept = values;
    this.#seen = at;
    this.#lost = [];
    this.#show('saving');
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), wait);
  }

  async #go(): Promise<void> {
    if (this.#sent || this.#shown.state === 'moved' || this.isSettled) return;
    const sent = this.#value;
    this.#sent = sent;
    if (this.#shown.state !== 'waiting') this.#show('saving');
    const answer = await this.send(sent, this.#seen).catch(() => null);
    this.#sent = null;
    if (answer === null) {
      this.#lost.push(sent);
      this.#show('waiting');
      this.#later(Math.min(pace.retry * 2 ** this.#tries++, pace.longestRetry));
      return;
    }
    this.#tries = 0;
    if (answer.ok) this.#arrived(sent, answer.at);
    else this.#refused(answer.code, answer.now ?? null);
  }

  #arrived(values: AnswerValues, at: string): void {
    this.#kept = values;
    this.#seen = at;
    this.#lost = [];
    if (this.isSettled) this.#show('saved');
    else this.#later(pace.pause);
  }

  #refused(code: string, now: KeptAnswer | null): void {
    if (code === 'signedOut') this.#show('signedOut');
    else if (code !== 'answerMoved' || !now) this.#show('refused', code);
    else if (this.#lost.some((each) => same(each, now))) {
      // What stands there came from here, by a request whose answer was lost.
      this.#arrived({ answer: now.answer, noteAr: now.noteAr, noteEn: now.noteEn }, now.at);
    } else this.#show('moved', '', now);
  }

  #show(state: AnswerSaving['state'], code = '', now: KeptAnswer | null = null): void {
    this.#shown = { state, code, now };
    for (const listener of this.#listeners) listener();
  }
}
