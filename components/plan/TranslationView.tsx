import { getTranslations } from 'next-intl/server';
import { leaves, outline, type TextItem } from '#plan/outline';
import { type OpenPair, openPairs } from '#plan/pairState';
import { partOf } from '#plan/parts';
import { type Step, stepOf, steps } from '#plan/steps';
import { Breadcrumb } from '#ui/Breadcrumb';
import { Button, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { PageHeading } from '#ui/PageHeading';
import { Select } from '#ui/Select';
import { frameOf } from './frame.ts';
import type { Open } from './open.ts';
import { ownTerms } from './ownTerms.ts';
import { PlanFrame } from './PlanFrame.tsx';
import { fieldProblems } from './sentences.ts';
import { TermsFold } from './TermsFold.tsx';
import { type Deed, TranslationPart } from './TranslationPart.tsx';

type Search = Record<string, string | string[] | undefined>;

const facets = { language: ['ar', 'en'], kind: ['missing', 'changed'], step: steps } as const;
type Facet = keyof typeof facets;
const facetNames = Object.keys(facets) as Facet[];

/** Every text of which one language needs somebody, by step, to be written where it stands. */
export async function TranslationView({
  open,
  search,
  before,
  confirm,
}: {
  open: Open;
  search: Search;
  /** What the changed side of a text was when the other was last in step with it. */
  before: ReadonlyMap<string, string>;
  confirm: Deed;
}) {
  const { locale, id, plan, stale, title, titleLang, messages, revisions, may } = open;
  const t = await getTranslations({ locale });
  const asked = Object.fromEntries(
    facetNames.map((name) => {
      const value = search[name];
      return [name, (facets[name] as readonly unknown[]).includes(value) ? String(value) : ''];
    }),
  ) as Record<Facet, string>;
  const all = openPairs(plan, stale);
  const fits = ({ path, language, kind }: OpenPair) =>
    (!asked.language || language === asked.language) &&
    (!asked.kind || kind === asked.kind) &&
    (!asked.step || stepOf(path) === asked.step);
  const shown = all.filter(fits);
  const texts = new Map(
    leaves(outline(plan)).flatMap((leaf): [string, TextItem][] =>
      leaf.kind === 'line' || leaf.kind === 'prose' ? [[leaf.path, leaf]] : [],
    ),
  );
  const problemsAt = await fieldProblems(open);
  const edits = Object.keys(revisions).some((part) => may('part.edit', part)) || may('part.edit', 'about');
  const count = (kind: OpenPair['kind']) => all.filter((pair) => pair.kind === kind).length;
  const words = messages.translation.filter;
  const labels: Record<Facet, (value: string) => string> = {
    language: (value) => words[value as 'ar'],
    kind: (value) => words[value as 'missing'],
    step: (value) => messages.plan.steps[value as Step].title,
  };
  return (
    <>
      <Breadcrumb
        label={t('common.nav.trail')}
        trail={[
          { href: `/${locale}/plans`, text: t('common.nav.plans') },
          { href: `/${locale}/plans/${id}`, text: title, lang: titleLang },
          { text: t('translation.title') },
        ]}
      />
      <PageHeading intro={t('translation.intro')}>{t('translation.title')}</PageHeading>
      {all.length === 0 ? (
        <Notice tone="good">{t('translation.none')}</Notice>
      ) : (
        <>
          <p className="font-medium">
            {t('translation.summary', { missing: count('missing'), changed: count('changed') })}
          </p>
          <form className="flex flex-wrap items-end gap-3" aria-label={words.label}>
            {facetNames.map((name) => (
              <div key={name} className="min-w-40">
                <Select
                  id={name}
                  name={name}
                  label={words[name]}
                  defaultValue={asked[name]}
                  options={[
                    { value: '', label: words.all },
                    ...facets[name].map((value) => ({ value, label: labels[name](value) })),
                  ]}
                />
              </div>
            ))}
            <Button type="submit" look="quiet">
              {words.go}
            </Button>
          </form>
          {shown.length === 0 && <p className="text-muted">{t('translation.noneHere')}</p>}
        </>
      )}
      <PlanFrame frame={frameOf(open, [])} edits={edits}>
        <TermsFold own={ownTerms(plan)} />
        {steps.map((step) => {
          const here = shown.filter(({ path }) => stepOf(path) === step);
          const parts = [...new Set(here.map(({ path }) => partOf(path) ?? ''))];
          return (
            here.length > 0 && (
              <section key={step} aria-labelledby={`step-${step}`} className="grid gap-6 border-t border-line pt-6">
                <h2 id={`step-${step}`} className="text-2xl">
                  {messages.plan.steps[step].title}{' '}
                  <span className="text-base font-normal text-muted">
                    {t('translation.count', { count: here.length })}
                  </span>
                </h2>
                {parts.map((part) => (
                  <TranslationPart
                    key={part}
                    part={part}
                    pairs={here.filter(({ path }) => partOf(path) === part)}
                    open={open}
                    before={before}
                    texts={texts}
                    problemsAt={problemsAt}
                    confirm={confirm}
                  />
                ))}
              </section>
            )
          );
        })}
      </PlanFrame>
      {may('plan.export') && (
        <section aria-labelledby="service" className="grid gap-3 border-t border-line pt-6">
          <h2 id="service" className="text-2xl">
            {t('returned.translation.title')}
          </h2>
          <p className="max-w-prose text-muted">{t('returned.translation.text')}</p>
          <ul className="grid gap-1">
            {plan.languages.map((from) => (
              <li key={from}>
                <a
                  href={`/api/plans/${id}/translation?from=${from}`}
                  download
                  className="inline-flex min-h-8 items-center text-blue underline underline-offset-4"
                >
                  {t(from === 'ar' ? 'returned.translation.fromAr' : 'returned.translation.fromEn')}
                </a>
              </li>
            ))}
            {edits && (
              <li>
                <TextLink href={`/${locale}/plans/${id}/returned`} className="inline-flex min-h-8 items-center">
                  {t('returned.translation.back')}
                </TextLink>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}
