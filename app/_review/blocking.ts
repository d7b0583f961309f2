import { type Problem, problems } from '#plan/problems';
import type { Plan } from '#plan/schema';

/**
 * The problems that hold back a submission: those that would make the document wrong, such as an end before its start.
 * What is only missing is advice, and holds nothing back.
 */
export const blocking = (plan: Plan): Problem[] => problems(plan).filter(({ severity }) => severity === 'wrong');
