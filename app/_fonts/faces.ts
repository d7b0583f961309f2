import localFont from 'next/font/local';

// Each page asks for these four small files first of all (scripts/fonts.mjs makes them). A page that is drawn before they
// are there keeps the reader's own fonts: on a slow line nothing jumps seconds later, and the next page has them. What they
// lack of the Arabic script comes from the whole files, where a page has it (app/globals.css).

export const latin = localFont({
  src: [
    { path: './latin-400.woff2', weight: '400' },
    { path: './latin-600.woff2', weight: '600' },
  ],
  variable: '--font-latin',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212',
    },
  ],
});

export const arabic = localFont({
  src: [
    { path: './arabic-400.woff2', weight: '400' },
    { path: './arabic-600.woff2', weight: '600' },
  ],
  variable: '--font-arabic',
  display: 'optional',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+060C, U+0610-061B, U+061F, U+0621-063A, U+0640-066C, U+0670-0671, U+067E, U+0686, U+0698, U+06A4, U+06A8-06A9, U+06AD, U+06AF, U+06CC, U+06D6-06ED, U+200C-200F',
    },
  ],
});
