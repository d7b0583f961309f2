import { type Criterion, criteria, criteriaSections } from '#catalogue/criteria';
import { type Assessment, assess } from '#plan/criteria';
import { type CatalogueTexts, catalogueTexts } from '#plan/criterion';
import type { Bilingual } from '#plan/schema';
import { changed, type Edition, isBlank, label, say } from '../edition/edition.ts';
import { type Chapter, textChapter } from './chapter.tsx';
import { Pair, Prose, Section } from './facing.tsx';
import { type Fact, Facts, labelled } from './fields.tsx';
import { Block } from './tagged.tsx';

/** Every criterion of a good plan: how the plan stands to it, who says so, what is lacking, and where it is asked for. */
export function criteriaChapter(edition: Edition, title: Bilingual): Chapter {
  const assessed = new Map(assess(edition.whole, recommendationTexts(edition)).map((each) => [each.id, each]));
  return textChapter(
    edition,
    { key: 'criteria', title, listed: 'annex' },
    <>
      <Prose edition={edition} text={say(edition, 'criteria.intro')} />
      {criteriaSections.map((section) => (
        <Block key={section}>
          <Section edition={edition} text={edition.words.both(`catalogue.criteriaSections.${section}`)} keep={80} />
          {criteria
            .filter((criterion) => criterion.section === section)
            .map((criterion) => (
              <CriterionInFull
                key={criterion.id}
                edition={edition}
                criterion={criterion}
                assessment={assessed.get(criterion.id)}
              />
            ))}
        </Block>
      ))}
    </>,
  );
}

/** The catalogue’s own words, against which the rules compare those of the actions. */
function recommendationTexts({ words }: Edition): CatalogueTexts {
  return catalogueTexts(
    words.entries('ar', 'catalogue.recommendations'),
    words.entries('en', 'catalogue.recommendations'),
  );
}

type Props = { edition: Edition; criterion: Criterion; assessment: Assessment | undefined };

function CriterionInFull({ edition, criterion: { id, level }, assessment }: Props) {
  const words = (key: string) => edition.words.both(`catalogue.criteria.${id}.${key}`);
  const reference = words('reference');
  const required = edition.words.both(`catalogue.criteriaLevels.${level}`);
  const note = edition.plan.criteria[id]?.note;
  const facts: Fact[] = [
    ...(assessment ? [{ label: say(edition, 'criteria.state'), text: stateOf(edition, assessment) }] : []),
    {
      label: say(edition, 'criteria.source'),
      text: changed(reference, (text, language) => `${text} (${required[language]})`),
    },
  ];
  return (
    <Block style={{ marginBottom: 8 }} id={`criterion-${id}`}>
      <Pair edition={edition} text={words('criterion')} as="smallStrong" role="H3" below={2} keep={40} ruled />
      <Facts edition={edition} facts={facts} />
      {reasonsOf(assessment).map(({ code, values }) => (
        <Pair
          key={`${code} ${JSON.stringify(values)}`}
          edition={edition}
          as="note"
          text={edition.words.both(`check.reasons.${code}`, values)}
        />
      ))}
      {note && !isBlank(note) ? (
        <Prose edition={edition} as="small" below={2} text={labelled(label(edition, 'criteria.note'), note)} />
      ) : null}
    </Block>
  );
}

/** What the rule found lacking, each thing once: two fields may lack the same. */
const reasonsOf = (assessment: Assessment | undefined) => [
  ...new Map((assessment?.reasons ?? []).map((reason) => [JSON.stringify(reason), reason])).values(),
];

/** “Met (found in the plan)”. */
function stateOf(edition: Edition, { state, byRule }: Assessment): Bilingual {
  const by = say(edition, `criteria.by.${byRule ? 'rule' : 'country'}`);
  const name = edition.words.both(`check.states.${state}`);
  return state === 'unanswered' ? name : changed(name, (text, language) => `${text} (${by[language]})`);
}
