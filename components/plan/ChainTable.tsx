import { useTranslations } from 'next-intl';
import type { ResultChain } from '#plan/coverage';
import { Table } from '#ui/Table';
import { type ChainWords, Linked } from './Linked.tsx';

/** What the pictures of results chains say, a line for each action. */
export function ChainTable({
  chains,
  driverName,
  words,
}: {
  chains: readonly ResultChain[];
  driverName: (id: string) => string;
  words: ChainWords;
}) {
  const t = useTranslations('pictures.chain');
  const rows = chains.flatMap(({ driver, objectives }) =>
    objectives.flatMap((objective) =>
      (objective.actions.length ? objective.actions : [null]).map((action) => ({ driver, objective, action })),
    ),
  );
  return (
    <details>
      <summary className="w-fit rounded py-1 text-blue underline underline-offset-4">{t('table')}</summary>
      <Table id="chain-table" caption={t('table')}>
        <thead>
          <tr>
            {(['driver', 'objective', 'recommendation', 'action', 'indicator'] as const).map((head) => (
              <th key={head} scope="col" className="min-w-40">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ driver, objective, action }) => (
            <tr key={`${driver} ${objective.id} ${action?.id ?? ''}`}>
              <td>{driverName(driver)}</td>
              <td>
                <Linked link={words.objective(objective.id)} />
              </td>
              <td>{action && words.recommendations(action.id).map(({ text, href }) => <p key={href}>{text}</p>)}</td>
              <th scope="row">{action ? <Linked link={words.action(action.id)} /> : t('noAction')}</th>
              <td>
                {action?.indicators.map((id) => (
                  <p key={id}>
                    <Linked link={words.indicator(action.id, id)} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
