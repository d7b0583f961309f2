/** A reason to stop that a person can do something about: its message is one sentence, shown without a stack. */
export class Stop extends Error {}

/** Runs a program; a `Stop` ends it with its sentence on stderr and exit code 1. */
export async function run(program) {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
