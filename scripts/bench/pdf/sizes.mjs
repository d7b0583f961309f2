import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { root } from '../../processes.mjs';

/**
 * The annexes that grow with the plan. Those that repeat the catalogue have more pages than the smallest plan may have.
 * @type {import('../../../app/_plan/printOptions.ts').Annex[]}
 */
const tables = ['matrix', 'timeline', 'indicators', 'agencies'];

/** A plan that was only begun, one of a few actions, and one of many: about 10, 60 and 200 pages. */
export const sizes = [
  { begun: true, actions: 1, annexes: [] },
  { begun: false, actions: 8, annexes: tables },
  { begun: false, actions: 53, annexes: tables },
];

/** The sample plan with as many actions: its own, and again from the first where it has fewer. */
export function planOf({ begun, actions: count }) {
  const sample = JSON.parse(readFileSync(join(root, 'prisma/seed/samplePlan.json'), 'utf8'));
  const own = Object.values(sample.actions).sort((a, b) => a.order - b.order);
  const unpaid = begun ? { cost: '', funding: {} } : {};
  const actions = Array.from({ length: count }, (_, index) => [
    uuidv7(),
    { ...own[index % own.length], ...unpaid, order: index + 1 },
  ]);
  const { country, countryName, title, start, end } = sample.about;
  const rest = begun ? { about: { country, countryName, title, start, end } } : sample;
  return { ...rest, actions: Object.fromEntries(actions) };
}
