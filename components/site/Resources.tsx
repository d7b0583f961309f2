import { useTranslations } from 'next-intl';
import { planOfActionPage, responses } from '#catalogue/background';
import { documents } from '#catalogue/documents';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { Table } from '#ui/Table';
import { Days } from './Days.tsx';
import { OfficialLink } from './OfficialLink.tsx';

const link = 'text-blue underline decoration-1 underline-offset-4 hover:text-blue-strong hover:decoration-2';

/** The Organization’s own page on the Plan, in the language of the interface. */
function OrganizationPage({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.resources');
  return (
    <p>
      <a href={planOfActionPage[locale]} hrefLang={locale} className={link}>
        {t('page')}
      </a>
    </p>
  );
}

/** The remarks and statements by which the Plan was announced and received. */
export function Responses({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.responses');
  return (
    <>
      <p className="max-w-prose">{t('intro')}</p>
      <ul className="grid border-t border-line">
        {responses.map((response) => (
          <li key={response.key} className="grid gap-x-8 border-b border-line py-3 sm:grid-cols-[13rem_1fr]">
            <p className="text-muted">
              <Days
                locale={locale}
                date={response.date}
                endDate={'endDate' in response ? response.endDate : undefined}
              />
            </p>
            <p className="max-w-prose">
              {t(`items.${response.key}`)}
              {response.webcast && <span className="text-muted"> ({t('webcast')})</span>}
            </p>
          </li>
        ))}
      </ul>
      <OrganizationPage locale={locale} />
    </>
  );
}

/** The documents, in their official text, and the guides that the criteria rest on. */
export function Resources({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.resources');
  const titles = useTranslations('catalogue.documents');
  return (
    <>
      <p className="max-w-prose">{t('intro')}</p>
      <Table id="documents" caption={t('official')}>
        <thead>
          <tr>
            <th scope="col">{t('document')}</th>
            <th scope="col">{t('symbol')}</th>
            <th scope="col">{t('date')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(
            ({ key, symbol, date }) =>
              symbol && (
                <tr key={key}>
                  <td>{titles(key)}</td>
                  <td className="whitespace-nowrap">
                    <OfficialLink symbol={symbol} language={locale} />
                  </td>
                  <td className="whitespace-nowrap text-muted">{date && formatDate(date, locale, 'latin')}</td>
                </tr>
              ),
          )}
        </tbody>
      </Table>
      <h3 className="font-medium">{t('guides')}</h3>
      <ul className="grid list-disc gap-2 ps-5">
        {documents.map(
          ({ key, url }) =>
            url && (
              <li key={key}>
                <a href={url} hrefLang="en" className={link}>
                  {titles(key)}
                </a>
              </li>
            ),
        )}
      </ul>
      <OrganizationPage locale={locale} />
    </>
  );
}
