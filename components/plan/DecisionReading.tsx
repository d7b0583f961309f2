import { ChoiceItem } from './ChoiceContext.tsx';
import type { FormField, Frame } from './form.ts';
import { Reading } from './Reading.tsx';
import { type DecisionWords, RecommendationHead, type RecommendationTexts } from './RecommendationHead.tsx';

/** A decision for someone who reads. */
export function DecisionReading({
  texts,
  fields,
  values,
  frame,
  words,
}: {
  texts: RecommendationTexts;
  fields: readonly FormField[];
  values: unknown;
  frame: Frame;
  words: DecisionWords;
}) {
  return (
    <ChoiceItem id={texts.id}>
      <div className="grid gap-2">
        <RecommendationHead texts={texts} words={words} />
        <details>
          <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
            {words.more}
            <span className="sr-only">: {texts.title}</span>
          </summary>
          <div className="grid gap-4 border-s-2 border-line py-3 ps-4">
            <p className="max-w-prose text-muted">{texts.summary}</p>
            <Reading fields={fields} values={values} frame={frame} />
          </div>
        </details>
      </div>
    </ChoiceItem>
  );
}
