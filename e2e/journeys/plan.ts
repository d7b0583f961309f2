import { expect, type Page } from '@playwright/test';
import type { Bilingual } from '#plan/schema';
import type { Hands } from '../fixtures/hands.ts';

/** What all journeys through a plan do with their hands, on whichever of its pages they are. */
export function planAt(page: Page, hands: Hands) {
  const at = (path: string) => page.locator(`[id="${path}"]`);
  const items = (list: string) => page.locator(`li[id^="${list}."]`);
  return {
    at,
    link: (name: string) => page.getByRole('link', { name, exact: true }),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    /** Writes a text in both languages. */
    writePair: async (path: string, text: Bilingual) => {
      for (const language of ['ar', 'en'] as const) await hands.write(at(`${path}.${language}`), text[language]);
    },
    saved: () => expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved'),
    /** The id of the one item of a list. */
    idIn: async (list: string) => ((await items(list).first().getAttribute('id')) ?? '').slice(list.length + 1),
  };
}
