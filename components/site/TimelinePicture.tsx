import { useTranslations } from 'next-intl';
import { events } from '#catalogue/background';
import { monthName } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/routing';

const WIDTH = 1100;
const AXIS = 130;
const EDGE = 24;
const FROM = Date.UTC(2015, 8, 1);
const TO = Date.UTC(2016, 7, 1);

/** How far from the line each label stands: above where negative, and further where a neighbour is near. */
const labels = [
  ['leadersSummit', -44],
  ['planIssued', 60],
  ['planPresented', -44],
  ['initiativeWelcomed', 60],
  ['debateConcluded', -98],
  ['genevaExperts', 60],
  ['fifthReview', -44],
] as const;

const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2015, 8 + month, 1));

/**
 * Eleven months as a line, with what happened in them. It runs as people of the language read. Where the page is too
 * narrow for it, the list alone says the same.
 */
export function TimelinePicture({ locale }: { locale: Locale }) {
  const t = useTranslations('site.planOfAction.timeline');
  const across = (time: number) => {
    const from = EDGE + ((time - FROM) / (TO - FROM)) * (WIDTH - 2 * EDGE);
    return Math.round(directionOf(locale) === 'rtl' ? WIDTH - from : from);
  };
  const [turn] = months.slice(4);
  return (
    <svg
      role="img"
      aria-label={t('picture')}
      viewBox={`0 0 ${WIDTH} 240`}
      className="hidden w-full lg:block"
      textAnchor="middle"
      fontSize="15"
    >
      <line x1="0" x2={WIDTH} y1={AXIS} y2={AXIS} className="stroke-edge" />
      {months.map((month) => (
        <line
          key={month}
          x1={across(month)}
          x2={across(month)}
          y1={AXIS}
          y2={AXIS + (month === turn ? 12 : 5)}
          className="stroke-edge"
        />
      ))}
      <text x={across(FROM)} y={AXIS + 26} className="fill-muted">
        2015
      </text>
      <text x={across(turn ?? FROM)} y={AXIS + 26} className="fill-muted">
        2016
      </text>
      {labels.map(([key, height]) => {
        const date = events.find((event) => event.key === key)?.date ?? '';
        const x = across(Date.parse(date));
        const end = AXIS + height;
        const above = height < 0;
        return (
          <g key={key}>
            <line x1={x} x2={x} y1={AXIS} y2={end + (above ? 6 : -22)} className="stroke-blue" />
            <circle cx={x} cy={AXIS} r="5" strokeWidth="2" className="fill-paper stroke-blue" />
            <text x={x} y={end - (above ? 20 : 0)} className="fill-ink font-medium">
              {t(`short.${key}`)}
            </text>
            <text x={x} y={end + (above ? 0 : 20)} className="fill-muted" fontSize="13">
              {`${Number(date.slice(-2))} ${monthName(Number(date.slice(5, 7)), locale)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
