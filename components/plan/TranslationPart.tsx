import { getTranslations } from 'next-intl/server';
import type { TextItem } from '#plan/outline';
import type { OpenPair } from '#plan/pairState';
import type { Bilingual, Language } from '#plan/schema';
import { Button, TextLink } from '#ui/Button';
import { Pair, Passage } from '#ui/Pair';
import { ConfirmForm } from './ConfirmForm.tsx';
import type { DeedButton } from './DeedButton.tsx';
import { Difference } from './Difference.tsx';
import type { FieldProblem } from './form.ts';
import type { Open } from './open.ts';
import { Part } from './Part.tsx';
import { hrefOf, placeOf } from './place.ts';
import { TextPair } from './TextPair.tsx';

export type Deed = Parameters<typeof DeedButton>[0]['action'];

type Props = {
  part: string;
  pairs: readonly OpenPair[];
  open: Open;
  before: ReadonlyMap<string, string>;
  /** Every text of the plan, by its path. */
  texts: ReadonlyMap<string, TextItem>;
  problemsAt: (part: string) => readonly FieldProblem[];
  confirm: Deed;
};

/** The texts of one part of a plan that need somebody: as a form that saves itself, or to read. */
export async function TranslationPart({ part, pairs, open, before, texts, problemsAt, confirm }: Props) {
  const { plan, locale, revisions, may, id: planId } = open;
  const t = await getTranslations({ locale, namespace: 'translation' });
  const wanted = new Set(pairs.map(({ path }) => path));
  const edits = may('part.edit', part);
  const rows = (
    <ul className="grid gap-8">
      {pairs.map((pair) => {
        const { path, language, kind } = pair;
        const leaf = texts.get(path);
        const place = placeOf(path, open);
        const was = kind === 'changed' ? before.get(path) : undefined;
        const other = language === 'ar' ? 'en' : 'ar';
        return (
          leaf && (
            <li key={path} id={`row.${path}`} className="grid gap-2 border-s-2 border-line ps-4">
              {edits ? (
                <TextPair
                  field={{ kind: leaf.kind, name: leaf.name, label: place }}
                  path={path}
                  paragraphs={leaf.kind === 'prose'}
                />
              ) : (
                <Reading
                  place={place}
                  value={leaf.value}
                  languages={plan.languages}
                  note={t(`${kind === 'missing' ? 'missing' : 'behind'}.${language}`)}
                />
              )}
              {was !== undefined && (
                <details>
                  <summary className="w-fit rounded py-1 text-sm text-blue underline underline-offset-4">
                    {t('changes')}
                  </summary>
                  <Difference
                    language={other}
                    before={was}
                    after={leaf.value[other]}
                    words={{ added: t('added'), removed: t('removed') }}
                  />
                </details>
              )}
              <p className="flex flex-wrap items-center gap-4">
                {edits && kind === 'changed' && (
                  <Button type="submit" form={confirmId(path)} look="quiet" aria-label={t('confirmOf', { place })}>
                    {t('confirm')}
                  </Button>
                )}
                <TextLink href={hrefOf(path, open)}>
                  {open.messages.editor.check.goTo.replace('{place}', place)}
                </TextLink>
              </p>
            </li>
          )
        );
      })}
    </ul>
  );
  if (!edits) return rows;
  const content = part.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], plan);
  return (
    <>
      <Part
        start={{ part, content, revision: revisions[part] ?? 0 }}
        problems={problemsAt(part).filter(({ path }) => wanted.has(path.replace(/\.(ar|en)$/, '')))}
      >
        {rows}
      </Part>
      {pairs
        .filter(({ kind }) => kind === 'changed')
        .map(({ path, language }) => (
          <ConfirmForm
            key={path}
            id={confirmId(path)}
            action={confirm}
            values={{ locale, planId, path: `${path}.${language}` }}
            failed={t('failed')}
          />
        ))}
    </>
  );
}

// The button stands in the form of the fields, and belongs to another: forms can’t stand in each other.
const confirmId = (path: string): string => `confirm.${path}`;

function Reading({
  place,
  value,
  languages,
  note,
}: {
  place: string;
  value: Bilingual;
  languages: readonly Language[];
  note: string;
}) {
  return (
    <>
      <p className="font-medium">{place}</p>
      <Pair>
        {languages.map((language) => (
          <Passage key={language} lang={language} className="whitespace-pre-line">
            {value[language]}
          </Passage>
        ))}
      </Pair>
      <p className="text-sm text-warm">{note}</p>
    </>
  );
}
