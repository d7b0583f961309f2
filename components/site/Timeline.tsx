import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { events } from '#catalogue/background';
import { documentByKey } from '#catalogue/documents';
import type { Locale } from '#i18n/routing';
import { Days } from './Days.tsx';
import { OfficialLink } from './OfficialLink.tsx';
import { TimelinePicture } from './TimelinePicture.tsx';

/** The events of the Plan of Action: the year that mattered as a picture, and all of them as a list. */
export function Timeline({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.timeline');
  const texts = useTranslations('catalogue.events');
  return (
    <>
      <TimelinePicture locale={locale} />
      <ol>
        {events.map(({ key, date, endDate, documents, source }, index) => {
          const year = date.slice(0, 4);
          const first = events[index - 1]?.date.slice(0, 4) !== year;
          return (
            <li key={key} className="grid grid-cols-[3.5rem_minmax(0,1fr)] sm:grid-cols-[5rem_15rem_1fr]">
              <p aria-hidden="true" className="pt-3 text-lg leading-snug font-medium text-blue tabular-nums">
                {first && year}
              </p>
              <p className="relative border-s-2 border-line ps-5 pt-3 text-muted sm:pb-3">
                <span
                  aria-hidden="true"
                  className="absolute start-0 top-5 -ms-[7px] size-3 rounded-full border-2 border-blue bg-paper"
                />
                <Days locale={locale} date={date} endDate={endDate} />
              </p>
              <p className="col-start-2 max-w-prose border-s-2 border-line ps-5 pb-3 sm:col-start-3 sm:border-s-0 sm:ps-0 sm:pt-3">
                {texts(key)}
                {documents.map((document) => {
                  const { symbol } = documentByKey(document);
                  return (
                    symbol && (
                      <Fragment key={document}>
                        {' '}
                        <span className="whitespace-nowrap">
                          (<OfficialLink symbol={symbol} language={locale} />)
                        </span>
                      </Fragment>
                    )
                  );
                })}
                {source === 'recall' && <span className="block text-sm text-muted">{t('recalled')}</span>}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
