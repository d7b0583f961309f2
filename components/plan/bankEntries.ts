import { type BankEntry, indicatorBank } from '#catalogue/indicatorBank';
import arabic from '#locales/ar/catalogue';
import arabicBank from '#locales/ar/indicatorBank';
import english from '#locales/en/catalogue';
import englishBank from '#locales/en/indicatorBank';
import type { Bilingual } from '#plan/schema';

/** An example of an indicator with its words in both languages, whichever the page is in; `areaName`: of its area. */
export type Example = BankEntry & Record<'areaName' | 'name' | 'unit' | 'verification', Bilingual>;

/** Every example of an indicator. */
export const bankEntries: readonly Example[] = indicatorBank.map((entry) => {
  const [ar, en] = [arabicBank.entries[entry.id], englishBank.entries[entry.id]];
  return {
    ...entry,
    areaName: { ar: arabic.areas[entry.area], en: english.areas[entry.area] },
    name: { ar: ar.name, en: en.name },
    unit: { ar: ar.unit, en: en.unit },
    verification: { ar: ar.verification, en: en.verification },
  };
});
