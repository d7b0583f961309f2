import { install } from '../install.mjs';
import { tellStepsOn } from '../processes.mjs';
import { run, Stop } from '../stop.mjs';
import { BenchApp } from './app.mjs';

/** What can be measured, each in a file of its own that is read when its turn comes. */
const benches = {
  save: async () => (await import('./save.mjs')).benchSave,
  load: async () => (await import('./load.mjs')).benchLoad,
  pdf: async () => (await import('./pdf.mjs')).benchPdf,
  print: async () => (await import('./print.mjs')).benchPrint,
  js: async () => (await import('./js.mjs')).benchJs,
  desk: async () => (await import('./desk.mjs')).benchDesk,
  pages: async () => (await import('./pages.mjs')).benchPages,
  inp: async () => (await import('./inp.mjs')).benchInp,
};

/**
 * Measures, and prints each result as a line of JSON on stdout; all else that is said goes to stderr.
 * @param {string[]} names some of the benches; none for all of them
 */
export const runBenches = (names) =>
  run(async () => {
    const unknown = names.find((name) => !Object.hasOwn(benches, name));
    if (unknown) throw new Stop(`The bench knows no “${unknown}”: give some of ${Object.keys(benches).join(', ')}.`);
    tellStepsOn(process.stderr);
    await install({ forTests: true });
    const app = new BenchApp();
    const stop = async () => {
      await app.stop();
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    try {
      for (const name of names.length ? names : Object.keys(benches)) {
        const bench = await benches[name]();
        await bench(app, (figures) => process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`));
      }
    } finally {
      await app.stop();
    }
  });
