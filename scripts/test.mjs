import { requireNode } from './node.mjs';

// `npm test`. The rest is read only by a Node that can.
requireNode();
const { runTests } = await import('./testRun.mjs');
await runTests(process.argv.slice(2));
