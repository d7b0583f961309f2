import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePlanDocument } from '#plan/exchange';
import type { PrintOptions } from '#plan/printOptions';
import { publicEdition } from '#plan/publicEdition';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { print } from '../../scripts/print.mjs';
import { bare, objectsOf, popplerPages } from './readBack.ts';

const folder = mkdtempSync(join(tmpdir(), 'editions-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A plan of three actions, the second of which is restricted, with a word in it that stands nowhere else. */
function small(): Plan {
  const { about, agencies, ...sample } = planSchema.parse(samplePlan);
  const [first, second, third] = Object.entries(sample.actions).map(([id, action]) => ({ id, action }));
  if (!first || !second || !third) throw new Error('The sample plan has too few actions');
  const actions = [first, second, third].map(({ id, action }, at) => [
    id,
    at === 1
      ? { ...action, restricted: true, title: { ar: 'إجراء مكتوم', en: 'Hushed action' } }
      : { ...action, restricted: false },
  ]);
  return { ...emptyPlan(), about, agencies, direction: sample.direction, actions: Object.fromEntries(actions) };
}

const plan = small();
async function pagesOf(options: Partial<PrintOptions>) {
  const out = join(folder, `${JSON.stringify(options).replace(/\W/g, '')}.pdf`);
  const { pages } = await print({ plan, options: { layout: 'en', ...options }, out, date: '2026-11-26' });
  const texts = popplerPages(out, 'raw').filter((text) => text.trim());
  return { pages, texts, all: bare(texts.join('\n')) };
}

let full: Awaited<ReturnType<typeof pagesOf>>;
let open: typeof full;
let first: typeof full;
beforeAll(async () => {
  full = await pagesOf({});
  open = await pagesOf({ edition: 'public', annexes: ['matrix'] });
  first = await pagesOf({ extent: 'first' });
}, 240_000);

test('a public edition has nothing of a restricted action, says how many it leaves out, and keeps the other numbers', () => {
  expect(full.all).toContain('Hushedaction');
  expect(open.all).not.toContain('Hushedaction');
  expect(open.all).toContain('Oneactionisrestrictedandisleftout');
  expect(open.all).toContain('Action1');
  expect(open.all).not.toContain('Action2');
  expect(open.all).toContain('Action3');
  for (const page of open.texts.slice(1)) expect(bare(page)).toContain('Publicedition');
});

test('an edition has the annexes that were asked for, and no others', () => {
  expect(full.all).toContain('AnnexB.Timeline');
  expect(open.all).toContain('AnnexA.Actionmatrix');
  expect(open.all).not.toContain('AnnexB');
});

test('the last page gives the sum of the plan’s document, which anyone can compute from that file', () => {
  const sum = (of: Plan) => createHash('sha256').update(writePlanDocument(of)).digest('hex');
  expect(bare(full.texts.at(-1) ?? '')).toContain(sum(plan));
  expect(bare(open.texts.at(-1) ?? '')).toContain(sum(publicEdition(plan).plan));
  expect(sum(publicEdition(plan).plan)).not.toBe(sum(plan));
});

test('the first pages can be looked at by themselves, and say that they are not all', () => {
  expect(first.pages).toBeLessThanOrEqual(10);
  expect(first.pages).toBeLessThan(full.pages ?? 0);
  expect(first.all).toContain('Thesearethefirstpagesonly');
  expect(first.texts[1]).not.toMatch(/Page 2 of/);
});

test('an adopted edition says on its cover and its last page who adopted it and how it is checked, and is no draft', async () => {
  const authority = { ar: 'مجلس الوزراء', en: 'Council of Ministers' };
  const code = createHash('sha256').update(writePlanDocument(plan)).digest('hex');
  const address = 'https://plans.example/verify';
  const adopted = { authority, decree: 'No. 7/2027', adoptedOn: '2027-03-31', code, address };
  // What has no sign in the typeface can’t be mended any more: it is shown by its code.
  const about = { ...plan.about, foreword: { ar: 'كلمة', en: 'Word \u{1f600}' } };
  const out = join(folder, 'adopted.pdf');
  const options = { annexes: [] };
  const { replaced } = await print({
    plan: { ...plan, about },
    options,
    out,
    date: '2027-03-31',
    draft: false,
    adopted,
  });
  expect(replaced).toMatchObject([{ path: 'about.foreword.en' }]);
  const texts = popplerPages(out, 'raw')
    .filter((text) => text.trim())
    .map(bare);
  for (const page of [texts[0], texts.at(-1)])
    for (const said of ['CouncilofMinisters', 'No.7/2027', '31March2027', 'الوزراء', code, address])
      expect(page).toContain(said);
  expect(texts.join('\n')).not.toMatch(/draft|مسودة/i);
  const links = [...objectsOf(out).values()].map((each) => each['/URI']).filter(Boolean);
  expect(new Set(links)).toEqual(
    new Set(['ar', 'en'].map((language) => `u:https://plans.example/${language}/verify?code=${code}#answer`)),
  );
}, 60_000);
