import { expect, test } from 'vitest';
import { countryNames } from '#people/countryNames';
import {
  formatAmount,
  formatBytes,
  formatDate,
  formatDigits,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShortMonth,
  nameOrder,
} from './format.ts';

test('a date has both Arabic names of its month, and the figures the plan asks for', () => {
  expect(formatDate('2026-11-17', 'en', 'latin')).toBe('17 November 2026');
  expect(formatDate('2026-11-17', 'ar', 'latin')).toBe('17 تشرين الثاني/نوفمبر 2026');
  expect(formatDate('2026-06-01', 'ar', 'arabicIndic')).toBe('١ حزيران/يونيه ٢٠٢٦');
  expect(formatDate('2026-06-01', 'en', 'arabicIndic')).toBe('1 June 2026');
  expect(formatShortMonth('2029-12-31', 'ar', 'arabicIndic')).toBe('١٢/٢٠٢٩');
});

test('an empty or unfinished value stays as it is', () => {
  expect(formatDate('', 'en', 'latin')).toBe('');
  expect(formatNumber('', 'ar', 'latin')).toBe('');
  expect(formatMoney('', 'USD', 'en', 'latin')).toBe('');
});

test('money keeps every digit of its decimal string, and cents only where it has any', () => {
  expect(formatMoney('420000.00', 'USD', 'en', 'latin')).toBe('USD 420,000');
  expect(formatMoney('420000.00', 'USD', 'ar', 'latin')).toBe('420,000 دولار أمريكي');
  expect(formatAmount('999999999999999.07', 'en', 'latin')).toBe('999,999,999,999,999.07');
  expect(formatAmount('1234567.50', 'ar', 'arabicIndic')).toBe('١٬٢٣٤٬٥٦٧٫٥٠');
});

test('numbers and shares follow the digits setting, without marks of direction', () => {
  expect(formatNumber('-1234.5', 'ar', 'latin')).toBe('-1,234.5');
  expect(formatPercent(0.586, 'ar', 'arabicIndic')).toBe('٥٨٫٦٪');
  expect(formatPercent(0.586, 'en', 'latin')).toBe('58.6%');
  expect(formatDigits('3.12', 'ar', 'arabicIndic')).toBe('٣.١٢');
});

test('a moment is told in the time zone asked for, and a size in the unit that fits', () => {
  expect(formatMoment(new Date('2026-11-17T22:05:00Z'), 'en', 'latin', 'Asia/Baghdad')).toBe('18 November 2026, 01:05');
  expect(formatBytes(3_140_000, 'en', 'latin')).toBe('3.1 MB');
  expect(formatBytes(12, 'ar', 'arabicIndic')).toBe('١٢ بايت');
});

const inOrder = (names: readonly string[], locale: 'ar' | 'en') => names.toSorted(nameOrder(locale));

test.each([
  ['the article doesn’t count', ['الاتحاد الروسي', 'إثيوبيا', 'أذربيجان', 'الأرجنتين', 'الأردن', 'أرمينيا', 'إريتريا']],
  ['nor does a hamza', ['أفغانستان', 'إكوادور', 'ألبانيا', 'ألمانيا', 'الإمارات العربية المتحدة', 'أندورا']],
  ['آ is an alef', ['أيرلندا', 'آيسلندا', 'إيطاليا', 'بابوا غينيا الجديدة', 'باكستان', 'البحرين', 'بربادوس']],
  ['of another language neither', ['سري لانكا', 'السلفادور', 'سلوفاكيا', 'سنغافورة', 'السنغال', 'السودان']],
  ['of a second word neither', ['الجمهورية التشيكية', 'جمهورية تنزانيا المتحدة', 'الجمهورية الدومينيكية']],
  ['of a second word neither', ['جمهورية كوريا', 'جمهورية الكونغو الديمقراطية', 'جمهورية لاو الديمقراطية الشعبية']],
])('names in Arabic are looked for as in lists of the Member States: %s', (_, names) => {
  expect(inOrder(names.toReversed(), 'ar')).toEqual(names);
});

test('no name of a Member State stands under its article', () => {
  const order = inOrder(
    countryNames.map(({ shortAr }) => shortAr),
    'ar',
  );
  const firsts = order.map((name) => name.replace(/^ال/, '').replace(/^[أإآ]/, 'ا')[0] ?? '');
  expect(firsts).toEqual(firsts.toSorted());
});

/** The words of their names that begin so: each has the article, that of «السلفادور» being Spanish. */
const articled = `
  الأرجنتين الأردن الأسود الأمريكية الإسلامية الإمارات الاتحاد الاستوائية البحرين
  البرازيل البرتغال البهاما البوسنة البوليفارية الجبل الجديدة الجزائر الجمهورية
  الدانمرك الدومينيكية الديمقراطية الرسولي الروسي السعودية السلام السلفادور السنغال
  السودان السورية السويد الشعبية الشمالية الصومال الصين العراق العربية العظمى الغابون
  الفلبين القمر القوميات الكاميرون الكرسي الكونغو الكويت المتحدة المتعددة المغرب
  المكسيك المملكة الموحدة النرويج النمسا النيجر الهند الوسطى الولايات اليابان اليمن
  اليونان`
  .trim()
  .split(/\s+/);

test('what begins with alef and lam as a part of the word stands there', () => {
  // Among the Member States and observers none does but with a hamza. A word that is new here is to be looked at.
  const bare = countryNames.flatMap(({ shortAr }) => shortAr.match(/(?<!\p{L})ال\p{L}+/gu) ?? []);
  expect([...new Set(bare)].toSorted()).toEqual(articled);
  expect(inOrder(['المكسيك', 'ألمانيا', 'ألبانيا', 'ال'], 'ar')).toEqual(['ال', 'ألبانيا', 'ألمانيا', 'المكسيك']);
});

test('in English names stand as they are written, and figures in their order', () => {
  expect(inOrder(['Plan 10', 'Plan 9', 'Åland', 'Zambia', 'albania'], 'en')).toEqual([
    'Åland',
    'albania',
    'Plan 9',
    'Plan 10',
    'Zambia',
  ]);
});
