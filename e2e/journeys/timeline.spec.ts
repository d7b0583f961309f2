import { inOrder, planSchema } from '#plan/schema';
import { addMonths } from '#plan/timeline';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { expect, signIn, test } from '../fixtures/test.ts';
import { expectState, expectStored, field } from '../trust/writing.ts';

const [action] = inOrder(planSchema.parse(samplePlan).actions);
if (!action) throw new Error('The sample plan has no action');
const part = `actions.${action.id}`;

test('an action is moved in the timeline by keyboard and by dragging, and its form shows the new dates', async ({
  page,
  locale,
  t,
  database,
  newPlan,
}) => {
  await signIn(page, 'drafter');
  const plan = await newPlan('sample');
  await page.goto(`/${locale}/plans/${plan}/adapt/timeline`);
  const bar = page.locator('[data-timeline] button').first();
  const later = locale === 'ar' ? 'ArrowLeft' : 'ArrowRight';
  await bar.focus();
  await page.keyboard.press(later);
  await page.keyboard.press(later);
  await expectStored(database, plan, `${part}.start`, addMonths(action.start, 2));
  await expectStored(database, plan, `${part}.end`, addMonths(action.end, 2));
  await page.keyboard.press(`Shift+${later}`);
  await expectStored(database, plan, `${part}.end`, addMonths(action.end, 3));
  await page.keyboard.press('Control+z');
  await expectStored(database, plan, `${part}.end`, addMonths(action.end, 2));

  const box = await bar.boundingBox();
  const track = await bar.locator('..').boundingBox();
  if (!box || !track) throw new Error('The bar is not there');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  // Five years are shown: a month is a sixtieth of the track.
  const month = ((locale === 'ar' ? -1 : 1) * track.width) / 60;
  await page.mouse.move(middle.x + month * 2, middle.y, { steps: 5 });
  await page.mouse.move(middle.x + month * 3, middle.y, { steps: 5 });
  await page.mouse.up();
  await expectStored(database, plan, `${part}.start`, addMonths(action.start, 5));
  await expectState(page, 'saved');
  await expect(page).toHaveURL(/\/timeline$/);

  await page.goto(`/${locale}/plans/${plan}/adapt/${action.id}`);
  await expect(field(page, `${part}.start`)).toHaveValue(addMonths(action.start, 5));
  await expect(field(page, `${part}.end`)).toHaveValue(addMonths(action.end, 5));
  await page.goto(`/${locale}/plans/${plan}/adapt/chain`);
  await expect(page.locator('[data-chain]')).toBeVisible();
  await expect(page.getByText(t('pictures.chain.looseNone'), { exact: true })).toBeVisible();
});
