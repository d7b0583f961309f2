/** What a person is in one country. */
export const countryRoles = ['coordinator', 'drafter', 'contributor', 'viewer'] as const;
export type CountryRole = (typeof countryRoles)[number];

/** What a person is for the whole installation. None of these opens a plan. */
export const duties = ['administrator', 'adviser', 'steward'] as const;
export type Duty = (typeof duties)[number];

/** Who asks, with all that decides what they may do. Made by `#server/session` alone. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  duties: Duty[];
  memberships: { countryId: string; role: CountryRole }[];
  assignments: { planId: string; part: string }[];
};

/** What a deed is done to. A deed of a country needs `countryId`; a contributor’s needs `planId`, and `part` for parts. */
export type Thing = { countryId?: string; planId?: string; part?: string };

/** `assigned`: a contributor may, where something of the plan ('plan') or this very part ('part') is assigned to them. */
type Rule = { duties: readonly Duty[] } | { roles: readonly CountryRole[]; assigned?: 'plan' | 'part' };

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
  'plan.open': { roles: team, assigned: 'plan' },
  /** To read all of it. */
  'plan.read': { roles: team },
  'plan.print': { roles: team },
  'plan.export': { roles: team },
  'part.read': { roles: team, assigned: 'part' },
  'part.edit': { roles: writers, assigned: 'part' },
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
  if (!role) return false;
  if (rule.roles.includes(role)) return true;
  return role === 'contributor' && rule.assigned !== undefined && isAssigned(actor, thing, rule.assigned);
}
