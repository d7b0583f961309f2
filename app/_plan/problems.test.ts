import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import sample from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { leaves, outline } from './outline.ts';
import { anyPlan } from './planArbitrary.ts';
import { problemCodes } from './problem.ts';
import { problems } from './problems.ts';
import { type Action, emptyPlan, inOrder, type Plan, planSchema } from './schema.ts';
import { stepOf, steps } from './steps.ts';

const plan = planSchema.parse(sample);
const first = inOrder(plan.actions)[0]?.id ?? '';
const absent = '019ee574-aac4-7ef8-b3a9-000000000000';

/** The problems of the sample plan after a change to it: it has none by itself. */
function after(change: (plan: Plan) => void) {
  const changed = structuredClone(plan);
  change(changed);
  return problems(changed).map(({ path, code, severity }) => `${severity} ${code} ${path}`);
}
const ofAction = (change: (action: Action) => void) =>
  after((changed) => change(changed.actions[first] as Action)).map((each) => each.replace(`actions.${first}.`, ''));

/** What a changed first item of a record is. */
const one = <T>(items: Record<string, T>): T => Object.values(items)[0] as T;
const idOf = (items: Record<string, unknown>) => Object.keys(items)[0] as string;
const own = () => plan.actions[first] as Action;

test('the sample plan has no problem', () => {
  expect(problems(plan)).toEqual([]);
});

test('a plan in which nothing was written is told what it needs, and nothing in it is wrong', () => {
  expect(problems(emptyPlan()).map(({ path, code, severity }) => [path, code, severity])).toEqual([
    ['about.countryName', 'noCountry', 'missing'],
    ['about.title', 'noTitle', 'missing'],
    ['about.start', 'noPeriod', 'missing'],
    ['about.end', 'noPeriod', 'missing'],
    ['direction.objectives', 'noObjectives', 'missing'],
    ['decisions', 'undecided', 'missing'],
    ['actions', 'noActions', 'missing'],
  ]);
});

describe('in the texts it is told', () => {
  it('which side of a pair is missing, blanks being nothing', () => {
    expect(after(({ about }) => (about.title.en = ' \n '))).toEqual(['missing englishMissing about.title']);
    expect(after(({ about }) => (about.foreword.ar = ''))).toEqual(['missing arabicMissing about.foreword']);
  });

  it('which thing has no name', () => {
    expect(ofAction((action) => (action.title = { ar: '', en: '' }))).toEqual(['missing untitled title']);
  });

  it('when both languages of the plan are the same', () => {
    expect(after((changed) => (changed.languages = ['ar', 'ar']))).toEqual(['wrong sameLanguage languages']);
  });
});

describe('in the dates it is told', () => {
  it('that a plan or an action ends before it starts', () => {
    expect(after(({ about }) => (about.end = '2026-12-31'))).toEqual(['wrong endBeforeStart about.end']);
    expect(ofAction((action) => (action.end = '2027-01-14'))).toEqual(['wrong endBeforeStart end']);
  });

  it('that a day is not in the calendar', () => {
    expect(ofAction((action) => (action.end = '2029-02-29'))).toContain('wrong unrealDate end');
    expect(ofAction((action) => (action.end = '2100-02-29'))).toContain('wrong unrealDate end');
    expect(ofAction((action) => (action.end = '2029-06-31'))).toContain('wrong unrealDate end');
    expect(ofAction((action) => (action.start = '2028-02-29')).join()).not.toContain('unrealDate');
  });

  it('that an action lies outside the plan’s period, and a milestone outside the action’s', () => {
    expect(ofAction((action) => (action.start = '2026-12-31'))).toEqual(['missing actionOutsidePlan start']);
    const milestone = idOf(own().milestones);
    expect(ofAction((action) => (one(action.milestones).date = '2027-01-14'))).toEqual([
      `wrong milestoneOutsideAction milestones.${milestone}.date`,
    ]);
    expect(ofAction((action) => (one(action.milestones).date = ''))).toEqual([
      `missing noMilestoneDate milestones.${milestone}.date`,
    ]);
  });

  it('that a review lies outside the plan’s period', () => {
    const review = idOf(plan.measure.calendar);
    expect(after(({ measure }) => (one(measure.calendar).date = '2032-01-01'))).toEqual([
      `missing dateOutsidePlan measure.calendar.${review}.date`,
    ]);
  });
});

describe('of references it is told', () => {
  it('that what they name isn’t there', () => {
    expect(ofAction((action) => (action.leadAgency = absent))).toEqual(['wrong unknownAgency leadAgency']);
    expect(ofAction((action) => action.partners.push(absent))).toEqual(['wrong unknownAgency partners']);
    expect(ofAction((action) => (action.objective = absent))).toEqual(['wrong unknownObjective objective']);
    expect(ofAction((action) => action.recommendations.push('pve-99'))).toEqual([
      'wrong unknownRecommendation recommendations',
    ]);
    expect(after(({ direction }) => one(direction.objectives).drivers.push('boredom'))[0]).toMatch(
      /wrong unknownDriver/,
    );
    expect(after(({ situation }) => (situation.drivers.boredom = one(situation.drivers)))).toContain(
      'wrong unknownDriver situation.drivers.boredom',
    );
  });

  it('that an agency was removed under the actions it leads', () => {
    const { leadAgency } = own();
    const found = after(({ agencies }) => delete agencies[leadAgency ?? '']);
    expect(found).toContain(`wrong unknownAgency actions.${first}.leadAgency`);
  });
});

