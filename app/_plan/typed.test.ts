import { describe, expect, test } from 'vitest';
import { readAmount, readNumber, readYear, showFigure } from './typed.ts';

describe('figures as people type them', () => {
  test('an amount may be typed with Arabic-Indic or Persian digits and their signs', () => {
    expect(readAmount('١٬٢٣٤٬٥٦٧٫٥٠')).toBe('1234567.50');
    expect(readAmount('۴۲۰۰۰۰')).toBe('420000');
    expect(readAmount(' 58 965 000 ')).toBe('58965000');
  });
  test('a comma that could mean two things is asked again, never guessed', () => {
    expect(readAmount('12,5')).toBeNull();
    expect(readAmount('12,500')).toBe('12500');
  });
  test('money is never negative and has two decimal places at most', () => {
    expect(readAmount('-5')).toBeNull();
    expect(readAmount('1.234')).toBeNull();
  });
  test('a measured value may be negative and finer', () => {
    expect(readNumber('−0.125')).toBe('-0.125');
    expect(readNumber('007')).toBe('7');
    expect(readNumber('12 m')).toBeNull();
  });
  test('an empty field is an empty answer, not a wrong one', () => {
    expect([readAmount(''), readNumber(' '), readYear('')]).toEqual(['', '', '']);
  });
  test('a year has four figures', () => {
    expect(readYear('٢٠٢٧')).toBe(2027);
    expect(readYear('27')).toBeNull();
    expect(readYear('3000')).toBeNull();
  });
  test('a stored figure is shown with its thousands parted', () => {
    expect(showFigure('58965000.5')).toBe('58,965,000.5');
    expect(showFigure(null)).toBe('');
  });
});
