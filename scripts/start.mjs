import { requireNode } from './node.mjs';

// `npm start`, and with --dev `npm run dev`. The rest is read only by a Node that can.
requireNode();
const { run } = await import('./stop.mjs');
const { serve } = await import('./serve.mjs');
await run(() => serve({ dev: process.argv.includes('--dev') }));