describe('of the choice it is told', () => {
  const decide = (id: string, change: Partial<Plan['decisions'][string]>) =>
    after(({ decisions }) => Object.assign(decisions[id] as object, change));

  it('how many recommendations are undecided', () => {
    const undecided = structuredClone(plan);
    delete undecided.decisions['pve-46-b'];
    (undecided.decisions['pve-46-d'] as Plan['decisions'][string]).decision = 'undecided';
    expect(problems(undecided)).toEqual([
      { path: 'decisions', code: 'undecided', values: { count: 2 }, severity: 'missing' },
    ]);
  });

  it('which decision lacks its reason, unless it adopts', () => {
    const blank = { ar: ' ', en: '' };
    expect(decide('pve-46-b', { reason: blank })).toEqual(['missing noReason decisions.pve-46-b.reason']);
    expect(decide('pve-40', { reason: blank })).toEqual([]);
  });

  it('what is wrong with a merger', () => {
    const path = 'decisions.pve-46-a.mergedInto';
    expect(decide('pve-46-a', { mergedInto: null })).toEqual([`missing noMergeTarget ${path}`]);
    expect(decide('pve-46-a', { mergedInto: 'pve-46-a' })).toEqual([`wrong mergedIntoItself ${path}`]);
    expect(decide('pve-46-a', { mergedInto: 'pve-46-b' })).toEqual([`wrong mergeTargetNotTaken ${path}`]);
    const circle = decide('pve-46-c', { decision: 'merge', mergedInto: 'pve-46-a' });
    expect(circle).toContain('wrong mergedInCircle decisions.pve-46-a.mergedInto');
    expect(circle).toContain('wrong mergedInCircle decisions.pve-46-c.mergedInto');
  });

  it('which recommendation taken up has no action', () => {
    expect(ofAction((action) => (action.recommendations = ['pve-40', 'pve-50-a', 'pve-44-b']))).toEqual([
      'missing noAction decisions.pve-55-d.decision',
    ]);
  });

  it('which driver rated high no objective answers', () => {
    const found = after(({ direction }) => {
      for (const objective of Object.values(direction.objectives))
        objective.drivers = objective.drivers.filter((driver) => driver !== 'prisons');
    });
    expect(found).toEqual(['missing driverWithoutObjective situation.drivers.prisons.rating']);
  });
});

describe('of an action it is told', () => {
  it('what is missing', () => {
    const empty = after((changed) => {
      changed.actions = { [absent]: planSchema.parse({ actions: { [absent]: {} } }).actions[absent] as Action };
    }).filter((each) => each.includes(absent));
    expect(empty.map((each) => each.split(' ')[1])).toEqual([
      'noRecommendation',
      'noObjective',
      'noLead',
      'noDates',
      'noDates',
      'noCost',
      'noIndicator',
    ]);
  });

  it('that its lead agency is among its partners', () => {
    expect(ofAction((action) => action.partners.push(action.leadAgency ?? ''))).toEqual([
      'missing leadIsPartner partners',
    ]);
  });

  it('that its funding is more than its cost, to the cent', () => {
    const funding = Object.values(own().funding).reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(ofAction((action) => (action.cost = `${funding}.00`))).toEqual([]);
    expect(ofAction((action) => (action.cost = `${funding - 1}.99`))).toEqual(['wrong fundingExceedsCost funding']);
  });

  it('that a source comes in a year outside the plan, or in none', () => {
    const source = idOf(own().funding);
    expect(ofAction((action) => (one(action.funding).year = 2032))).toEqual([
      `missing fundingOutsidePlan funding.${source}.year`,
    ]);
    expect(ofAction((action) => (one(action.funding).year = null))).toEqual([
      `missing noFundingYear funding.${source}.year`,
    ]);
    expect(ofAction((action) => (one(action.funding).amount = ''))).toEqual([
      `missing noFundingAmount funding.${source}.amount`,
    ]);
  });

  it('what an indicator lacks', () => {
    const indicator = idOf(own().indicators);
    const clear = { baseline: '', baselineYear: null, target: '', targetYear: null, verification: { ar: '', en: '' } };
    expect(ofAction((action) => Object.assign(one(action.indicators), clear))).toEqual(
      ['noBaseline', 'noBaselineYear', 'noTarget', 'noTargetYear', 'noVerification'].map(
        (code, index) => `missing ${code} indicators.${indicator}.${Object.keys(clear)[index]}`,
      ),
    );
    expect(ofAction((action) => (one(action.indicators).targetYear = 2025))).toEqual([
      `wrong targetBeforeBaseline indicators.${indicator}.targetYear`,
    ]);
  });

  it('which risk nothing is done about', () => {
    expect(ofAction((action) => (one(action.risks).mitigation = { ar: '', en: ' ' }))[0]).toMatch(
      /^missing noMitigation/,
    );
  });
});

test('whatever a plan holds, its problems lead to fields that are there, in the document’s order', () => {
  fc.assert(
    fc.property(anyPlan(), (any) => {
      const found = problems(any);
      const places = leaves(outline(any)).map((leaf) => leaf.path);
      const place = (path: string) => places.findIndex((each) => each === path || each.startsWith(`${path}.`));
      const order = found.map(({ path }) => place(path)).filter((each) => each >= 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { path, code } of found) {
        expect(problemCodes).toContain(code);
        expect(steps).toContain(stepOf(path));
      }
    }),
    { numRuns: 40 },
  );
});
