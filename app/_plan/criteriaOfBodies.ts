import type { CriterionId } from '#catalogue/criteria';
import { normalize } from '#catalogue/search';
import { each, eachAction, type Facts, holds, type Rule, written } from './criterion.ts';
import { hasText } from './outline.ts';
import { type Agency, type Bilingual, inOrder } from './schema.ts';

// As words are after `normalize`. A body that does the same under another name is for the person's own answer to say.
const sectors = {
  education: /educat|school|teach|تعليم|تربيه|تربوي/,
  social: /social|welfare|famil|اجتماعي|اسره/,
  youth: /youth|young|شباب/,
  religious: /relig|endowment|awqaf|faith|islamic|ديني|اوقاف|اسلاميه/,
} as const;

const voices = {
  women: /\bwom[ae]n|\bgirls?\b|نسا|نسويه|مراه|فتيات/,
  youth: /youth|young|شباب|شابات|شبان/,
} as const;

const governmental = new Set<Agency['kind']>(['ministry', 'authority', 'local', 'parliament', 'judiciary']);
const outside = new Set<Agency['kind']>(['civilSociety', 'religious', 'academia', 'privateSector', 'media']);

const said = (text: Bilingual, words: RegExp) => words.test(normalize(text.ar)) || words.test(normalize(text.en));

/** The bodies with a task: those that lead an action or are a partner in one. */
function tasked({ plan, actions }: Facts): Agency[] {
  const ids = new Set(actions.flatMap((action) => [action.leadAgency, ...action.partners]));
  return [...ids].flatMap((id) => (id === null ? [] : (plan.agencies[id] ?? [])));
}

/** Criteria about who takes part: government, society, coordination, accountability. */
export const bodyRules = {
  'whole-of-government': (facts) => {
    const bodies = tasked(facts).filter(({ kind }) => governmental.has(kind));
    return Object.entries(sectors).map(([sector, words]) =>
      holds(
        bodies.some(({ name }) => said(name, words)),
        'agencies',
        'sectorAbsent',
        { sector },
      ),
    );
  },
  'whole-of-society': ({ plan }) => [
    each(inOrder(plan.consultations), ({ who, how, date }) => hasText(who) && hasText(how) && date !== '', {
      list: 'consultations',
      code: 'consultationsIncomplete',
      none: 'noConsultation',
    }),
  ],
  'h-roles': (facts) => [
    eachAction(facts, ({ leadAgency }) => leadAgency !== null, 'leadAgency', 'actionsWithoutLead'),
    eachAction(facts, ({ partners }) => partners.length > 0, 'partners', 'actionsWithoutPartner'),
    written(facts.plan.coordination.body, 'coordination.body'),
  ],
  'h-levels': (facts) => [
    eachAction(facts, ({ level }) => level !== 'unstated', 'level', 'actionsWithoutLevel'),
    written(facts.plan.coordination.divisionOfWork, 'coordination.divisionOfWork'),
  ],
  'h-accountability': ({ plan: { coordination } }) => [
    written(coordination.accountability, 'coordination.accountability'),
  ],
  'h-nongov-ownership': (facts) => {
    const kindOf = (id: string | null) => (id === null ? undefined : facts.plan.agencies[id]?.kind);
    const isOutside = (id: string | null) => outside.has(kindOf(id) ?? 'unstated');
    const led = facts.actions.some((action) => isOutside(action.leadAgency));
    const shared = facts.actions.some((action) => action.partners.some(isOutside));
    const first = facts.actions[0];
    const path = first ? `actions.${first.id}.leadAgency` : 'actions';
    return [{ ...holds(led, path, 'noOutsideLead'), held: led ? 1 : shared ? 0.5 : 0 }];
  },
  'h-all-actors': ({ plan }) => {
    const agencies = Object.values(plan.agencies);
    const kinds = new Set(agencies.map(({ kind }) => kind).filter((kind) => kind !== 'unstated'));
    const levels = new Set(agencies.map(({ level }) => level).filter((level) => level !== 'unstated'));
    const names = [...agencies.map(({ name }) => name), ...Object.values(plan.consultations).map(({ who }) => who)];
    return [
      holds(kinds.size >= 4 && [...kinds].some((kind) => outside.has(kind)), 'agencies', 'fewKinds', {
        count: kinds.size,
      }),
      holds(levels.size >= 2, 'agencies', 'fewLevels', { count: levels.size }),
      ...Object.entries(voices).map(([voice, words]) =>
        holds(
          names.some((name) => said(name, words)),
          'agencies',
          'voiceAbsent',
          { voice },
        ),
      ),
    ];
  },
  'h-coordination': ({ plan: { coordination } }) => [
    written(coordination.body, 'coordination.body'),
    holds(coordination.members.length > 0, 'coordination.members', 'noMember'),
    written(coordination.rhythm, 'coordination.rhythm'),
  ],
} satisfies Partial<Record<CriterionId, Rule>>;
