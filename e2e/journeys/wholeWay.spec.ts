import { execFileSync } from 'node:child_process';
import type { Download, Locator, Page } from '@playwright/test';
import type { Bilingual, Plan } from '#plan/schema';
import type { Step } from '#plan/steps';
import { type Hands, keyboard, pointer } from '../fixtures/hands.ts';
import { emailOf, fillSignIn, samplePassword } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';
import { planAt } from './plan.ts';

/** What the official of this journey writes, by the field's path; `<…>` stands for the id of what was added. */
const written = {
  'about.foreword': { ar: 'كلمة افتتاحية صادقة', en: 'An honest foreword' },
  'situation.stocktake': { ar: 'ما سبق تجريبه', en: 'What was tried before' },
  'situation.drivers.socioeconomic.evidence': {
    ar: 'بطالة الشباب 61 في المائة',
    en: 'Youth unemployment of 61 per cent',
  },
  'direction.vision': { ar: 'بلد يتسع للجميع', en: 'A country with room for everyone' },
  'direction.objectives.<objective>.title': { ar: 'فرص للشباب', en: 'Opportunities for the young' },
  'agencies.<agency>.name': { ar: 'وزارة العمل', en: 'Ministry of Labour' },
  'actions.<action>.title': { ar: 'تدريب مأجور', en: 'Paid apprenticeships' },
  'actions.<action>.description': { ar: 'ألف متدرب في السنة', en: 'One thousand apprentices a year' },
  'actions.<action>.indicators.<indicator>.name': { ar: 'نسبة العاملين بعد سنة', en: 'Share in work after a year' },
  'measure.arrangements': { ar: 'تقرير كل ستة أشهر', en: 'A report every six months' },
} satisfies Record<string, Bilingual>;

const cost = '420000.00';

test('a person goes the whole way from signing in to a PDF with what they wrote', { tag: '@en' }, async ({
  page,
  locale,
  t,
}) => {
  test.setTimeout(180_000);
  await wholeWay({ page, locale, t, hands: pointer });
});

test('the same by keyboard alone', { tag: '@ar' }, async ({ page, locale, t }) => {
  test.setTimeout(300_000);
  await wholeWay({ page, locale, t, hands: keyboard(page) });
});

type Way = { page: Page; hands: Hands } & Pick<Parameters<Parameters<typeof test>[2]>[0], 'locale' | 't'>;

