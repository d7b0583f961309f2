import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loadEmblem, redrawn, setEmblem } from './emblems.ts';
import { makeTeam } from './testTeam.ts';

const picture = (width: number, height: number, format: 'png' | 'jpeg' = 'png') =>
  sharp({ create: { width, height, channels: 3, background: '#0b4f8a' } })
    .withExif({ IFD0: { Copyright: 'nobody’s business' } })
    .toFormat(format)
    .toBuffer();

test('a picture is drawn anew: a PNG of bounded size, without what else stood in the file', async () => {
  for (const format of ['png', 'jpeg'] as const) {
    const drawn = await redrawn(await picture(2000, 1000, format));
    const { width, height, format: kind, exif } = await sharp(drawn ?? undefined).metadata();
    expect([width, height, kind, exif]).toEqual([640, 320, 'png', undefined]);
    expect(Buffer.from(drawn ?? []).includes('nobody')).toBe(false);
  }
});

/** A PNG that says it has this many pixels, and holds next to nothing. */
function bomb(side: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(side);
  header.writeUInt32BE(side, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000)))]);
}

test.each([
  [
    'a drawing (SVG) that names other files',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
  ],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['the beginning of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['a picture of 10,000 million pixels', bomb(100_000)],
  ['a picture that is cut off', bomb(500)],
  ['nothing', Buffer.alloc(0)],
])('what is no picture that can be drawn is refused: %s', async (_, file) => {
  expect(await redrawn(file)).toBe(null);
});

test('who writes about the plan sets its emblem, who reads the plan sees it, and nobody else learns of it', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const planId = await team.plan();
  const viewer = await team.join('viewer');
  const file = await picture(40, 40);
  expect(await setEmblem(viewer, planId, file)).toEqual({ ok: false, code: 'notAllowed' });
  expect(await setEmblem(other.coordinator, planId, file)).toEqual({ ok: false, code: 'notFound' });
  expect(await loadEmblem(team.coordinator, planId)).toBe(null);
  expect(await setEmblem(team.coordinator, planId, Buffer.from('no'))).toEqual({ ok: false, code: 'notPicture' });
  expect(await setEmblem(team.coordinator, planId, file)).toEqual({ ok: true });
  expect((await loadEmblem(viewer, planId))?.length).toBeGreaterThan(50);
  expect(await loadEmblem(other.coordinator, planId)).toBe(null);
  expect(await setEmblem(team.coordinator, planId, null)).toEqual({ ok: true });
  expect(await loadEmblem(viewer, planId)).toBe(null);
});
