/** How a plan can be printed: both languages facing each other, or one of them alone. */
export const layouts = ['facing', 'ar', 'en'] as const;
export type Layout = (typeof layouts)[number];
