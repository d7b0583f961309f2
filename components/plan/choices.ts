/** What a row has decided. */
export type Choice = { decision: string; mergedInto: string | null };

/** How a row is read and written by what decides on several of them. */
export type RowAccess = { read: () => Choice; write: (choice: Choice) => void };

/** What the page shows of the choice as a whole. */
export type Chosen = { decisions: ReadonlyMap<string, string>; selected: ReadonlySet<string>; canUndo: boolean };

/**
 * All decisions of the page together: who decides by keyboard, on several at once, or takes it back, does it here, and
 * the rows save it as if it had been chosen in them.
 */
export class Choices {
  readonly #rows = new Map<string, RowAccess>();
  readonly #listeners = new Set<() => void>();
  #undo: Map<string, Choice>[] = [];
  #shown: Chosen;

  constructor(decisions: Record<string, string>) {
    this.#shown = { decisions: new Map(Object.entries(decisions)), selected: new Set(), canUndo: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = (): Chosen => this.#shown;

  /** A row takes part from now on, until it is gone. */
  enrol(id: string, row: RowAccess): () => void {
    this.#rows.set(id, row);
    return () => this.#rows.delete(id);
  }

  /** What a row shows now, whoever decided it. */
  report(id: string, decision: string): void {
    if (this.#shown.decisions.get(id) !== decision)
      this.#tell({ decisions: new Map([...this.#shown.decisions, [id, decision]]) });
  }

  select(id: string, isSelected: boolean): void {
    const selected = new Set(this.#shown.selected);
    if (isSelected) selected.add(id);
    else selected.delete(id);
    this.#tell({ selected });
  }

  clear(): void {
    this.#tell({ selected: new Set() });
  }

  /** Those that a deed at a row is meant for: all that are selected, if the row is among them. */
  meantBy(id: string): string[] {
    return this.#shown.selected.has(id) ? [...this.#shown.selected] : [id];
  }

  /**
   * Decides on recommendations, with what they are merged into where that was said.
   * @returns how many it changed
   */
  decide(ids: readonly string[], decision: string, mergedInto: string | null = null): number {
    const before = new Map<string, Choice>();
    for (const id of ids) {
      const row = this.#rows.get(id);
      // Nothing is merged into itself.
      if (!row || (decision === 'merge' && mergedInto === id)) continue;
      const was = row.read();
      const is = { decision, mergedInto: mergedInto ?? was.mergedInto };
      if (was.decision === is.decision && was.mergedInto === is.mergedInto) continue;
      before.set(id, was);
      row.write(is);
    }
    if (before.size > 0) this.#undo.push(before);
    this.#tell({});
    return before.size;
  }

  /** Takes back the last deed. @returns the recommendations that are as they were before it */
  undo(): string[] {
    const before = this.#undo.pop() ?? new Map<string, Choice>();
    for (const [id, was] of before) this.#rows.get(id)?.write(was);
    this.#tell({});
    return [...before.keys()];
  }

  #tell(change: Partial<Chosen>): void {
    this.#shown = { ...this.#shown, ...change, canUndo: this.#undo.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}
