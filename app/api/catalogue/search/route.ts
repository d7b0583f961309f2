import { searchEntries } from '../../../../components/plan/searchEntries.ts';

export const dynamic = 'force-static';

/** What the recommendations are found by, for pages that search as one types. The same for everyone. */
export function GET(): Response {
  return Response.json(searchEntries);
}
