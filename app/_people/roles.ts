/** What a person is in one country. */
export const countryRoles = ['coordinator', 'drafter', 'contributor', 'viewer'] as const;
export type CountryRole = (typeof countryRoles)[number];

/** What a person is for the whole installation. None of these opens a plan by itself: an adviser needs a country’s grant. */
export const duties = ['administrator', 'adviser', 'steward'] as const;
export type Duty = (typeof duties)[number];

/** How far a country lets an adviser into a plan: to the versions that it sent, or to what is being written as well. */
export const scopes = ['sent', 'drafts'] as const;
export type Scope = (typeof scopes)[number];

/** Who asks, with all that decides what they may do. Made by `#server/session` alone. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  duties: Duty[];
  memberships: { countryId: string; role: CountryRole }[];
  assignments: { planId: string; part: string }[];
  /** Of an adviser: the plans that countries let them into, and haven’t ended. */
  grants: { planId: string; countryId: string; scope: Scope }[];
};

/**
 * What a deed is done to. A deed of a country needs `countryId`; a contributor’s and an adviser’s need `planId`, and a
 * contributor’s `part` for parts.
 */
export type Thing = { countryId?: string; planId?: string; part?: string };

/**
 * `assigned`: a contributor may, where something of the plan ('plan') or this very part ('part') is assigned to them.
 * `granted`: an adviser may, whom the country let in at least that far.
 */
type Rule =
  | { duties: readonly Duty[] }
  | { roles: readonly CountryRole[]; assigned?: 'plan' | 'part'; granted?: Scope };

const team = ['coordinator', 'drafter', 'viewer'] as const;
const writers = ['coordinator', 'drafter'] as const;

/** Every deed and who may do it. What stands in no row may be done by nobody. */
const rules = {
  'country.list': { duties: ['administrator'] },
  'country.create': { duties: ['administrator'] },
  'coordinator.invite': { duties: ['administrator'] },
  'duty.invite': { duties: ['administrator'] },
  'audit.read': { duties: ['administrator'] },
  'health.read': { duties: ['administrator'] },
  'catalogue.correct': { duties: ['steward'] },
  'people.manage': { roles: ['coordinator'] },
  'plan.create': { roles: ['coordinator'] },
  'plan.import': { roles: ['coordinator'] },
  'plan.delete': { roles: ['coordinator'] },
  'part.assign': { roles: ['coordinator'] },
  /** To have the plan in one's list and open its pages; of a contributor’s, only the assigned parts have content. */
  'plan.open': { roles: team, assigned: 'plan', granted: 'drafts' },
  /** To read all of it. */
  'plan.read': { roles: team, granted: 'drafts' },
  'plan.print': { roles: team },
  'plan.export': { roles: team },
  'part.read': { roles: team, assigned: 'part', granted: 'drafts' },
  'part.edit': { roles: writers, assigned: 'part' },
  'grant.manage': { roles: ['coordinator'] },
  'review.send': { roles: ['coordinator'] },
  'review.withdraw': { roles: ['coordinator'] },
  'plan.adopt': { roles: ['coordinator'] },
  /** To open the review of a plan; of a contributor’s, only what is said of the assigned parts is there. */
  'review.open': { roles: team, assigned: 'plan', granted: 'sent' },
  /** To read the versions that were sent, what was decided and what was adopted. */
  'review.read': { roles: team, granted: 'sent' },
  'comment.read': { roles: team, assigned: 'part', granted: 'sent' },
  'review.comment': { roles: writers, assigned: 'part', granted: 'sent' },
  /** To write what the other side doesn’t see. */
  'review.note': { roles: writers, assigned: 'part', granted: 'sent' },
  /** To close a thread, and to open it again. */
  'review.resolve': { roles: writers, granted: 'sent' },
  /** To say what the country did with a comment and why, and who of the country sees to it. */
  'review.answer': { roles: writers },
  'suggestion.make': { roles: [], granted: 'sent' },
  'suggestion.answer': { roles: writers, assigned: 'part' },
  /** To work through the criteria, and to return a plan or clear it. */
  'review.decide': { roles: [], granted: 'sent' },
  'desk.open': { duties: ['adviser'] },
  'remark.keep': { duties: ['adviser'] },
} as const satisfies Record<string, Rule>;

export type Deed = keyof typeof rules;
export const deeds = Object.keys(rules) as Deed[];

/** The person’s role in a country, or null. */
export function roleIn(actor: Actor, countryId: string): CountryRole | null {
  return actor.memberships.find((membership) => membership.countryId === countryId)?.role ?? null;
}

function isAssigned(actor: Actor, thing: Thing, extent: 'plan' | 'part'): boolean {
  return actor.assignments.some(
    ({ planId, part }) => planId === thing.planId && (extent === 'plan' || part === thing.part),
  );
}

function isGranted(actor: Actor, thing: Thing, least: Scope): boolean {
  if (!actor.duties.includes('adviser')) return false;
  return actor.grants.some(
    ({ planId, countryId, scope }) =>
      planId === thing.planId && countryId === thing.countryId && (least === 'sent' || scope === 'drafts'),
  );
}

/**
 * Whether a person may do a deed to a thing. Signed out (`null`), nobody may do anything.
 * @param thing a deed of a country is refused without its `countryId`
 */
export function can(actor: Actor | null, deed: Deed, thing: Thing = {}): boolean {
  if (!actor) return false;
  const rule: Rule = rules[deed];
  if ('duties' in rule) return rule.duties.some((duty) => actor.duties.includes(duty));
  if (!thing.countryId) return false;
  const role = roleIn(actor, thing.countryId);
  // Who belongs to the country is of its side, whatever else they are.
  if (!role) return rule.granted !== undefined && isGranted(actor, thing, rule.granted);
  if (rule.roles.includes(role)) return true;
  return role === 'contributor' && rule.assigned !== undefined && isAssigned(actor, thing, rule.assigned);
}
