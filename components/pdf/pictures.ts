import sharp from 'sharp';

/** Pictures of lines of text, and how far two of them are from being the same. For tests. */

/** The ink of a part of a picture: how dark each pixel is, from 0 to 255, row by row. */
export type Ink = { width: number; height: number; dark: Uint8Array };

/** Strips of a picture over its whole width, each of which begins at one of `tops`. */
export async function stripsOf(picture: string | Uint8Array, tops: readonly number[], height: number): Promise<Ink[]> {
  const { data, info } = await sharp(picture).greyscale().negate().raw().toBuffer({ resolveWithObject: true });
  const { width } = info;
  return tops.map((top) => ({
    width,
    height,
    dark: new Uint8Array(data.subarray(top * width, (top + height) * width)),
  }));
}

/** What is as dark as this is ink, not the soft edge of a letter. */
const DARK = 110;

/** The columns and rows of a strip in which the first and the last ink stand. */
export function boxOf({ width, dark }: Ink) {
  const box = { left: width, right: -1, top: dark.length, bottom: -1 };
  dark.forEach((value, at) => {
    if (value < DARK) return;
    const [column, row] = [at % width, Math.floor(at / width)];
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column);
    box.top = Math.min(box.top, row);
    box.bottom = row;
  });
  return box;
}

/** How much ink there is in each column, taken together with the two on each side of it. */
function profileOf({ width, dark }: Ink): number[] {
  const columns = new Array<number>(width).fill(0);
  dark.forEach((value, at) => {
    columns[at % width] = (columns[at % width] as number) + value;
  });
  return columns.map((_, at) => columns.slice(Math.max(0, at - 2), at + 3).reduce((sum, each) => sum + each, 0));
}

/** How alike the ink of two strips runs from left to right: 1 where it is the same, near 0 where nothing corresponds. */
export function likeness(one: Ink, other: Ink): number {
  const [a, b] = [centred(profileOf(one)), centred(profileOf(other))];
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b) || 1);
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/**
 * The share of the ink of one strip that has none of the other’s at its place, nor at those next to it.
 * @param down by how many rows the other stands lower
 */
export function astray(one: Ink, other: Ink, down = 0): number {
  let [all, alone] = [0, 0];
  one.dark.forEach((value, at) => {
    if (value < DARK) return;
    all += 1;
    if (!isInked(other, at % one.width, Math.floor(at / one.width) + down)) alone += 1;
  });
  return all === 0 ? 0 : alone / all;
}

function isInked({ width, height, dark }: Ink, column: number, row: number): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y += 1)
    for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x += 1)
      if ((dark[y * width + x] as number) >= DARK) return true;
  return false;
}
