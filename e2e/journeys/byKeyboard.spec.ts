import { areas, recommendationsIn } from '#catalogue/recommendations';
import type { Action } from '#plan/schema';
import { keyboard } from '../fixtures/hands.ts';
import { expect, signIn, test } from '../fixtures/test.ts';
import { stored } from '../trust/writing.ts';
import { planAt } from './plan.ts';

const decisions = ['adopt', 'adapt', 'merge', 'defer', 'notApplicable'];
/** As they stand on the page: by area. */
const ids = areas.flatMap(recommendationsIn).map(({ id }) => id);

const objective = { ar: 'فرص للشباب في المحافظات الثلاث', en: 'Opportunities for the young in three governorates' };
const agency = { ar: 'وزارة العمل', en: 'Ministry of Labour' };

/** Five actions as officials write them, each with something in every kind of field. */
const actions = [
  { ar: 'مكاتب تشغيل في البلديات', en: 'Job centres in the municipalities' },
  { ar: 'مجالس شبابية منتخبة', en: 'Elected youth councils' },
  { ar: 'تدريب مأجور لألف متدرب', en: 'Paid training for a thousand apprentices' },
  { ar: 'وسطاء محليون في النزاعات', en: 'Local mediators in disputes' },
  { ar: 'دعم نفسي بعد السجن', en: 'Counselling after prison' },
].map((title, index) => ({
  title,
  description: { ar: `يبدأ الإجراء ${index + 1} في 3 محافظات.`, en: `Action ${index + 1} begins in 3 governorates.` },
  expectedResult: { ar: 'نتيجة تُقاس كل سنة', en: 'A result measured each year' },
  start: '2027-02-02',
  end: '2029-11-11',
  cost: String(100_000 * (index + 1)),
  secured: String(100_000 * (index + 1)),
  milestone: { ar: 'الدفعة الأولى', en: 'The first intake' },
  source: { ar: 'الموازنة العامة', en: 'State budget' },
  indicator: { ar: 'نسبة العاملين بعد سنة', en: 'Share in work after a year' },
  verification: { ar: 'مسح سنوي', en: 'Yearly survey' },
  baseline: '37',
  target: String(50 + index),
  risk: { ar: 'نقص المدربين', en: 'Too few trainers' },
  mitigation: { ar: 'تدريب مدربين في السنة الأولى', en: 'Trainers are trained in the first year' },
  safeguards: { ar: 'لا أسماء في السجلات', en: 'No names in the records' },
}));

const settings = [
  { name: 'the whole catalogue is decided and five full actions are written by keyboard alone', tag: '@ar' },
  { name: 'the same on a screen 320 pixels wide', tag: '@en', viewport: { width: 320, height: 640 } },
];

