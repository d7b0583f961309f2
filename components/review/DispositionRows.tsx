import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { DispositionRow } from '#review/disposition';
import { roundKey, weightOf } from '#review/dispositionFilter';
import { TextLink } from '#ui/Button';
import { Tag, type Tone } from '#ui/Tag';
import { Written } from '#ui/Written';
import { placeText, placeWords, SEPARATOR } from '../plan/placeWords.ts';
import { DispositionSaid, DispositionText } from './DispositionSaid.tsx';
import type { DispositionOpen, ShownRow } from './dispositionOpen.ts';
import { standingOf } from './dispositionPaper.ts';

// Where the rows are stacked, their elements are laid out as blocks, which some browsers then take for no table.
const is = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  heading: { role: 'rowheader', scope: 'row' },
  round: { role: 'rowheader', scope: 'rowgroup' },
  cell: { role: 'cell' },
} as const;

const columns = ['number', 'place', 'who', 'said', 'did', 'why'] as const;
/** Shares of the width, where the columns stand beside each other. */
const widths: Record<(typeof columns)[number], string> = {
  number: 'lg:w-[5%]',
  place: 'lg:w-[17%]',
  who: 'lg:w-[12%]',
  said: 'lg:w-[30%]',
  did: 'lg:w-[15%]',
  why: 'lg:w-[21%]',
};

const cell = 'block min-w-0 lg:table-cell lg:border-b lg:border-line lg:py-3 lg:pe-5 lg:align-top';

/** The rows of the table, round by round; stacked where there is no room for columns. */
export async function DispositionRows({
  open,
  rows,
  rounds,
  caption,
}: {
  open: DispositionOpen;
  rows: readonly ShownRow[];
  rounds: ReadonlyMap<number, string>;
  caption: string;
}) {
  const t = await getTranslations({ locale: open.locale, namespace: 'disposition' });
  return (
    <table {...is.table} className="block w-full border-collapse text-start lg:table lg:table-fixed">
      <caption className="block pb-3 text-start font-medium lg:table-caption">{caption}</caption>
      <thead {...is.group} className="sr-only lg:not-sr-only lg:table-header-group">
        <tr {...is.row}>
          {columns.map((column) => (
            <th
              key={column}
              {...is.column}
              className={`border-b border-edge py-2 pe-5 text-start align-bottom text-sm font-medium text-muted ${widths[column]}`}
            >
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {byRound(rows).map((group) => (
        <tbody key={roundKey(group)} {...is.group} className="block lg:table-row-group">
          <RoundRow open={open} round={group.round} />
          {group.rows.map((row) => (
            <Row key={row.id} open={open} row={row} submissionId={row.round ? rounds.get(row.round) : undefined} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Rows that follow each other and are of one round. */
function byRound(rows: readonly ShownRow[]): { round: number | null; rows: ShownRow[] }[] {
  const groups: { round: number | null; rows: ShownRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.round === row.round) last.rows.push(row);
    else groups.push({ round: row.round, rows: [row] });
  }
  return groups;
}

async function RoundRow({ open: { locale }, round }: { open: DispositionOpen; round: number | null }) {
  const t = await getTranslations({ locale, namespace: 'disposition' });
  return (
    <tr {...is.row} className="block lg:table-row">
      <th
        {...is.round}
        colSpan={columns.length}
        className="block border-b border-edge pt-8 pb-2 text-start text-lg font-medium lg:table-cell"
      >
        {round === null ? t('outside') : t('round', { number: round })}
        {round === null && <span className="block text-sm font-normal text-muted">{t('outsideText')}</span>}
      </th>
    </tr>
  );
}

const tones: Record<DispositionRow['did'], Tone> = {
  open: 'warm',
  answered: 'plain',
  resolved: 'good',
  accepted: 'good',
  declined: 'plain',
};

async function Row({
  open,
  row,
  submissionId,
}: {
  open: DispositionOpen;
  row: ShownRow;
  submissionId: string | undefined;
}) {
  const { locale, home } = open;
  const { kind, id, number, path, author, side, at, did, why, by, when, passage } = row;
  const t = await getTranslations({ locale, namespace: 'disposition' });
  const thread = `${home}/comments?${kind === 'comment' ? 'thread' : 'wording'}=${id}`;
  const section = path.split('.')[0] ?? '';
  // A round’s page has a place for each field, and none for one side of a text.
  const place = path.replace(/\.(ar|en)$/, '');
  const round = submissionId ? `${home}/rounds/${submissionId}?section=${section}#${place}` : thread;
  const standing = standingOf(passage);
  const label = (column: (typeof columns)[number]) => <Label>{t(`columns.${column}`)}</Label>;
  return (
    <tr {...is.row} id={`row-${id}`} className="grid gap-3 border-b border-line py-4 lg:table-row">
      <th {...is.heading} className={`${cell} text-start font-medium tabular-nums`}>
        <span className="lg:hidden" aria-hidden="true">
          {t('columns.number')}{' '}
        </span>
        {number}
      </th>
      <td {...is.cell} className={cell}>
        {label('place')}
        <TextLink href={round}>
          <Place path={path} open={open} />
        </TextLink>
        {standing !== 'here' && (
          <p className="mt-1 text-sm text-warm">
            {standing === 'moved'
              ? t('standing.moved', { place: passage.path ? placeText(passage.path, open) : '' })
              : t(`standing.${standing}`)}
          </p>
        )}
        <p className="mt-1 text-sm">
          <TextLink href={thread} className="inline-block py-0.5">
            {t(kind === 'comment' ? 'thread' : 'wording')}
            <span className="sr-only"> {number}</span>
          </TextLink>
        </p>
      </td>
      <td {...is.cell} className={cell}>
        {label('who')}
        <p>
          <bdi>{author.name}</bdi>
        </p>
        <p className="text-sm text-muted">{t(`sides.${side}`)}</p>
        <When at={at} locale={locale} />
      </td>
      <td {...is.cell} className={cell}>
        {label('said')}
        <DispositionSaid open={open} row={row} weight={weightOf(row)} />
      </td>
      <td {...is.cell} className={cell}>
        {label('did')}
        <Tag tone={tones[did]}>{t(`did.${did}`)}</Tag>
        {by && (
          <p className="mt-1">
            <bdi>{by.name}</bdi>
          </p>
        )}
        {when && <When at={when} locale={locale} />}
      </td>
      <td {...is.cell} className={`${cell} ${why.trim() || did === 'resolved' ? '' : 'max-lg:hidden'}`}>
        {label('why')}
        {why.trim() !== '' && <DispositionText locale={locale}>{why}</DispositionText>}
        {why.trim() === '' && did === 'resolved' && <span className="text-muted">{t('noReason')}</span>}
      </td>
    </tr>
  );
}

/** The head of a cell, where the row is stacked; where it isn’t, the column has one. */
const Label = ({ children }: { children: ReactNode }) => (
  <span aria-hidden="true" className="block text-sm text-muted lg:hidden">
    {children}
  </span>
);

const When = ({ at, locale }: { at: Date; locale: Locale }) => (
  <p className="text-sm text-muted">
    <time dateTime={at.toISOString()}>{formatDate(at.toISOString(), locale, 'latin')}</time>
  </p>
);

/** Where something stands, each title in its own language. */
function Place({ path, open }: { path: string; open: DispositionOpen }) {
  return placeWords(path, open).map(({ text, lang }, index) => {
    const key = `${index} ${text}`;
    return (
      <span key={key}>
        {index > 0 && SEPARATOR}
        <bdi lang={lang === open.locale ? undefined : lang}>
          <Written>{text}</Written>
        </bdi>
      </span>
    );
  });
}
