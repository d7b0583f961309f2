import { getTranslations } from 'next-intl/server';
import { formatNumber } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { Table } from '#ui/Table';

type CountryLine = { id: string; code: string; name: string; coordinators: number; people: number; invited: number };

/** The countries that work here, with how many people each; nothing of their plans. */
export async function Countries({ locale, countries }: { locale: Locale; countries: readonly CountryLine[] }) {
  const t = await getTranslations({ locale, namespace: 'access.countries' });
  if (countries.length === 0) return <p className="max-w-prose text-muted">{t('none')}</p>;
  const figure = (count: number) => formatNumber(count, locale, 'latin');
  return (
    <Table id="countries" caption={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.country')}</th>
          <th scope="col">{t('columns.code')}</th>
          <th scope="col" className="number">
            {t('columns.coordinators')}
          </th>
          <th scope="col" className="number">
            {t('columns.people')}
          </th>
          <th scope="col" className="number">
            {t('columns.invited')}
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map((country) => (
          <tr key={country.id}>
            <th scope="row">{country.name}</th>
            <td>{country.code}</td>
            <td className="number">{country.coordinators ? figure(country.coordinators) : t('noCoordinator')}</td>
            <td className="number">{figure(country.people)}</td>
            <td className="number">{figure(country.invited)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
