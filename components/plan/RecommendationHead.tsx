import { Tag } from '#ui/Tag';

/** A recommendation as a row of the choice tells it: texts of the catalogue, never the country’s. */
export type RecommendationTexts = {
  id: string;
  paragraph: string;
  title: string;
  summary: string;
  href: string;
  /** Where its decision stands by itself. */
  page: string;
  /** How its text is known, where it isn’t compared with the paragraph itself. */
  provenance: string | null;
  /** Why it is suggested to this country, where it is. */
  suggestion: string | null;
};

export type DecisionWords = {
  paragraph: string;
  unverified: string;
  more: string;
  text: string;
  page: string;
  reasonAsked: string;
  recommendation: string;
  select: string;
};

/** The paragraph, the title in our words, and whether that was compared with the official text. */
export function RecommendationHead({ texts, words }: { texts: RecommendationTexts; words: DecisionWords }) {
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-base">
        <span className="me-2 text-sm font-normal whitespace-nowrap text-muted">
          {words.paragraph} <bdi>{texts.paragraph}</bdi>
        </span>
        {texts.title}
      </h3>
      {texts.suggestion && <p className="text-sm text-muted">{texts.suggestion}</p>}
      {texts.provenance && (
        <p>
          <Tag>
            {words.unverified} · {texts.provenance}
          </Tag>
        </p>
      )}
    </div>
  );
}
