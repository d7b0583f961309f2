import { getTranslations } from 'next-intl/server';
import { leaves, type OutlineSection, outline } from '#plan/outline';
import type { Plan } from '#plan/schema';
import { byPlace, entriesOf, entryPages } from '#review/placing';
import { isOpen, type Said } from '#review/said';
import { withQuery } from '#review/threadFilter';
import { TextLink } from '#ui/Button';
import { RoundEntry, RoundItems, type RoundView } from './RoundFields.tsx';
import type { SaidReader } from './SaidList.tsx';
import type { Saying } from './SayForms.tsx';

type Props = {
  plan: Plan;
  said: readonly Said[];
  /** What the address asks for: a section, an entry of it, and a page of its entries, counted from 1. */
  section: string;
  entry: string;
  number: number;
  reader: SaidReader;
  saying: Saying;
};

/** A plan’s text, one section at a time, with what is said of each place in it. */
export async function RoundReading({ plan, said, section: asked, entry, number, reader, saying }: Props) {
  const { locale } = reader.place;
  const { messages } = reader.words;
  const t = await getTranslations({ locale, namespace: 'round.read' });
  const sections = outline(plan).filter(({ key }) => Object.hasOwn(messages.plan.sections, key));
  const section = sections.find(({ key }) => key === asked) ?? sections.find(({ empty }) => !empty) ?? sections[0];
  if (!section) return null;
  const openIn = ({ key }: OutlineSection) =>
    said.filter((each) => isOpen(each) && each.path.split('.')[0] === key).length;
  const view: RoundView = { reader, saying, said: byPlace(section, said) };
  const name = messages.plan.sections[section.key as keyof typeof messages.plan.sections];
  return (
    <div className="grid gap-8 lg:grid-cols-[15rem_1fr] print:block">
      <nav aria-label={t('sections')} data-screen>
        <ul className="grid gap-0.5 border-s border-line">
          {sections.map((each) => (
            <li key={each.key} className="flex items-baseline gap-2 ps-3">
              <TextLink
                href={withQuery(saying.page, { section: each.key })}
                aria-current={each === section ? 'true' : undefined}
                className={`py-1 ${each === section ? 'font-medium' : ''}`}
              >
                {messages.plan.sections[each.key as keyof typeof messages.plan.sections]}
              </TextLink>
              {openIn(each) > 0 && <span className="text-sm text-warm">{t('open', { count: openIn(each) })}</span>}
            </li>
          ))}
        </ul>
      </nav>
      <section id={section.path} aria-labelledby="section" className="grid min-w-0 content-start gap-6">
        <h2 id="section" className="text-2xl">
          {name}
        </h2>
        {section.empty && leaves(section).length === 0 && <p className="text-muted">{t('empty')}</p>}
        <Content section={section} view={view} entry={entry} number={number} />
      </section>
    </div>
  );
}

/** The fields of a section; of one that is a long list, a page of its entries. */
async function Content({
  section,
  view,
  entry,
  number,
}: {
  section: OutlineSection;
  view: RoundView;
  entry: string;
  number: number;
}) {
  const entries = entriesOf(section)?.filter(({ empty }) => !empty);
  const pages = entries ? entryPages(entries) : [];
  if (pages.length < 2) return <RoundItems items={section.items} view={view} />;
  const { saying, reader } = view;
  const t = await getTranslations({ locale: reader.place.locale, namespace: 'round.read' });
  const named = pages.findIndex((page) => page.some(({ id }) => id === entry));
  const current = named >= 0 ? named : Math.min(Math.max(number, 1), pages.length) - 1;
  return (
    <>
      <nav aria-label={t('pages')} data-screen>
        <ul className="flex flex-wrap gap-x-2 gap-y-1">
          {pages.map((page, index) => (
            <li key={page[0]?.id}>
              <TextLink
                href={withQuery(saying.page, { section: section.key, page: String(index + 1) })}
                aria-label={t('page', { number: String(index + 1) })}
                aria-current={index === current ? 'page' : undefined}
                className={`inline-flex min-h-9 min-w-9 items-center justify-center ${index === current ? 'font-medium no-underline' : ''}`}
              >
                {index + 1}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {pages[current]?.map((each) => (
        <RoundEntry key={each.id} entry={each} view={view} />
      ))}
    </>
  );
}
