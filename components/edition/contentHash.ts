import { createHash } from 'node:crypto';
import { writePlanDocument } from '#plan/exchange';
import type { Plan } from '#plan/schema';

/**
 * The SHA-256 (FIPS 180-4) of a plan’s document as it is taken along, in lower-case hexadecimal: who has that file can
 * compute it with any tool, and so tell whether a print is of that very content.
 */
export const contentHash = (plan: Plan): string => createHash('sha256').update(writePlanDocument(plan)).digest('hex');
