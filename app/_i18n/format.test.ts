import { expect, test } from 'vitest';
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
