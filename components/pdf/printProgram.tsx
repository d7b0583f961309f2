import { readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { readPrintOptions } from '#plan/printOptions';
import { planSchema } from '#plan/schema';
import type { AdoptedEdition } from '#review/adoptedEdition';
import { closeNetwork } from '../edition/closeNetwork.ts';
import { writeWorkbook } from '../sheets/workbook.ts';
import { writeWord } from '../word/document.ts';
import { printPlan } from './printing.ts';

/**
 * The printing program: a process of its own, so that no web server waits for a layout or shares its memory with one.
 * It reads one JSON request on standard input, tells its progress as JSON lines, and writes one file: a PDF, a Word
 * document, or a workbook.
 */
const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

function fail(line: { code: string; path?: string; message: string }): never {
  writeSync(2, `${JSON.stringify(line)}\n`);
  process.exit(1);
}

/** The most memory that this process held. What the system counts for it by itself begins with that of its parent. */
function peakKb(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

function requested() {
  try {
    const raw = JSON.parse(readFileSync(0, 'utf8')) as Record<string, unknown>;
    const options = readPrintOptions(raw.options ?? {});
    if (!options || typeof raw.out !== 'string')
      return fail({ code: 'badRequest', message: 'known options, and out, are needed' });
    const date = typeof raw.date === 'string' ? raw.date : new Date().toISOString().slice(0, 10);
    const origin = raw.origin as Parameters<typeof writeWorkbook>[1];
    const emblem = typeof raw.emblem === 'string' ? Buffer.from(raw.emblem, 'base64') : null;
    const draft = raw.draft !== false;
    const adopted = (raw.adopted as AdoptedEdition | undefined) ?? null;
    return { plan: planSchema.parse(raw.plan), options, draft, date, adopted, emblem, out: raw.out, origin };
  } catch (error) {
    return fail({ code: 'badRequest', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Only a PDF has pages: the others have none before another program has laid them out. */
async function made() {
  const { format } = request.options;
  if (format === 'pdf') return printPlan(request, tell);
  const file = await (format === 'docx' ? writeWord(request) : writeWorkbook(request, origin));
  return { ok: true as const, file, pages: null, replaced: [] };
}

closeNetwork();
const started = performance.now();
tell({ step: 'reading', done: 0, total: 1 });
const { out, origin, ...request } = requested();
try {
  const result = await made();
  if (!result.ok)
    fail({ code: result.code, path: result.path, message: `No glyph for ${JSON.stringify(result.character)}` });
  writeFileSync(out, result.file);
  tell({
    step: 'done',
    pages: result.pages,
    bytes: result.file.length,
    ms: Math.round(performance.now() - started),
    peakMb: Math.round(peakKb() / 1024),
    replaced: result.replaced,
  });
} catch (error) {
  rmSync(out, { force: true });
  fail({ code: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
