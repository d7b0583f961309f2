import type { Language } from '#plan/schema';
import { wordDifference } from '#plan/wordDifference';
import { Passage } from '#ui/Pair';

// Room at their ends keeps Arabic letters of the one from joining those of the other.
const looks = { same: '', removed: 'px-0.5 bg-warm-soft line-through', added: 'px-0.5 bg-good-soft underline' };

/** What was changed of a text, word by word, in its own direction: said in words to who can’t see it. */
export function Difference({
  language,
  before,
  after,
  words,
}: {
  language: Language;
  before: string;
  after: string;
  words: Record<'added' | 'removed', string>;
}) {
  return (
    <Passage lang={language} className="mt-1 whitespace-pre-line border-s-2 border-line ps-3">
      {wordDifference(before, after).map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key} className={looks[kind]}>
            <span className="sr-only">[{words[kind]}: </span>
            {text}
            <span className="sr-only">] </span>
          </Mark>
        );
      })}
    </Passage>
  );
}
