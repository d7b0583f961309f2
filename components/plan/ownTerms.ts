import { inOrder, type Plan } from '#plan/schema';
import type { Term } from './Terms.tsx';

/** The terms that a plan itself explains. */
export const ownTerms = ({ about }: Plan): Term[] =>
  inOrder(about.definitions).map(({ id, term, meaning }) => ({ id, term, meaning }));
