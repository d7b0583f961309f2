import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { Refused } from './refusals.ts';

const inflate = promisify(inflateRaw);

/** The size of the largest file that is read, in bytes: the sample plan’s workbook is a hundredth of it. */
export const WORKBOOK_LIMIT = 10_000_000;
/** How many files an archive may hold, and how much they may come to, in bytes. */
const ENTRY_LIMIT = 200;
const UNPACKED_LIMIT = 40_000_000;
/** How many times its packed size a file may come to, where that is more than a megabyte. */
const RATIO_LIMIT = 200;
const RATIO_FROM = 1_000_000;

/** A file of an archive, as the archive's directory describes it; nothing of it is unpacked yet. */
export type Entry = { name: string; method: number; crc: number; packed: number; unpacked: number; at: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x1;

const damaged = () => new Refused('damaged');

/**
 * The files of a ZIP archive (APPNOTE 6.3.10, 4.3.12) by their names in lower case, since names of a package’s parts are the
 * same in either (ECMA-376-2, 6.2.2.3). Everything that could make unpacking dangerous is looked at here, before it begins.
 * @throws Refused
 */
export function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > ENTRY_LIMIT) throw new Refused('tooManyEntries', { limit: ENTRY_LIMIT });
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as Three;
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new Refused('encrypted');
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    total += entry.unpacked;
    check(entry, total);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged();
    entries.set(key, entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

type Three = [number, number, number];

/** Where the directory's end stands: a comment of any length may follow it, and nothing else. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw damaged();
}

function check({ name, method, packed, unpacked }: Entry, total: number): void {
  if (/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name) || name.includes('\u0000'))
    throw new Refused('unsafeName');
  if (total > UNPACKED_LIMIT || (unpacked > RATIO_FROM && unpacked > packed * RATIO_LIMIT))
    throw new Refused('unpacksTooLarge', { limit: UNPACKED_LIMIT / 1_000_000 });
  if ((method !== STORED && method !== DEFLATED) || (method === STORED && packed !== unpacked)) throw damaged();
}

/** The bytes of a file; never more than the directory says. @throws Refused where they aren't what it says */
export async function unpack(bytes: Uint8Array, { method, crc, packed, unpacked, at }: Entry): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged();
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (begin + packed > bytes.length) throw damaged();
  const data = bytes.subarray(begin, begin + packed);
  const content = method === STORED ? data : await inflated(data, unpacked);
  if (content.length !== unpacked || crc32(content) !== crc) throw damaged();
  return content;
}

async function inflated(data: Uint8Array, size: number): Promise<Uint8Array> {
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged();
  }
}
