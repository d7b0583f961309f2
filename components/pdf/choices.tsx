import { areas, isVerified, recommendations, recommendationsIn } from '#catalogue/recommendations';
import { coverage } from '#plan/coverage';
import { type Bilingual, inOrder, type Language } from '#plan/schema';
import { paragraphNumber, recommendationTitle } from '../edition/catalogue.ts';
import { alike, changed, dot, type Edition, figures, isBlank, joined, label, say } from '../edition/edition.ts';
import { comma, linkTo } from '../edition/value.ts';
import { type BarLine, Bars, Legend } from './bars.tsx';
import { type Chapter, textChapter } from './chapter.tsx';
import { half, Pair, Prose, Row, Section } from './facing.tsx';
import { inLine } from './fields.tsx';
import { Block, Passage } from './tagged.tsx';

const decisions = ['adopt', 'adapt', 'merge', 'defer', 'notApplicable', 'undecided'] as const;

const decisionOf = (edition: Edition, id: string) => edition.plan.decisions[id]?.decision ?? 'undecided';
const decisionName = (edition: Edition, decision: string): Bilingual =>
  edition.words.both(`plan.options.decision.${decision}`);

/** What the country makes of the recommendations, area by area, at a glance. */
export function choicesChapter(edition: Edition, number: Bilingual): Chapter {
  return textChapter(
    edition,
    { key: 'choices', title: say(edition, 'chapters.choices'), number },
    <>
      <Prose edition={edition} text={say(edition, 'choices.intro')} />
      <Coverage edition={edition} />
      {areas.map((area) => {
        const all = recommendationsIn(area);
        if (all.length === 0) return null;
        const counts = decisions
          .map((decision) => ({
            decision,
            count: all.filter(({ id }) => decisionOf(edition, id) === decision).length,
          }))
          .filter(({ count }) => count > 0)
          .map(({ decision, count }) => {
            const figure = figures(edition).label(count);
            return changed(decisionName(edition, decision), (name, language) => `${name}: ${figure[language]}`);
          });
        return (
          <Block key={area} style={{ marginBottom: 10 }}>
            <Section edition={edition} text={edition.words.both(`catalogue.areas.${area}`)} above={10} />
            <Pair edition={edition} text={joined(counts, dot)} as="note" below={3} keep={30} />
            {all.map(({ id }) => (
              <ChoiceLine key={id} edition={edition} id={id} />
            ))}
          </Block>
        );
      })}
    </>,
  );
}

/** How many recommendations of each area are taken up, put aside, or not decided yet. */
function Coverage({ edition }: { edition: Edition }) {
  const found = coverage(edition.plan).areas.filter(({ of }) => of > 0);
  const most = Math.max(...found.map(({ of }) => of));
  const write = figures(edition);
  const lines = found.map(({ area, of, taken, decisions: { undecided } }): BarLine => {
    const counts = { taken, aside: of - taken - undecided, undecided };
    const values = (language: Language) => ({
      of: write.label(of)[language],
      taken: write.label(counts.taken)[language],
      undecided: write.label(counts.undecided)[language],
    });
    return {
      key: area,
      name: edition.words.both(`catalogue.areas.${area}`),
      parts: tonesOfChoice.map(({ key, tone }) => ({ key, tone, share: counts[key] / most })),
      figure: say(edition, 'choices.counts', { ar: values('ar'), en: values('en') }),
    };
  });
  return (
    <>
      <Section edition={edition} text={say(edition, 'choices.coverage')} above={6} />
      <Legend
        edition={edition}
        entries={tonesOfChoice.map(({ key, tone }) => ({ tone, name: say(edition, `choices.tones.${key}`) }))}
      />
      <Bars edition={edition} lines={lines} />
    </>
  );
}

const tonesOfChoice = [
  { key: 'taken', tone: 'full' },
  { key: 'aside', tone: 'half' },
  { key: 'undecided', tone: 'open' },
] as const;

