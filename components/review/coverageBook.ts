import { paragraphIn } from '#catalogue/paragraph';
import { recommendations } from '#catalogue/recommendations';
import { formatDate } from '#i18n/format';
import type { Bilingual } from '#plan/schema';
import { type Choices, coverageKinds, deskCoverage } from '#review/deskCoverage';
import type { Book, Content } from '../sheets/book.ts';
import { type BookWording, bookWords, titleCells } from './deskBook.ts';

/** What one plan decided, and why. */
export type PlanChoices = {
  country: { code: string; nameAr: string; nameEn: string };
  title: Bilingual;
  number: number;
  choices: Choices;
  reasons: Record<string, Bilingual>;
};

/**
 * What plans do with each recommendation as a workbook: the figures, and on a second sheet a row for each decision with the
 * country’s reason, in both languages. What is undecided has no row there.
 */
export function coverageBook(plans: readonly PlanChoices[], wording: BookWording): Book {
  const { locale, day } = wording;
  const t = bookWords(wording);
  const paragraph = (text: string): Content => ({ text: paragraphIn(locale, text), language: locale });
  const title = (id: string): Content => ({ words: wording.messages.catalogue.recommendations[id as 'pve-40'].title });
  const area = (id: string): Content => ({ words: wording.messages.catalogue.areas[id as 'youth'] });
  const common = [
    { head: t('desk.sheet.paragraph'), width: 10 },
    { head: t('desk.coverage.recommendation'), width: 48 },
  ];
  const figures = {
    name: t('desk.sheet.figures'),
    columns: [
      ...common,
      { head: t('desk.sheet.area'), width: 36 },
      ...coverageKinds.map((kind) => ({ head: t(`desk.coverage.kinds.${kind}`), width: 13 })),
    ],
    rows: deskCoverage(plans.map(({ choices }) => choices)).map((row, at) => [
      paragraph(recommendations[at]?.paragraph ?? ''),
      title(row.id),
      area(row.area),
      ...coverageKinds.map((kind): Content => ({ number: row[kind] })),
    ]),
  };
  const reasons = {
    name: t('desk.sheet.decisions'),
    columns: [
      ...common,
      { head: t('desk.sheet.country'), width: 22 },
      { head: t('desk.sheet.titleAr'), width: 30 },
      { head: t('desk.sheet.titleEn'), width: 30 },
      { head: t('desk.sheet.round'), width: 8 },
      { head: t('desk.coverage.decision'), width: 16 },
      { head: t('desk.sheet.reasonAr'), width: 50 },
      { head: t('desk.sheet.reasonEn'), width: 50 },
    ],
    rows: recommendations.flatMap(({ id, paragraph: number }) =>
      plans.flatMap(({ country, title: named, number: round, choices, reasons: why }): Content[][] => {
        const decision = Object.hasOwn(choices, id) ? choices[id] : undefined;
        if (!decision) return [];
        return [
          [
            paragraph(number),
            title(id),
            { text: locale === 'ar' ? country.nameAr : country.nameEn, language: locale },
            ...titleCells(named),
            { number: round },
            { words: t(`plan.options.decision.${decision}`) },
            ...titleCells(why[id] ?? null),
          ],
        ];
      }),
    ),
  };
  return {
    language: locale,
    tables: [figures, reasons],
    about: {
      name: t('desk.sheet.about'),
      title: t('desk.coverage.title'),
      facts: [
        { name: t('desk.sheet.asOf'), value: formatDate(day, locale, 'latin') },
        {
          name: t('desk.sheet.shown'),
          value: t('desk.coverage.counted', {
            plans: plans.length,
            countries: new Set(plans.map(({ country }) => country.code)).size,
          }),
        },
        { name: '', value: t('desk.coverage.intro') },
      ],
    },
    tooLong: t('desk.sheet.tooLong'),
  };
}
