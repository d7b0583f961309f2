import { terms } from '../../../../components/plan/termEntries.ts';

export const dynamic = 'force-static';

/** The field’s terms in both languages, for pages that open them beside the work. The same for everyone. */
export function GET(): Response {
  return Response.json(terms);
}
