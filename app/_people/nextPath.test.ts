import { expect, test } from 'vitest';
import { nextPath } from './nextPath.ts';

test.each(['/ar/plans', '/en', '/en/plans/1?filter=a&b=%20#x', '/ar?x=1'])('%s is a page to go on to', (path) => {
  expect(nextPath(path)).toBe(path);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/ar\\..//evil.example',
  '/ar/../../evil',
  '/\tar',
  '/ar/\n/evil.example',
  'javascript:alert(1)',
  '/api/auth/sign-out',
  '/arabic',
  '',
  ['/ar'],
  undefined,
])('%j is none', (path) => {
  expect(nextPath(path)).toBeNull();
});
