import { ask } from '../fixtures/ask.ts';
import { thisRun } from '../fixtures/run.ts';
import { expect, test } from '../fixtures/test.ts';

const fetchAs = (file: string, encoding: string) =>
  fetch(new URL(file, thisRun().url), { headers: { 'accept-encoding': encoding } });

test('scripts and styles come as they were packed at the build, the same in each packing, and are kept for good', async () => {
  const page = await (await fetch(new URL('/ar/sign-in', thisRun().url))).text();
  const files = [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? '',
  );
  expect(files.some((file) => file.endsWith('.css'))).toBe(true);
  for (const file of new Set(files)) {
    const plain = await fetchAs(file, 'identity');
    expect(plain.headers.get('content-encoding')).toBe(null);
    const text = await plain.text();
    if (text.length < 1_000) continue;
    for (const [asked, packing] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
    ] as const) {
      const answer = await fetchAs(file, asked);
      expect(answer.headers.get('content-encoding')).toBe(packing);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000, ?immutable/);
      expect(Number(answer.headers.get('content-length'))).toBeLessThan(text.length * 0.7);
      expect(await answer.text()).toBe(text);
    }
  }
});

test('nothing but the built scripts and styles is handed out beside them, and no range brings the server down', async () => {
  const { url } = thisRun();
  const page = await (await fetch(new URL('/ar/sign-in', url))).text();
  const [file] = page.match(/\/_next\/static\/[^"]+\.js/) ?? [''];
  for (const range of ['bytes=10-5', 'bytes=-1', 'bytes=x', 'bytes=99999999-']) {
    expect((await ask(url, { path: file, headers: { range } })).status).toBe(200);
  }
  for (const path of [
    '/_next/static/../server/app/ar.html',
    '/_next/static/%2e%2e/server/app/ar.html',
    '/_next/static/..%2fserver%2fapp%2far.html',
    '/_next/static/..%5cserver%5capp%5car.html',
    '/_next/static//../BUILD_ID',
    '/_next/static/%E0%A4%A',
  ]) {
    expect((await ask(url, { path })).status, path).toBeGreaterThanOrEqual(300);
  }
  expect((await ask(url, { path: '/api/health' })).status).toBe(200);
});
