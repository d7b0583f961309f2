/** How a plan can be printed: both languages facing each other, or one of them alone. */
export const layouts = ['facing', 'ar', 'en'] as const;
export type Layout = (typeof layouts)[number];

/** As what: to read and hand on, to write on in a word processor, to count with. The name is the file’s ending. */
export const formats = ['pdf', 'docx', 'xlsx'] as const;
export type Format = (typeof formats)[number];
