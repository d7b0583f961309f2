import { apply, type Change, type Clash, diff, same } from '#plan/changes';
import { mergeText } from '#plan/mergeText';
import { isRelated, placed, valueAt, withValue } from '#plan/places';
import { type Answer, chunkOf, isTemporary, type Kept, notThere, type Save } from './save.ts';
import type { SaveStateName } from './saveStates.ts';
import type { FormAccess, Refused, Saving, Surroundings } from './surroundings.ts';
import { Timers } from './timers.ts';

/** Milliseconds: typing is on the device after `keep`, on its way after a pause of `send`, at the latest after `steady`. */
const pace = { keep: 150, send: 700, steady: 4000, next: 150, retry: 1500, longestRetry: 30_000 };

/**
 * Saves one part of a plan as it is typed. What the server has is `known`; what was sent and not answered is `sent`; the
 * rest is the difference to what the form shows. One save is under way at a time, and keeps its id until it is answered,
 * so that sending it again is harmless. Fields in which two people's edits met are left out until a person has chosen.
 */
export class PartSaver {
  #known: unknown;
  #revision: number;
  #value: unknown;
  #form: FormAccess | null = null;
  #sent: Save | null = null;
  #clashes: Clash[] = [];
  #refused: Refused | null = null;
  #failed: { code: string; temporary: boolean } | null = null;
  #tries = 0;
  #onDevice = false;
  #edits = 0;
  #typingSince = 0;
  #everSaved = false;
  #busy = false;
  #settling = 0;
  #timers = new Timers<'keep' | 'send'>();
  #listeners = new Set<() => void>();
  #shown: Saving = { state: 'idle', clashes: [], refused: null };

  constructor(
    readonly part: string,
    start: { content: unknown; revision: number },
    readonly outside: Surroundings,
  ) {
    this.#known = structuredClone(start.content);
    this.#value = structuredClone(start.content);
    this.#revision = start.revision;
  }

  /** What the form shows, or will show when it is there again. */
  get value(): unknown {
    return this.#form ? this.#form.read() : this.#value;
  }

  /** The number of the last save of which all is known here. */
  get revision(): number {
    return this.#revision;
  }

