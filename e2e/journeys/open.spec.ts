import { emailOf, fillSignIn } from '../fixtures/people.ts';
import { expect, signIn, test } from '../fixtures/test.ts';

test('a coordinator signs in and opens the plan of the sample country', async ({
  page,
  locale,
  direction,
  t,
  planId,
}) => {
  await page.goto(`/${locale}/plans`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  await fillSignIn(page, locale, emailOf('coordinator'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('editor.plans.title'));
  await page.locator(`a[href="/${locale}/plans/${planId}"]`).click();
  await expect(page.getByText(t('editor.tasks.intro'))).toBeVisible();
});

test('a session taken up opens the plan at once, and another person has a window of their own', async ({
  page,
  windowOf,
  locale,
  t,
  planId,
}) => {
  await signIn(page, 'drafter');
  await page.goto(`/${locale}/plans/${planId}`);
  await expect(page.getByText(t('editor.tasks.intro'))).toBeVisible();
  const contributor = await windowOf('contributor');
  await contributor.goto(`/${locale}/plans/${planId}`);
  await expect(contributor.getByText(t('editor.assigned.intro'))).toBeVisible();
});
