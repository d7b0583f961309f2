import { normalize } from '#catalogue/search';
import { type Bilingual, type Language, planLanguages } from '#plan/schema';
import { adoptedFacts } from '../edition/adopted.ts';
import { type Edition, mainLanguage, say } from '../edition/edition.ts';
import { standing } from '../edition/standing.ts';
import { writable } from '../edition/writable.ts';
import type { ReadCell, ReadSheet } from './cells.ts';
import { shown } from './refusals.ts';
import { sheetName } from './sheets.ts';

/** Which plan a workbook is made of, and when that was read (ISO 8601). */
export type Origin = { planId: string; readAt: string };

/** A line of the sheet about the file: what to do, under a title and with its number; or a fact of its origin. */
export type AboutLine =
  | { title: string; language: Language }
  | { number: number; text: string; language: Language }
  | { fact: string; value: string; language: Language };

const steps = ['fill', 'place', 'add', 'remove', 'send'] as const;

/** The sheet that tells whoever fills in a workbook what to do, in the languages of the plan that are printed. */
export function aboutLines(edition: Edition, origin: Origin | undefined): { name: string; lines: AboutLine[] } {
  const main = mainLanguage(edition);
  const told = (key: string) => say(edition, `sheets.${key}`);
  const languages = [main, ...edition.languages.filter((language) => language !== main)];
  const facts = labels(edition);
  if (edition.adopted) return { name: told('about')[main], lines: adoptedLines(edition, languages) };
  const instructions = languages.flatMap((language): AboutLine[] => [
    { title: told('howTo')[language], language },
    ...steps.map((step, at) => ({ number: at + 1, text: told(step)[language], language })),
  ]);
  const origins: AboutLine[] = origin
    ? [
        { title: told('origin')[main], language: main },
        { fact: facts.planId[main], value: origin.planId, language: main },
        { fact: facts.readAt[main], value: origin.readAt, language: main },
      ]
    : [];
  return { name: told('about')[main], lines: [...instructions, ...origins] };
}

/** An adopted edition isn’t filled in and sent back: it says who adopted it, and how it is known again. */
const adoptedLines = (edition: Edition, languages: readonly Language[]): AboutLine[] =>
  languages.flatMap((language): AboutLine[] => [
    { title: standing(edition)[language], language },
    ...adoptedFacts(edition)
      .filter(({ key }) => key !== 'adoptedOn')
      .map(({ label, text }) => ({ fact: label[language], value: writable(text[language]), language })),
  ]);

const labels = (edition: Edition): Record<keyof Origin, Bilingual> => ({
  planId: say(edition, 'sheets.plan'),
  readAt: say(edition, 'sheets.readAt'),
});

/** Whether a sheet of a file is that about the file: by its name or by what stands in it. */
export const isAbout = (sheet: ReadSheet, edition: Edition): boolean =>
  planLanguages.some((main) => normalize(sheet.name) === normalize(sheetName(say(edition, 'sheets.about')[main]))) ||
  originIn([sheet], edition).planId !== null;

/** What the sheets of a file say of its origin, beside its labels in either language; null where they don't. */
export function originIn(sheets: readonly ReadSheet[], edition: Edition): { [K in keyof Origin]: string | null } {
  const facts = labels(edition);
  for (const { rows } of sheets) {
    const planId = beside(rows, facts.planId);
    const readAt = beside(rows, facts.readAt);
    if (planId !== null && readAt !== null) return { planId, readAt: Number.isNaN(Date.parse(readAt)) ? null : readAt };
  }
  return { planId: null, readAt: null };
}

/** The text in the next cell after a label's. */
function beside(rows: ReadSheet['rows'], label: Bilingual): string | null {
  const wanted = new Set(planLanguages.map((language) => normalize(label[language])));
  for (const row of rows.values()) {
    const cells = [...row].sort(([a], [b]) => a - b).map(([, cell]) => textIn(cell));
    const at = cells.findIndex((text) => wanted.has(normalize(text)));
    const next = cells[at + 1]?.trim();
    if (at >= 0 && next) return shown(next, 100);
  }
  return null;
}

const textIn = (cell: ReadCell): string => ('text' in cell ? cell.text : '');