async function wholeWay({ page, hands, locale, t }: Way): Promise<void> {
  const { at, link, button, writePair, saved, idIn } = planAt(page, hands);
  const openStep = async (step: Step) => {
    // Also where a new plan names the steps to begin with: in the list.
    await hands.press(link(t(`plan.steps.${step}.title`)).last());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`plan.steps.${step}.title`));
  };
  const toTasks = async () => {
    await saved();
    await hands.press(link(t('editor.toTasks')));
    await expect(page.getByText(t('editor.tasks.intro'))).toBeVisible();
  };

  // Signing in.
  await page.goto(`/${locale}/plans`);
  if (hands === pointer) await fillSignIn(page, locale, emailOf('coordinator'));
  else {
    await hands.write(page.getByLabel(t('access.fields.email'), { exact: true }), emailOf('coordinator'));
    await hands.write(page.getByLabel(t('access.fields.password'), { exact: true }), samplePassword);
    await page.keyboard.press('Enter');
  }

  // A new plan.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('editor.plans.title'));
  await hands.press(link(t('editor.plans.create')));
  const title = { ar: 'خطة رحلة كاملة', en: 'Plan of a whole journey' };
  await hands.write(at('titleAr'), title.ar);
  await hands.write(at('titleEn'), title.en);
  await hands.date(at('start'), '2027-01-01');
  await hands.date(at('end'), '2031-12-12');
  await hands.press(button(t('editor.new.form.submit')));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title[locale]);

  await openStep('about');
  await writePair('about.foreword', written['about.foreword']);
  await toTasks();

  await openStep('situation');
  await writePair('situation.stocktake', written['situation.stocktake']);
  const driver = page.locator('[id="situation.drivers.socioeconomic"]');
  await hands.press(driver.locator('summary').first());
  await hands.pick(at('situation.drivers.socioeconomic.rating'), 'high');
  await writePair('situation.drivers.socioeconomic.evidence', written['situation.drivers.socioeconomic.evidence']);
  await toTasks();

  await openStep('direction');
  await writePair('direction.vision', written['direction.vision']);
  await hands.press(button(t('plan.direction.objectives.add')));
  const objective = await idIn('direction.objectives');
  await writePair(`direction.objectives.${objective}.title`, written['direction.objectives.<objective>.title']);
  await toTasks();

  await openStep('people');
  await hands.press(button(t('plan.agencies.add')));
  const agency = await idIn('agencies');
  await writePair(`agencies.${agency}.name`, written['agencies.<agency>.name']);
  await toTasks();

  await openStep('choose');
  await hands.write(at('q'), '54 (a)');
  await hands.press(button(t('editor.choose.show')));
  await expect(page).toHaveURL(/q=54/);
  await hands.pick(at('decisions.pve-54-a.decision'), 'adopt');
  await hands.pick(at('decisions.pve-54-a.priority'), 'high');
  await toTasks();

  await openStep('adapt');
  await hands.press(page.getByRole('button', { name: new RegExp(`^${escaped(t('editor.adapt.make'))}`) }));
  await expect(page).toHaveURL(/\/adapt\/[0-9a-f-]{36}$/);
  const action = page.url().split('/').at(-1) ?? '';
  const part = `actions.${action}`;
  await writePair(`${part}.title`, written['actions.<action>.title']);
  await writePair(`${part}.description`, written['actions.<action>.description']);
  await hands.pick(at(`${part}.objective`), objective);
  await hands.pick(at(`${part}.leadAgency`), agency);
  await hands.date(at(`${part}.start`), '2027-02-02');
  await hands.date(at(`${part}.end`), '2029-11-11');
  await hands.write(at(`${part}.cost`), '٤٢٠٬٠٠٠');
  await hands.press(button(t('plan.actions.indicators.add')));
  const indicator = await idIn(`${part}.indicators`);
  const indicatorPath = `${part}.indicators.${indicator}`;
  await writePair(`${indicatorPath}.name`, written['actions.<action>.indicators.<indicator>.name']);
  await hands.write(at(`${indicatorPath}.baseline`), '37');
  await hands.write(at(`${indicatorPath}.target`), '60.5');
  await saved();
  await hands.press(link(t('editor.action.all')));
  await hands.press(page.getByRole('link', { name: title[locale], exact: true }));

  await openStep('money');
  await expect(page.getByText('420,000').first()).toBeVisible();
  await hands.press(link(t('editor.toTasks')));

  await openStep('measure');
  await writePair('measure.arrangements', written['measure.arrangements']);
  await toTasks();

  await openStep('check');
  const criterion = page.locator('li[id^="criteria."]').last();
  await hands.press(criterion.locator('summary').first());
  await hands.pick(criterion.locator('select'), 'met');
  await toTasks();

  // The document: printed, and as a file with exactly what was written.
  await openStep('export');
  await hands.press(button(t('editor.export.panel.start')));
  const pdf = await downloaded(page, hands, page.locator('a[href^="/api/prints/"]'));
  expect(pdf.suggestedFilename()).toContain(title[locale]);
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
  const json = await downloaded(page, hands, link(t('editor.export.documentLink')));

  const plan = JSON.parse(await textOf(json)) as Plan;
  const ids = { objective, agency, action, indicator };
  for (const [path, text] of Object.entries(written)) expect(valueAt(plan, path, ids), path).toEqual(text);
  expect(plan.about).toMatchObject({ title, start: '2027-01-01', end: '2031-12-12' });
  expect(plan.decisions['pve-54-a']).toMatchObject({ decision: 'adopt', priority: 'high' });
  expect(plan.actions[action]).toMatchObject({
    objective,
    leadAgency: agency,
    recommendations: ['pve-54-a'],
    start: '2027-02-02',
    end: '2029-11-11',
    cost: cost.replace('.00', ''),
  });
  expect(plan.actions[action]?.indicators[indicator]).toMatchObject({ baseline: '37', target: '60.5' });

  const words = new Set(withoutMarks(printedText(await pdf.path())).split(/\s+/));
  for (const text of [title, ...Object.values(written)])
    for (const word of withoutMarks(`${text.ar} ${text.en}`).split(' ')) expect(words, word).toContain(word);
}

/** Waits as long as printing takes, then follows the link to a file. */
async function downloaded(page: Page, hands: Hands, link: Locator): Promise<Download> {
  await expect(link).toBeVisible({ timeout: 90_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(link)]);
  return download;
}

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of a PDF as poppler reads it, without the marks that tell the direction. */
const printedText = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );

/** Where a vowel stands in the text layer is for other tests: here each word has to be there. */
const withoutMarks = (text: string): string => text.replace(/\p{M}/gu, '');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function valueAt(plan: Plan, path: string, ids: Record<string, string>): unknown {
  const keys = path.split('.').map((key) => ids[/^<(.*)>$/.exec(key)?.[1] ?? ''] ?? key);
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], plan);
}
