import type { Plan } from './schema.ts';

/** The steps of the journey, in the order in which the task list shows them. They may be taken in any order. */
export const steps = [
  'about',
  'situation',
  'direction',
  'choose',
  'adapt',
  'people',
  'money',
  'measure',
  'check',
  'export',
] as const;

export type Step = (typeof steps)[number];
export type Section = Exclude<keyof Plan, 'version' | 'progress'>;

/** Which sections of the plan each step fills. */
export const sectionsOf: Record<Step, readonly Section[]> = {
  about: ['languages', 'about'],
  situation: ['situation'],
  direction: ['direction'],
  choose: ['decisions'],
  adapt: ['actions'],
  people: ['agencies', 'coordination', 'consultations'],
  money: ['money'],
  measure: ['measure', 'communication'],
  check: ['criteria'],
  export: [],
};

/** The step that fills the field at a path, so that a problem can link to it. */
export function stepOf(path: string): Step {
  const section = path.split('.')[0] as Section;
  return steps.find((step) => sectionsOf[step].includes(section)) ?? 'about';
}