  get isShown(): boolean {
    return this.#form !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = (): Saving => this.#shown;

  /** A form shows the part from now on; when it goes, what it held goes on being saved. */
  attach(form: FormAccess): () => void {
    // What came from the device, or was typed before the form was ready, is shown as soon as it is.
    const held = this.#value;
    this.#form = form;
    this.#show(held);
    // A person's own text stands in the form while they have still to choose.
    for (const { path } of this.#clashes) this.#put(path, valueAt(held, path, this.part) ?? null);
    return () => {
      if (this.#form !== form) return;
      this.#value = structuredClone(form.read());
      this.#form = null;
      this.flush();
    };
  }

  /** What the server has now, which may be newer than what is known here; taken up when nothing is under way. */
  refresh({ content, revision }: { content: unknown; revision: number }): void {
    if (revision <= this.#revision || this.#sent) return;
    this.#revision = revision;
    this.#rebase(structuredClone(content));
    // Where it met what is typed here, the device keeps that until a person has chosen.
    if (this.#clashes.length > 0) void this.#keep();
    this.#tell();
  }

  /** Takes up what an earlier visit kept on this device, and tells whether this visit keeps it now. */
  restore(left: Kept): Promise<boolean> {
    const { sent, unsent, clashes } = notThere(left, this.value, this.part);
    const wanted = apply(this.value, [...(sent?.changes ?? []), ...unsent], this.part, { mergeText });
    this.#sent ??= sent;
    this.#clashes = [...this.#clashes, ...clashes, ...wanted.clashes];
    this.#show(wanted.content);
    for (const { path, mine } of this.#clashes) this.#put(path, mine);
    this.touch();
    const kept = this.#keep();
    this.flush();
    return kept;
  }

  /** A form that was sent without this program met someone else’s texts, and nobody has chosen yet. */
  meet(clashes: readonly Clash[]): void {
    this.#clashes = [...this.#clashes, ...clashes.filter(({ path }) => !this.#isHeld(path))];
    for (const { path, mine } of this.#clashes) this.#put(path, mine);
    void this.#keep();
  }

  /** Something was typed. */
  touch(): void {
    if (this.#refused && !this.#isRefusedStill(this.#refused)) this.#refused = null;
    if (this.#failed && !this.#failed.temporary) this.#failed = null;
    this.#onDevice = false;
    this.#edits += 1;
    this.#tell();
    this.#timers.after('keep', pace.keep, () => this.#keep());
    if (this.#failed) return;
    if (!this.#timers.has('send')) this.#typingSince = performance.now();
    const isShort = performance.now() - this.#typingSince < pace.steady;
    this.#timers.after('send', pace.send, () => this.#pump(false), isShort);
  }

  /** Sends now what there is: the page may be going, or the network has come back. */
  flush({ leaving = false } = {}): void {
    this.#timers.cancel('send');
    if (this.#failed?.temporary) this.#failed = null;
    if (leaving && this.#isBehind()) void this.#keep();
    void this.#pump(leaving);
  }

  /** A person chose between two texts of one field. */
  resolve(path: string, keep: 'mine' | 'theirs'): void {
    const clash = this.#clashes.find((each) => each.path === path);
    this.#clashes = this.#clashes.filter((each) => each !== clash);
    if (clash && keep === 'theirs')
      for (const change of diff(this.value, this.#known, this.part)) {
        if (isRelated(change.path, path)) this.#putChange(change);
      }
    // The choice holds when the device has let go of the other text too.
    this.#settling += 1;
    this.touch();
    this.flush();
    void this.#keep().then(() => {
      this.#settling -= 1;
      this.#tell();
    });
  }

  /** What the server has, once all that was sent is answered as it was meant. */
  #afterSent(): unknown {
    return this.#sent ? apply(this.#known, this.#sent.changes, this.part).content : this.#known;
  }

  /** The edits that are on their way to nobody yet; `all`: also those that wait for a person's choice. */
  #unsent(all = false): Change[] {
    const changes = diff(this.#afterSent(), this.value, this.part);
    return all ? changes : changes.filter(({ path }) => !this.#isHeld(path));
  }

  #isHeld(path: string): boolean {
    const refused = this.#refused;
    return (
      this.#clashes.some((clash) => isRelated(clash.path, path)) || (refused !== null && isRelated(refused.path, path))
    );
  }

  #isRefusedStill({ path }: Refused): boolean {
    return this.#refusedValue !== undefined && same(valueAt(this.value, path, this.part), this.#refusedValue);
  }
  #refusedValue: unknown;

  #isBehind(): boolean {
    return this.#sent !== null || this.#clashes.length > 0 || this.#unsent(true).length > 0;
  }

  async #keep(): Promise<boolean> {
    this.#timers.cancel('keep');
    if (this.#clashes.length > 0) {
      const now = this.value;
      this.#clashes = this.#clashes.map((clash) => ({ ...clash, mine: valueAt(now, clash.path, this.part) ?? null }));
    }
    const kept = this.#isBehind() ? { sent: this.#sent, unsent: this.#unsent(true), clashes: this.#clashes } : null;
    const edits = this.#edits;
    const isKept = await this.outside.keep(structuredClone(kept));
    // What was typed meanwhile is not among it.
    if (edits === this.#edits) this.#onDevice = isKept;
    this.#tell();
    return isKept;
  }

  async #pump(leaving: boolean): Promise<void> {
    if (this.#busy && !leaving) return;
    const save = this.#sent ?? this.#nextSave();
    if (!save) return this.#tell();
    this.#sent = save;
    this.#busy = true;
    this.#tell();
    const answer = await this.outside.send(save, leaving);
    this.#busy = false;
    // While this one was under way, another try of the same save may have been answered.
    if (this.#sent !== save) return;
    this.#take(save, answer);
  }

  #nextSave(): Save | null {
    // A copy: what the form holds goes on changing while this is under way.
    const changes = structuredClone(chunkOf(this.#unsent()));
    return changes.length > 0 ? { id: this.outside.newId(), changes } : null;
  }

  #take(save: Save, answer: Answer): void {
    if (answer.ok) {
      this.#tries = 0;
      this.#failed = null;
      this.#everSaved = true;
      // Where a colleague's save came between, what it brought is still to be asked for.
      if (answer.revision === this.#revision + 1) this.#revision = answer.revision;
      const before = this.#afterSent();
      this.#sent = null;
      this.#clashes = [...this.#clashes, ...answer.clashes.map((clash) => ({ ...clash }))];
      const corrections = [
        ...answer.merged.map(({ path, value }) => ({ path, value })),
        ...answer.clashes.map(({ path, theirs }) => ({ path, value: theirs })),
      ];
      const now = corrections.reduce((content, { path, value }) => withValue(content, path, value, this.part), before);
      this.#rebase(now, before);
      void this.#keep();
      // What was typed meanwhile, or did not fit into this save.
      return this.#timers.after('send', pace.next, () => this.#pump(false));
    }
    if (answer.code === 'idTaken') this.#sent = null;
    else if (!isTemporary(answer)) {
      // Nothing of it was stored: the rest is sent without the field that was refused.
      this.#sent = null;
      if (answer.path && save.changes.some(({ path }) => isRelated(path, answer.path as string))) {
        this.#refused = { path: answer.path, code: answer.code };
        this.#refusedValue = structuredClone(valueAt(this.value, answer.path, this.part));
        void this.#keep();
        return void this.#pump(false);
      }
    }
    this.#failed = { code: answer.code, temporary: isTemporary(answer) || answer.code === 'idTaken' };
    void this.#keep();
    if (!this.#failed.temporary) return;
    this.#tries += 1;
    const wait = Math.min(pace.longestRetry, pace.retry * 2 ** (this.#tries - 1));
    this.#timers.after('send', wait, () => this.flush());
  }

  /** What the server has is now `known`: edits that aren't sent yet are carried over onto it. */
  #rebase(known: unknown, before: unknown = this.#afterSent()): void {
    const edits = diff(before, this.value, this.part).filter(({ path }) => !this.#isHeld(path));
    this.#known = known;
    if (same(before, known)) return;
    const result = apply(known, edits, this.part, { mergeText });
    this.#clashes = [...this.#clashes, ...result.clashes];
    this.#show(result.content);
  }

  /** Brings the form to a content, but for the fields of which a person has still to choose. */
  #show(content: unknown): void {
    for (const change of diff(this.value, content, this.part)) if (!this.#isHeld(change.path)) this.#putChange(change);
  }

  #putChange(change: Change): void {
    const put = placed(change, this.value, this.part);
    if (put) this.#put(put.path, put.value);
  }

  #put(path: string, value: unknown): void {
    if (same(valueAt(this.value, path, this.part), value)) return;
    if (this.#form) this.#form.write(path, structuredClone(value));
    else this.#value = withValue(this.#value, path, value, this.part);
  }

  #tell(): void {
    const state = this.#state();
    const { state: before, clashes, refused } = this.#shown;
    if (state === before && clashes === this.#clashes && refused === this.#refused) return;
    this.#shown = { state, clashes: this.#clashes, refused: this.#refused };
    for (const listener of this.#listeners) listener();
  }

  #state(): SaveStateName {
    if (this.#refused) return 'unsaved';
    if (this.#failed) {
      if (!this.#onDevice || !this.#failed.temporary) return 'unsaved';
      return this.#failed.code === 'signedOut' ? 'signIn' : 'device';
    }
    if (this.#clashes.length > 0) return 'clash';
    if (this.#sent || this.#settling > 0 || this.#unsent().length > 0) return 'saving';
    return this.#everSaved ? 'saved' : 'idle';
  }
}