function ChoiceLine({ edition, id }: { edition: Edition; id: string }) {
  const number = paragraphNumber(edition, id);
  const title = recommendationTitle(edition, id);
  const decision = decisionName(edition, decisionOf(edition, id));
  return (
    <Row edition={edition} style={{ marginBottom: 1.5 }}>
      {(language, width) => (
        <Block key={language} style={half(language, width)}>
          <Passage
            language={language}
            as="smallStrong"
            {...linkTo(edition, 'correspondence', `#recommendation-${id}`)}
            style={{ width: width * 0.14 }}
          >
            {number[language]}
          </Passage>
          <Passage language={language} as="small" style={{ width: width * 0.6 }}>
            {title[language]}
          </Passage>
          <Passage language={language} as="note" style={{ width: width * 0.26, paddingLeft: 5, paddingRight: 5 }}>
            {decision[language]}
          </Passage>
        </Block>
      )}
    </Row>
  );
}

/** After the name of an area: a recommendation’s title of two lines, and what that keeps with it. */
const KEPT = 80;

/** Every recommendation of A/70/674 with the country’s decision, its reason, and the actions that carry it out. */
export function correspondenceChapter(edition: Edition, title: Bilingual): Chapter {
  const known = new Set<string>(recommendations.map(({ id }) => id));
  const retired = Object.keys(edition.plan.decisions).filter((id) => !known.has(id));
  return textChapter(
    edition,
    { key: 'correspondence', title, listed: 'annex' },
    <>
      <Prose edition={edition} text={say(edition, 'correspondence.intro')} />
      {areas.map((area) => (
        <Block key={area}>
          <Section edition={edition} text={edition.words.both(`catalogue.areas.${area}`)} keep={KEPT} />
          {recommendationsIn(area).map((recommendation) => (
            <Correspondence
              key={recommendation.id}
              edition={edition}
              id={recommendation.id}
              provenance={edition.words.both(
                `catalogue.provenance.${isVerified(recommendation) ? 'verified' : 'unverified'}`,
              )}
            />
          ))}
        </Block>
      ))}
      {retired.map((id) => (
        <Correspondence key={id} edition={edition} id={id} provenance={alike('')} />
      ))}
    </>,
  );
}

function Correspondence({ edition, id, provenance }: { edition: Edition; id: string; provenance: Bilingual }) {
  const decision = edition.plan.decisions[id];
  const number = paragraphNumber(edition, id);
  const write = figures(edition);
  const direct = inOrder(edition.plan.actions).filter((action) => action.recommendations.includes(id));
  const actions = joined(
    direct.map((action) => write.label(edition.numbers.get(action.id) ?? '')),
    comma,
  );
  const facts = [
    { label: label(edition, 'decisions.decision'), text: decisionName(edition, decisionOf(edition, id)) },
    {
      label: label(edition, 'decisions.mergedInto'),
      text: decision?.mergedInto ? paragraphNumber(edition, decision.mergedInto) : alike(''),
    },
    {
      label: label(edition, 'decisions.priority'),
      text:
        decision && decision.priority !== 'none'
          ? edition.words.both(`plan.options.priority.${decision.priority}`)
          : alike(''),
    },
    {
      label: label(edition, 'decisions.drivers'),
      text: joined(
        (decision?.drivers ?? []).map((driver) => edition.words.both(`catalogue.drivers.${driver}.title`)),
        { ar: '؛ ', en: '; ' },
      ),
    },
    { label: say(edition, 'correspondence.actions'), text: actions },
    { label: edition.words.both('catalogue.provenance.label'), text: provenance },
  ].filter((fact) => !isBlank(fact.text));
  return (
    <Block style={{ marginBottom: 9 }} id={`recommendation-${id}`}>
      <Pair
        edition={edition}
        text={changed(recommendationTitle(edition, id), (title, language) => `${number[language]} – ${title}`)}
        as="smallStrong"
        role="H3"
        below={2}
        keep={40}
        ruled
      />
      {decision && !isBlank(decision.reason) ? (
        <Prose edition={edition} text={decision.reason} as="small" below={3} />
      ) : null}
      <Pair edition={edition} text={inLine(facts)} as="note" />
    </Block>
  );
}
