import type { Layout } from '#plan/layouts';
import type { Plan } from '#plan/schema';
import { createEdition } from '../edition/edition.ts';
import { createWords, type Messages } from '../edition/words.ts';
import { wordDocument } from './document.ts';

/** What is asked of a Word document; `date` is its day, ISO 8601. */
export type WordRequest = { plan: Plan; layout: Layout; draft: boolean; date: string };

/** Writes a plan as a Word document. @returns the bytes of a .docx file */
export const writeWord = (request: WordRequest, messages: Messages): Promise<Uint8Array> =>
  wordDocument(createEdition({ ...request, replaced: [], words: createWords(messages, request.plan.about.digits) }));
