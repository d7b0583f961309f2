import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';
import * as fontkit from 'fontkit';
import { pieces } from './text.ts';

// Whole files, not the screen’s subsets: a subset gives a text layer with wrong characters.
const files = {
  400: '400Regular/IBMPlexSansArabic_400Regular.ttf',
  600: '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  700: '700Bold/IBMPlexSansArabic_700Bold.ttf',
} as const;

const require = createRequire(import.meta.url);
/** The file of a weight, found from where this program stands. */
export const fontFile = (weight: keyof typeof files): string =>
  require.resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${files[weight]}`);

let registered = false;
/** Tells the renderer about the one family of the printed plan, and where its words may be broken. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  Font.register({
    family: 'Plan',
    fonts: ([400, 600, 700] as const).map((fontWeight) => ({ src: fontFile(fontWeight), fontWeight })),
  });
  Font.registerHyphenationCallback(pieces);
}

let covered: Set<number> | undefined;
/** Whether the family has a glyph for a code point; its weights cover the same characters. */
export function hasGlyph(codePoint: number): boolean {
  if (!covered) {
    const font = fontkit.openSync(fontFile(400));
    // The last entry of a font’s table is no character, nor is what no writing may use.
    covered = new Set('characterSet' in font ? font.characterSet.filter((code) => (code & 0xfffe) !== 0xfffe) : []);
  }
  return covered.has(codePoint);
}
