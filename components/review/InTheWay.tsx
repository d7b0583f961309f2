import type { Problem } from '#plan/problems';
import { Notice } from '#ui/Notice';
import type { Open } from '../plan/open.ts';
import { hrefOf, placeOf } from '../plan/place.ts';
import { checkSentences } from '../plan/sentences.ts';

type Place = Pick<Open, 'id' | 'plan' | 'locale' | 'messages'>;

/** What would make the document wrong, each linked to its field. A refused form leads here by the id. */
export async function InTheWay({
  id,
  open,
  problems,
  title,
  text,
}: {
  id: string;
  open: Place;
  problems: readonly Problem[];
  title: string;
  text?: string;
}) {
  const { problem: sentence } = await checkSentences(open.locale);
  return (
    <div id={id} tabIndex={-1}>
      <Notice tone="warm" title={title}>
        {text && <p>{text}</p>}
        <ul className="mt-1 grid gap-1">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>
              <a href={hrefOf(problem.path, open)} className="text-blue underline underline-offset-4">
                <bdi>{placeOf(problem.path, open)}</bdi>
              </a>
              : {sentence(problem)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
