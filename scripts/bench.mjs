import { requireNode } from './node.mjs';

// `npm run bench`, and with names after `--` only those. The rest is read only by a Node that can.
requireNode();
const { runBenches } = await import('./bench/run.mjs');
await runBenches(process.argv.slice(2));
