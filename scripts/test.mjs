import { requireNode } from './node.mjs';

// `npm test`. The rest is read only by a Node that can; even `await` is too new here.
requireNode();
import('./testRun.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
