import type { CriterionId } from '#catalogue/criteria';
import { drivers } from '#catalogue/drivers';
import { normalize } from '#catalogue/search';
import { each, eachAction, holds, type Rule, written } from './criterion.ts';
import { hasText } from './outline.ts';
import { type Bilingual, inOrder } from './schema.ts';

const said = (text: Bilingual, words: RegExp) => words.test(normalize(text.ar)) || words.test(normalize(text.en));
const numbered = (text: Bilingual) => /\p{Nd}/u.test(text.ar + text.en);
const rights = /human rights|rule of law|international law|حقوق الانسان|سياده القانون|القانون الدولي/;

/** Criteria that the plan's own account of itself answers: its authority, its analysis, its direction. */
export const textRules = {
  ownership: ({ plan: { about } }) => [
    written(about.adoptingAuthority, 'about.adoptingAuthority'),
    holds(numbered(about.adoptingAuthority), 'about.adoptingAuthority', 'noNumber'),
  ],
  'international-law': (facts) => {
    const { direction, about } = facts.plan;
    const texts = [
      ...inOrder(direction.principles).map((principle) => principle.text),
      direction.vision,
      about.summary,
    ];
    return [
      holds(
        texts.some((text) => said(text, rights)),
        'direction.principles',
        'noRightsStatement',
      ),
      eachAction(facts, ({ safeguards }) => hasText(safeguards), 'safeguards', 'actionsWithoutSafeguards'),
    ];
  },
  'drivers-analysis': ({ plan }) => [
    holds(
      Object.values(plan.situation.drivers).some(({ rating, evidence }) => weighed.has(rating) && hasText(evidence)),
      'situation.drivers',
      'noDriver',
    ),
    each(inOrder(plan.direction.objectives), (objective) => objective.drivers.length > 0, {
      list: 'direction.objectives',
      field: 'drivers',
      code: 'objectivesWithoutDriver',
      none: 'noObjective',
    }),
  ],
  'h-threat-analysis': ({ plan: { situation } }) => {
    const assessed = (id: string) => (situation.drivers[id]?.rating ?? 'notAssessed') !== 'notAssessed';
    const open = drivers.filter(({ id }) => !assessed(id)).length;
    return [
      ...(['structuralContext', 'radicalizationProcesses'] as const).map((category) =>
        holds(
          drivers.some((driver) => {
            const found = situation.drivers[driver.id];
            return driver.category === category && found && assessed(driver.id) && hasText(found.evidence);
          }),
          'situation.drivers',
          'categoryUnassessed',
          { category },
        ),
      ),
      { ...holds(false, 'situation.drivers', 'driversUnassessed', { count: open }), held: 1 - open / drivers.length },
    ];
  },
  'ct-complement': ({ plan: { about } }) => [written(about.counterTerrorismStrategy, 'about.counterTerrorismStrategy')],
  'legal-basis': ({ plan: { about } }) => [written(about.legalBasis, 'about.legalBasis')],
  'h-stocktake': ({ plan: { situation } }) => [written(situation.stocktake, 'situation.stocktake')],
  'h-do-no-harm': (facts) => [
    written(facts.plan.situation.harm, 'situation.harm'),
    eachAction(
      facts,
      ({ risks }) => Object.values(risks).some(({ risk, mitigation }) => hasText(risk) && hasText(mitigation)),
      'risks',
      'actionsWithoutRisk',
    ),
  ],
  'h-dissemination': ({ plan: { communication } }) => [
    written(communication.dissemination, 'communication.dissemination'),
  ],
  'h-process': ({ plan }) => [
    written(plan.situation.assessment, 'situation.assessment'),
    each(inOrder(plan.consultations), ({ result }) => hasText(result), {
      list: 'consultations',
      field: 'result',
      code: 'consultationsIncomplete',
      none: 'noConsultation',
    }),
  ],
  'u-commitment': ({ plan: { about } }) => [written(about.foreword, 'about.foreword')],
  'm-toc': (facts) => {
    const objectives = inOrder(facts.plan.direction.objectives);
    const at = { list: 'direction.objectives', none: 'noObjective' } as const;
    return [
      written(facts.plan.direction.theoryOfChange, 'direction.theoryOfChange'),
      each(objectives, (objective) => objective.drivers.length > 0, {
        ...at,
        field: 'drivers',
        code: 'objectivesWithoutDriver',
      }),
      each(objectives, ({ id }) => facts.actions.some((action) => action.objective === id), {
        ...at,
        code: 'objectivesWithoutAction',
      }),
      eachAction(
        facts,
        ({ indicators }) => Object.keys(indicators).length > 0,
        'indicators',
        'actionsWithoutIndicator',
      ),
    ];
  },
} satisfies Partial<Record<CriterionId, Rule>>;

const weighed = new Set(['low', 'medium', 'high']);
