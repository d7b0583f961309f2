import { getTranslations } from 'next-intl/server';
import { Difference } from '#components/plan/Difference';
import { fieldAt } from '#plan/fieldAt';
import type { OutlineLeaf } from '#plan/outline';
import { type RoundChange, roundCount } from '#review/rounds';
import { withQuery } from '#review/threadFilter';
import { TextLink } from '#ui/Button';
import { Pair } from '#ui/Pair';
import { Tag, type Tone } from '#ui/Tag';
import { placeWords, type Wording } from '../plan/placeWords.ts';
import { valueWords } from '../plan/valueWords.ts';
import { PlaceName } from './ThreadView.tsx';

/** How many changes stand on one page; above that, one section at a time. */
const PAGE_OF_CHANGES = 100;

const tones: Record<RoundChange['kind'], Tone> = { added: 'good', removed: 'warm', changed: 'blue' };

/** What changed between two rounds, or between a round and the draft, in the document’s order. */
export async function RoundChanges({
  page,
  query,
  changes,
  section,
  words,
  earlier,
}: {
  /** The address of this page, and what of it stays in the address of each section. */
  page: string;
  query: Record<string, string>;
  changes: readonly RoundChange[];
  /** The section that the address asks for, or ''. */
  section: string;
  /** What values are said with: those of the later text, and of the earlier one. */
  words: Wording;
  earlier: Wording;
}) {
  const { locale, messages } = words;
  const t = await getTranslations({ locale, namespace: 'round.changes' });
  const count = roundCount(changes);
  const sectionOf = ({ path }: RoundChange) => path.split('.')[0] ?? '';
  const sections = [...new Set(changes.map(sectionOf))];
  const chosen = sections.includes(section) ? section : changes.length > PAGE_OF_CHANGES ? (sections[0] ?? '') : '';
  const shown = chosen ? changes.filter((change) => sectionOf(change) === chosen) : changes;
  return (
    <>
      <p>{changes.length > 0 ? t('count', { ...count }) : t('none')}</p>
      {sections.length > 1 && (
        <nav aria-label={t('sections')} data-screen>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {(changes.length > PAGE_OF_CHANGES ? sections : ['', ...sections]).map((key) => (
              <li key={key}>
                <TextLink
                  href={withQuery(page, { ...query, section: key })}
                  aria-current={key === chosen ? 'true' : undefined}
                  className={`inline-block py-1 ${key === chosen ? 'font-medium' : ''}`}
                >
                  {messages.plan.sections[key as keyof typeof messages.plan.sections] ?? t('all')}
                </TextLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ol className="grid">
        {shown.map((change) => (
          <li key={`${change.kind} ${change.path}`} className="grid gap-2 border-t border-line py-4">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Tag tone={tones[change.kind]}>{t(`kinds.${change.kind}`)}</Tag>
              <span className="font-medium">
                <PlaceName words={placeWords(change.path, change.after ? words : earlier)} />
              </span>
            </p>
            <Change change={change} words={words} earlier={earlier} />
          </li>
        ))}
      </ol>
    </>
  );
}

async function Change({
  change: { before, after, languages, path },
  words,
  earlier,
}: {
  change: RoundChange;
  words: Wording;
  earlier: Wording;
}) {
  const t = await getTranslations({ locale: words.locale, namespace: 'round' });
  if (languages.length > 0) {
    const text = (leaf: OutlineLeaf | null, language: 'ar' | 'en') =>
      leaf?.kind === 'line' || leaf?.kind === 'prose' ? leaf.value[language] : '';
    return (
      <Pair>
        {languages.map((language) => (
          <Difference
            key={language}
            language={language}
            before={text(before, language)}
            after={text(after, language)}
            words={{ added: t('added'), removed: t('removed') }}
          />
        ))}
      </Pair>
    );
  }
  const field = fieldAt(path)?.field;
  const said = (leaf: OutlineLeaf | null, with_: Wording) =>
    (field && leaf && !leaf.empty && valueWords(field, leaf.value, with_)) || t('nothing');
  return (
    <dl className="grid gap-1">
      <div className="flex flex-wrap gap-x-3">
        <dt className="text-muted">{t('changes.before')}</dt>
        <dd dir="auto">{said(before, earlier)}</dd>
      </div>
      <div className="flex flex-wrap gap-x-3">
        <dt className="text-muted">{t('changes.after')}</dt>
        <dd dir="auto">{said(after, words)}</dd>
      </div>
    </dl>
  );
}
