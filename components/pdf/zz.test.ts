import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { registerFonts } from './fonts.ts';
import { openPdf, piecesOf, popplerPages } from './readBack.ts';
import { printed, text } from './testSheet.ts';
registerFonts();
const show = (s: string) => [...s].map((c) => (/[\u064b-\u0652]/.test(c) ? `<${c.codePointAt(0)?.toString(16)}>` : c)).join('');
it('x', async () => {
  for (const word of ['يُنفَّذ', 'وتميّز', 'لَا', 'لِلْأُمَّهات', 'مُدَرِّسَة', 'جارٍ', 'مدرَّب']) {
    writeFileSync(`/tmp/pdfw/word.pdf`, await printed(text(`كلمة ${word} أخرى`)));
    console.log(show(word), 'P:', show(popplerPages('/tmp/pdfw/word.pdf', 'read').join()), 'J:', JSON.stringify((await piecesOf(await openPdf('/tmp/pdfw/word.pdf')))[0]?.map((p) => [show(p.text), p.x.toFixed(2), p.width.toFixed(2), p.y])));
  }
});
