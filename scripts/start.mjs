import { requireNode } from './node.mjs';

// `npm start`, and with --dev `npm run dev`. The rest is read only by a Node that can; even `await` is too new here.
requireNode();
import('./stop.mjs').then(({ run }) =>
  run(async () => {
    const { serve } = await import('./serve.mjs');
    await serve({ dev: process.argv.includes('--dev') });
  }),
);
