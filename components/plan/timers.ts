/** Work that waits, one piece under each name. */
export class Timers<Name extends string> {
  #waiting = new Map<Name, ReturnType<typeof setTimeout>>();

  has = (name: Name): boolean => this.#waiting.has(name);

  /** Does `work` after a while; what waits under that name already goes first, or with `restart` not at all. */
  after(name: Name, ms: number, work: () => unknown, restart = false): void {
    if (this.has(name) && !restart) return;
    this.cancel(name);
    const run = () => {
      this.#waiting.delete(name);
      void work();
    };
    this.#waiting.set(name, setTimeout(run, ms));
  }

  cancel(name: Name): void {
    clearTimeout(this.#waiting.get(name));
    this.#waiting.delete(name);
  }
}