for (const { name, tag, viewport } of settings) {
  test(name, { tag }, async ({ page, locale, t, database, newPlan }) => {
    test.setTimeout(300_000);
    if (viewport) await page.setViewportSize(viewport);
    await signIn(page, 'drafter');
    const plan = await newPlan('empty');
    const hands = keyboard(page);
    const { at, link, button, writePair, saved, idIn } = planAt(page, hands);
    const home = `/${locale}/plans/${plan}`;

    await page.goto(`${home}/direction`);
    await hands.press(button(t('plan.direction.objectives.add')));
    const aim = await idIn('direction.objectives');
    await writePair(`direction.objectives.${aim}.title`, objective);
    await saved();

    await page.goto(`${home}/choose`);
    await hands.reach(page.locator(`[data-choice="${ids[0]}"]`));
    for (const index of ids.keys()) {
      await page.keyboard.press(`Digit${(index % 5) + 1}`);
      await page.keyboard.press('ArrowDown');
    }
    await expect(page.locator(`[data-choice="${ids.at(-1)}"]`)).toBeFocused();
    await saved();
    const decided = async () => {
      const found: unknown[] = [];
      for (const id of ids) found.push(await stored(database, plan, `decisions.${id}.decision`));
      return found;
    };
    await expect.poll(decided).toEqual(ids.map((_, index) => decisions[index % 5]));

    await page.goto(`${home}/adapt`);
    let lead = '';
    for (const action of actions) {
      await hands.press(page.locator('form button', { hasText: t('editor.adapt.make') }).first());
      await expect(page).toHaveURL(/\/adapt\/[0-9a-f-]{36}$/);
      const part = `actions.${page.url().split('/').at(-1)}`;
      const add = async (list: 'milestones' | 'funding' | 'indicators' | 'risks') => {
        await hands.press(button(t(`plan.actions.${list}.add`)));
        return `${part}.${list}.${await idIn(`${part}.${list}`)}`;
      };
      for (const text of ['title', 'description', 'expectedResult'] as const)
        await writePair(`${part}.${text}`, action[text]);
      await hands.pick(at(`${part}.objective`), aim);
      if (lead) await hands.pick(at(`${part}.leadAgency`), lead);
      else {
        const fold = at(`${part}.leadAgency`).locator('xpath=ancestor::div[details][1]');
        await hands.press(fold.locator('summary', { hasText: t('authoring.agency.open') }));
        for (const language of ['ar', 'en'] as const)
          await hands.write(fold.getByLabel(t(`authoring.agency.${language}`), { exact: true }), agency[language]);
        await hands.press(fold.getByRole('button', { name: t('authoring.agency.add'), exact: true }));
        await expect(at(`${part}.leadAgency`)).not.toHaveValue('');
        lead = await at(`${part}.leadAgency`).inputValue();
      }
      await hands.date(at(`${part}.start`), action.start);
      await hands.date(at(`${part}.end`), action.end);
      const milestone = await add('milestones');
      await writePair(`${milestone}.title`, action.milestone);
      await hands.date(at(`${milestone}.date`), action.end);
      await hands.write(at(`${part}.cost`), action.cost);
      const funding = await add('funding');
      await writePair(`${funding}.source`, action.source);
      await hands.write(at(`${funding}.amount`), action.secured);
      await hands.write(at(`${funding}.year`), '2027');
      await hands.pick(at(`${funding}.status`), 'secured');
      const indicator = await add('indicators');
      await writePair(`${indicator}.name`, action.indicator);
      await hands.write(at(`${indicator}.baseline`), action.baseline);
      await hands.write(at(`${indicator}.target`), action.target);
      await writePair(`${indicator}.verification`, action.verification);
      const risk = await add('risks');
      await writePair(`${risk}.risk`, action.risk);
      await writePair(`${risk}.mitigation`, action.mitigation);
      await writePair(`${part}.safeguards`, action.safeguards);
      await saved();
      await hands.press(link(t('editor.action.all')));
      await expect(page).toHaveURL(/\/adapt$/);
    }

    const { rows } = await database.query<{ content: Action }>(
      `select "content" from "PlanPart" where "planId" = $1 and "key" like 'actions.%' order by "key"`,
      [plan],
    );
    const names = { objective: aim, leadAgency: lead };
    expect(rows.map(({ content }) => whatStands(content))).toEqual(actions.map((action) => ({ ...action, ...names })));
  });
}

/** Of a stored action what this journey wrote, where each list has one entry. */
function whatStands({ milestones, funding, indicators, risks, ...action }: Action) {
  const [milestone] = Object.values(milestones);
  const [money] = Object.values(funding);
  const [indicator] = Object.values(indicators);
  const [risk] = Object.values(risks);
  const { title, description, expectedResult, objective: aim, leadAgency, start, end, cost, safeguards } = action;
  return {
    ...{ title, description, expectedResult, start, end, cost, safeguards, objective: aim, leadAgency },
    milestone: milestone?.title,
    source: money?.source,
    secured: money?.status === 'secured' ? money.amount : '',
    indicator: indicator?.name,
    verification: indicator?.verification,
    baseline: indicator?.baseline,
    target: indicator?.target,
    risk: risk?.risk,
    mitigation: risk?.mitigation,
  };
}
