import { getTranslations } from 'next-intl/server';
import { textAt } from '#i18n/textAt';
import { type FoundField, fieldAt } from '#plan/fieldAt';
import { type ReturnedChange, type Standing, sourceMovedOn, standingOf } from '#plan/returned';
import type { Language } from '#plan/schema';
import { LinkButton, TextLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Tag } from '#ui/Tag';
import { DeedButton } from './DeedButton.tsx';
import { Difference } from './Difference.tsx';
import type { Open } from './open.ts';
import { hrefOf, placeOf } from './place.ts';
import { valueWords } from './valueWords.ts';

type Deed = Parameters<typeof DeedButton>[0]['action'];

/** What a file that came back would change, row by row, before anything is changed. */
export async function ReturnedView({
  open,
  file,
  apply,
}: {
  open: Open;
  file: {
    id: string;
    changes: readonly ReturnedChange[];
    remarks: { ignored: readonly string[]; unfinished: number; notYours: number };
  };
  apply: Deed;
}) {
  const { id, locale, plan } = open;
  const t = await getTranslations({ locale, namespace: 'returned' });
  const rows = file.changes
    .map((change) => ({ change, standing: standingOf(change, plan) }))
    .filter(({ standing }) => standing !== 'done');
  const count = rows.filter(({ standing }) => standing !== 'gone').length;
  const { ignored, unfinished, notYours } = file.remarks;
  return (
    <section aria-labelledby="changes" className="grid gap-6">
      <h2 id="changes" className="text-2xl">
        {t('changes', { count })}
      </h2>
      {(ignored.length > 0 || unfinished > 0 || notYours > 0) && (
        <Notice>
          {ignored.length > 0 && (
            <p>{t('ignored', { columns: ignored.slice(0, 10).join(locale === 'ar' ? '، ' : ', ') })}</p>
          )}
          {unfinished > 0 && <p>{t('unfinished', { count: unfinished })}</p>}
          {notYours > 0 && <p>{t('notYours', { count: notYours })}</p>}
        </Notice>
      )}
      {rows.length > 0 && (
        <ol className="grid border-b border-line">
          {rows.map(({ change, standing }) => (
            <li key={change.path} className="grid gap-1 border-t border-line py-4">
              <Row change={change} standing={standing} open={open} />
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {count > 0 && (
          <DeedButton action={apply} values={{ locale, planId: id, fileId: file.id }} failed={t('failed')}>
            {t('apply', { count })}
          </DeedButton>
        )}
        <LinkButton href={`/${locale}/plans/${id}/returned`} look="quiet">
          {t('other')}
        </LinkButton>
      </div>
      <p className="max-w-prose text-sm text-muted">{t('kept')}</p>
    </section>
  );
}

/** One change: where, how it stands to the plan as it is now, and what becomes of what. */
async function Row({ change, standing, open }: { change: ReturnedChange; standing: Standing; open: Open }) {
  const { plan, locale } = open;
  const t = await getTranslations({ locale, namespace: 'returned' });
  const { path, from, to, place } = change;
  const found = fieldAt(path);
  const language = /\.(ar|en)$/.exec(path)?.[1] as Language | undefined;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {standing === 'gone' ? (
          <span className="font-medium">{placeOf(path, open)}</span>
        ) : (
          <TextLink href={hrefOf(path, open)} className="font-medium">
            {placeOf(path, open)}
          </TextLink>
        )}
        {isNew(change) && <Tag tone="good">{t('new')}</Tag>}
        {standing === 'both' && <Tag tone="warm">{t('both')}</Tag>}
        {standing === 'gone' && <Tag tone="warm">{t('gone')}</Tag>}
        {sourceMovedOn(change, plan) && <Tag tone="warm">{t('sourceMovedOn')}</Tag>}
        {/* A unit of a translation is named as its field is. */}
        {!path.startsWith(place) && (
          <code dir="ltr" className="text-sm text-muted [overflow-wrap:anywhere]">
            {place}
          </code>
        )}
      </p>
      {typeof to === 'string' && language ? (
        <Difference
          language={language}
          before={typeof from === 'string' ? from : ''}
          after={to}
          words={{ added: t('added'), removed: t('removed') }}
        />
      ) : isNew(change) && found ? (
        <Entry found={found} value={to as Record<string, unknown>} open={open} />
      ) : (
        found && (
          <p>
            {t.rich('fromTo', {
              from: valueWords(found.field, from, open) || t('nothing'),
              to: valueWords(found.field, to, open) || t('nothing'),
              old: (words) => <bdi className="text-muted line-through">{words}</bdi>,
              fresh: (words) => <bdi className="font-medium">{words}</bdi>,
            })}
          </p>
        )
      )}
    </>
  );
}

const isNew = ({ from, to }: ReturnedChange): boolean => from === null && typeof to === 'object' && to !== null;

/** What was filled in of an entry that is new. */
function Entry({ found, value, open }: { found: FoundField; value: Record<string, unknown>; open: Open }) {
  const { field, labelPath } = found;
  const lines = field.fields
    .filter(({ meta }) => meta.kind !== 'order')
    // The first option of a choice says that nothing was chosen.
    .filter(({ name, meta }) => meta.kind !== 'choice' || value[name] !== meta.options[0])
    .map((each) => ({ each, words: valueWords(each, value[each.name], open) }))
    .filter(({ words }) => words);
  return (
    <dl className="grid gap-x-4 border-s-2 border-line ps-3 sm:grid-cols-[auto_1fr]">
      {lines.map(({ each, words }) => (
        <div key={each.name} className="contents">
          <dt className="text-muted">{textAt(open.messages.plan, `${labelPath}.${each.name}.label`) ?? each.name}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
