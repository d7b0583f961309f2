import { describe, expect, test } from 'vitest';
import { arrangeDesk, type DeskAsked, deskQuery, readDesk } from './deskList.ts';
import { pageOf } from './dispositionFilter.ts';
import { withQuery } from './threadFilter.ts';
import { type ReviewFacts, waiting } from './waiting.ts';

const at = (day: number) => new Date(Date.UTC(2027, 2, day));
const round = (sentAt: Date, dueAt: Date | null = null) => ({ number: 1, sentAt, dueAt });
const nothing: ReviewFacts = { round: null, decision: null, adoption: null };
const plan = (
  [code, nameAr, nameEn]: [string, string, string],
  title: { ar: string; en: string } | null,
  facts: Partial<ReviewFacts>,
) => ({ country: { code, nameAr, nameEn }, title, waiting: waiting({ ...nothing, ...facts }) });

const iraq = plan(
  ['IQ', 'العراق', 'Iraq'],
  { ar: 'خطة العمل الوطنية لمنع التطرف', en: 'National plan 2027–2031' },
  { round: round(at(9), at(20)) },
);
const jordan = plan(
  ['JO', 'الأردن', 'Jordan'],
  { ar: 'الإستراتيجية الوطنيّة', en: 'Strategy' },
  {
    round: round(at(3)),
    decision: { outcome: 'returned', decidedAt: at(5) },
  },
);
const mauritania = plan(['MR', 'موريتانيا', 'Mauritania'], null, {});
const tunisia = plan(
  ['TN', 'تونس', 'Tunisia'],
  { ar: '', en: 'Plan d’action' },
  { round: round(at(7)), adoption: { recordedAt: at(8) } },
);
const guinea = plan(['GN', 'غينيا', 'Guinea'], { ar: 'خطة', en: 'Plan' }, { round: round(at(12), at(15)) });
const all = [jordan, tunisia, guinea, iraq, mauritania];

const names = (a: string, b: string) => Number(a > b) - Number(a < b);
const asked = (search: Partial<DeskAsked>): DeskAsked => ({ q: '', state: '', waits: '', sort: 'urgent', ...search });
const codes = (search: Partial<DeskAsked>, locale: 'ar' | 'en' = 'en', of = all) =>
  arrangeDesk(of, asked(search), { locale, names }).map(({ country }) => country.code);

describe('what an address asks of a desk', () => {
  test('is read back from what it was written as', () => {
    const filter = asked({ q: 'العراق 2027', state: 'sent', waits: 'adviser', sort: 'due' });
    const address = withQuery('/ar/desk', deskQuery(filter));
    expect(readDesk(Object.fromEntries(new URL(address, 'http://here.invalid').searchParams))).toEqual(filter);
    expect(withQuery('/ar/desk', deskQuery(asked({})))).toBe('/ar/desk');
  });

  test('what is no such thing asks nothing', () => {
    const wrong = { q: [], state: 'lost', waits: '__proto__', sort: ['constructor', 'due'], page: '-1' };
    expect(readDesk(wrong)).toEqual(asked({}));
    expect(readDesk({ q: ` ${'س'.repeat(5000)}` }).q).toHaveLength(200);
  });
});

describe('search', () => {
  test.each([
    ['العراق', ['IQ']],
    ['عراق', ['IQ']],
    // Without its hamza, with a vowel sign, and with letters drawn out.
    ['الاردن', ['JO']],
    ['الأُردن', ['JO']],
    ['الأردنـــ', ['JO']],
    ['الاستراتيجيه', ['JO']],
    ['jor', ['JO']],
    ['iq', ['IQ']],
    ['plan', ['GN', 'IQ', 'TN']],
    ['٢٠٢٧', ['IQ']],
    ['خطه العراق', ['IQ']],
    ['zzz', []],
    ['   ', ['GN', 'IQ', 'JO', 'MR', 'TN']],
  ])('%s', (q, found) => {
    expect(codes(readDesk({ q })).toSorted()).toEqual(found);
  });

  test('goes with the other questions', () => {
    expect(codes({ q: 'plan', state: 'adopted' })).toEqual(['TN']);
    expect(codes({ q: 'plan', waits: 'adviser' })).toEqual(['GN', 'IQ']);
    expect(codes({ waits: 'nobody' })).toEqual(['TN']);
  });
});

describe('order', () => {
  test.each([
    ['urgent', ['GN', 'IQ', 'JO', 'MR', 'TN']],
    // Sent on the ninth and twelfth, returned on the fifth; nobody knows since when what was never sent waits.
    ['waiting', ['JO', 'IQ', 'GN', 'MR', 'TN']],
    ['due', ['GN', 'IQ', 'JO', 'MR', 'TN']],
    ['country', ['GN', 'IQ', 'JO', 'MR', 'TN']],
  ] as const)('%s', (sort, order) => {
    expect(codes({ sort })).toEqual(order);
    expect(codes({ sort }, 'en', all.toReversed())).toEqual(order);
  });

  test('of countries is that of the reader’s language', () => {
    expect(codes({ sort: 'country' }, 'ar')).toEqual(['JO', 'IQ', 'TN', 'GN', 'MR']);
  });

  test('leaves what it was given as it was', () => {
    const before = [...all];
    codes({ sort: 'country' });
    expect(all).toEqual(before);
  });
});

test('pages hold every plan once, and one that is beyond the last is the last', () => {
  const many = Array.from({ length: 579 }, (_, index) => index);
  const pages = Array.from({ length: 12 }, (_, index) => pageOf(many, String(index + 1), 50));
  expect(pages.flatMap(({ rows }) => rows)).toEqual(many);
  expect(pageOf(many, '999', 50)).toMatchObject({ page: 12, pages: 12 });
  expect(pageOf(many, '0', 50).page).toBe(1);
  expect(pageOf([], undefined, 50)).toEqual({ rows: [], page: 1, pages: 1 });
});
