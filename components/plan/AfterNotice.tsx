import { LEFT_ID } from '#plan/afterForm';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Notice } from '#ui/Notice';
import { fill } from './form.ts';
import { useFrame } from './PlanFrame.tsx';

/** What became of the form that led to this page: saved, or what is left to do, each linked to its field. */
export function AfterNotice() {
  const { after, words } = useFrame();
  if (!after) return null;
  if (after.left.length === 0) return <Notice tone="good">{words.plain.saved}</Notice>;
  const say = (code: string) => (code === 'clash' ? words.clash.title : fieldError(code, words.errors));
  return (
    <div id={LEFT_ID}>
      <ErrorSummary
        title={words.plain.left}
        errors={after.left.map(({ path, place, code }) => ({
          id: path,
          message: fill(words.plain.taken, { place, message: say(code) }),
        }))}
      />
    </div>
  );
}

/** Why an answer isn’t stored, by its code. */
export const fieldError = (code: string, errors: Record<string, string> & { refused: string }): string =>
  errors[code] ?? errors.refused;
