import { bankEntries } from '../../../../components/plan/bankEntries.ts';

export const dynamic = 'force-static';

/** Examples of indicators in both languages, for who wants to begin from one. The same for everyone. */
export function GET(): Response {
  return Response.json(bankEntries);
}
