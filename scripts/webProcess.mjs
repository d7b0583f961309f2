import './withParent.mjs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import next from 'next';
import sirv from 'sirv';
import { buildFolder } from './build.mjs';
import { root } from './processes.mjs';

// The web server: Next's, behind one that packs what is sent. The built scripts and styles were packed at the build, and
// pages are packed as they are made, with Brotli where a browser takes it: what a page says stands in it twice, for its
// reader and for its program, further apart than gzip looks back.

const port = Number(process.env.PORT);
process.title = 'plan-web';
// What Next's own server would set: where it asks itself, so that it need not go by the `Host` of a request.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;

const BUILT = '/_next/static';
const built = sirv(join(root, buildFolder(), 'static'), {
  brotli: true,
  gzip: true,
  etag: true,
  immutable: true,
  maxAge: 31_536_000,
  setHeaders: (response) => response.setHeader('x-content-type-options', 'nosniff'),
});

const server = createServer();
const app = next({ dev: false, dir: root, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();
// It looks back half a megabyte, which is more than any page has: looking back further only takes more memory.
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
const pack = compression({ brotli: { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_LGWIN]: 19 } } });

async function answer(request, response) {
  try {
    await new Promise((done) => pack(request, response, done));
    await handle(request, response);
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

server.on('request', (request, response) => {
  const { method, url } = request;
  if (!url.startsWith(`${BUILT}/`) || (method !== 'GET' && method !== 'HEAD')) return answer(request, response);
  // Nothing there is worth fetching in parts, and a range that ends before it begins would throw.
  delete request.headers.range;
  request.url = url.slice(BUILT.length);
  return built(request, response, () => {
    request.url = url;
    return answer(request, response);
  });
});
server.on('error', (error) => {
  process.stderr.write(`The web server could not listen: ${error.message}\n`);
  process.exit(1);
});
server.listen(port);

// What is being answered is answered to the end.
process.once('SIGTERM', () => server.close(() => app.close().finally(() => process.exit(143))));
