import { isCode } from '#review/editionCode';
import type { VerifiedEdition } from '#review/verified';
import { mayTryThing } from './attempts.ts';
import { database } from './database.ts';

type Row = Record<'countryAr' | 'countryEn' | 'titleAr' | 'titleEn' | 'authorityAr' | 'authorityEn', string> &
  Pick<VerifiedEdition, 'decree' | 'adoptedOn' | 'since'> &
  (NonNullable<VerifiedEdition['file']> | { format: null });

export type Verification = { ok: true; editions: VerifiedEdition[] } | { ok: false; code: 'tooMany' };

/** How often one network may ask in a quarter of an hour: a whole ministry may look at its plan on one day. */
const MOST = 300;

/**
 * Of which adopted edition a hash is: its code, or that of a file that was printed of it. None where nobody here knows it;
 * several where one text was adopted for several plans. Anyone may ask; what isn’t a whole hash is known to nobody.
 * @param network from which it is asked
 */
export async function verify(hash: string, network: string): Promise<Verification> {
  if (!(await mayTryThing(`verify ${network}`, MOST, 15))) return { ok: false, code: 'tooMany' };
  return { ok: true, editions: await editionsOf(hash) };
}

/** `verify` without counting who asks. */
export async function editionsOf(hash: string): Promise<VerifiedEdition[]> {
  if (!isCode(hash)) return [];
  const rows = await database().$queryRaw<Row[]>`SELECT * FROM edition_by_hash(${hash})`;
  return rows.map(
    ({ countryAr, countryEn, titleAr, titleEn, authorityAr, authorityEn, decree, adoptedOn, since, ...file }) => ({
      country: { ar: countryAr, en: countryEn },
      title: { ar: titleAr, en: titleEn },
      authority: { ar: authorityAr, en: authorityEn },
      ...{ decree, adoptedOn, since },
      file: file.format === null ? null : file,
    }),
  );
}
