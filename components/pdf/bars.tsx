import type { Bilingual } from '#plan/schema';
import type { Edition } from '../edition/edition.ts';
import { half, Row } from './facing.tsx';
import { Block, Passage } from './tagged.tsx';
import { colours } from './theme.ts';

/** A part of a bar: its share of the longest bar (0 to 1), and how dark it is drawn, so that it is told without colour. */
type Part = { key: string; share: number; tone: Tone };
export type Tone = 'full' | 'half' | 'open';
export type BarLine = { key: string; name: Bilingual; parts: readonly Part[]; figure: Bilingual };

const tones = {
  full: { backgroundColor: colours.blue, borderColor: colours.blue },
  half: { backgroundColor: colours.pale, borderColor: colours.blue },
  open: { backgroundColor: colours.paper, borderColor: colours.muted },
} as const;
const HEIGHT = 7;

/**
 * Bars beside their names and figures, in each language and its direction. The figures say what the bars show, so that
 * whoever has the page read aloud misses nothing.
 */
export function Bars({ edition, lines }: { edition: Edition; lines: readonly BarLine[] }) {
  return lines.map((line) => (
    <Row key={line.key} edition={edition} wrap={false} style={{ marginBottom: 4 }}>
      {(language, width) => (
        <Block key={language} style={{ width }}>
          <Passage language={language} as="small" style={{ width }}>
            {line.name[language]}
          </Passage>
          <Block role="Artifact" style={{ ...half(language, width), height: HEIGHT, marginTop: 1, marginBottom: 1 }}>
            {line.parts
              .filter(({ share }) => share > 0)
              .map(({ key, share, tone }) => (
                <Block key={key} style={{ width: width * share, height: HEIGHT, borderWidth: 0.6, ...tones[tone] }} />
              ))}
          </Block>
          <Passage language={language} as="note" style={{ width }}>
            {line.figure[language]}
          </Passage>
        </Block>
      )}
    </Row>
  ));
}

/** What each tone of the bars stands for. */
export function Legend({
  edition,
  entries,
}: {
  edition: Edition;
  entries: readonly { tone: Tone; name: Bilingual }[];
}) {
  return (
    <Row edition={edition} wrap={false} style={{ marginBottom: 6 }}>
      {(language, width) => (
        <Block key={language} style={{ ...half(language, width), flexWrap: 'wrap' }}>
          {entries.map(({ tone, name }) => (
            <Block
              key={tone}
              style={{
                flexDirection: language === 'ar' ? 'row-reverse' : 'row',
                alignItems: 'center',
                width: width / entries.length,
              }}
            >
              <Block role="Artifact" style={{ width: 10, height: HEIGHT, borderWidth: 0.6, ...tones[tone] }} />
              <Passage
                language={language}
                as="note"
                style={{ width: width / entries.length - 14, paddingLeft: 4, paddingRight: 4 }}
              >
                {name[language]}
              </Passage>
            </Block>
          ))}
        </Block>
      )}
    </Row>
  );
}
