import { adoptedFacts } from '../edition/adopted.ts';
import { type Edition, say } from '../edition/edition.ts';
import { classification } from '../edition/standing.ts';
import { Hairline, Pair, Prose, Row, Section } from './facing.tsx';
import { Facts } from './fields.tsx';
import { Block, Passage } from './tagged.tsx';

const factOf = (edition: Edition, key: 'code' | 'address') => adoptedFacts(edition).find((fact) => fact.key === key);

/** At the foot of the cover of an adopted edition: its code, and where it can be checked. Nothing of a draft. */
export function AdoptedCover({ edition, width }: { edition: Edition; width: number }) {
  const [code, address] = [factOf(edition, 'code'), factOf(edition, 'address')];
  if (!code || !address) return null;
  const isFacing = edition.layout === 'facing';
  const share = (language: 'ar' | 'en') => (isFacing ? width * (language === 'ar' ? 0.58 : 0.4) : width);
  const [only] = edition.languages;
  const main = isFacing ? 'en' : (only ?? 'en');
  return (
    <>
      <Hairline above={10} below={8} />
      <Row edition={edition}>
        {(language) => (
          <Passage key={language} language={language} as="label" style={{ width: share(language) }}>
            {code.label[language]}
          </Passage>
        )}
      </Row>
      <Block style={{ marginTop: 3, marginBottom: 5 }}>
        <Passage language={main} as="smallStrong" style={{ width, ...(isFacing ? { textAlign: 'center' } : {}) }}>
          {code.text[main]}
        </Passage>
      </Block>
      <Row edition={edition}>
        {(language) => (
          <Passage
            key={language}
            language={language}
            as="link"
            style={{ width: share(language) }}
            to={address.to?.[language] ?? ''}
          >
            {`${address.label[language]}: ${address.text[language]}`}
          </Passage>
        )}
      </Row>
    </>
  );
}

/** The last page of an adopted edition: who adopted it, when, and how anyone finds out whether a copy is this edition. */
export function AdoptedImprint({ edition }: { edition: Edition }) {
  const facts = adoptedFacts(edition).filter(({ key }) => key !== 'code' && key !== 'address');
  const [code, address] = [factOf(edition, 'code'), factOf(edition, 'address')];
  const isPublic = edition.options.edition === 'public';
  return (
    <>
      <Facts
        edition={edition}
        facts={[
          ...facts,
          { label: say(edition, 'imprint.classification'), text: classification(edition) },
          { label: say(edition, 'imprint.maker'), text: say(edition, 'maker') },
        ]}
      />
      {code && address ? (
        <>
          <Section edition={edition} text={code.label} />
          <Pair edition={edition} text={code.text} as="strong" below={6} />
          {isPublic ? <Prose edition={edition} text={say(edition, 'adopted.publicText')} /> : null}
          <Prose edition={edition} text={say(edition, 'adopted.text')} />
          <Row edition={edition}>
            {(language, width) => (
              <Passage key={language} language={language} as="link" style={{ width }} to={address.to?.[language] ?? ''}>
                {address.text[language]}
              </Passage>
            )}
          </Row>
        </>
      ) : null}
    </>
  );
}
