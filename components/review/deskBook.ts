import { createTranslator } from 'use-intl/core';
import { formatDate } from '#i18n/format';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import ar from '#locales/ar/desk' with { type: 'json' };
import en from '#locales/en/desk' with { type: 'json' };
import type { Scope } from '#people/roles';
import type { Bilingual } from '#plan/schema';
import { lastDay } from '#review/days';
import { type DeskAsked, waitsFor } from '#review/deskList';
import type { Waiting } from '#review/waiting';
import type { Book, Content } from '../sheets/book.ts';

/** What a file of a desk is written with. `day`: the day on which it is, ISO 8601. */
export type BookWording = { locale: Locale; messages: Messages; day: string };

type DeskPlan = {
  country: { code: string; nameAr: string; nameEn: string };
  title: Bilingual | null;
  waiting: Waiting;
  counts: { mustFix: number; consider: number; wordings: number };
  scope: Scope;
  until: Date;
};

/** The messages of a file, as functions; numbers in sentences have the figures that those in cells have. */
export const bookWords = ({ locale, messages }: BookWording) => createTranslator({ locale, messages, timeZone: 'UTC' });

const moment = (date: Date | null): Content => ({ moment: date?.toISOString() ?? '' });
const days = (end: Date | null): Content => ({ moment: end ? lastDay(end) : '' });

/** The title of a plan in each language, in a column of its own. */
export const titleCells = (title: Bilingual | null): [Content, Content] => [
  { text: title?.ar ?? '', language: 'ar' },
  { text: title?.en ?? '', language: 'en' },
];

/** A desk as a workbook: a row for each plan, in the order in which they are given, with real numbers and days. */
export function deskBook(plans: readonly DeskPlan[], asked: DeskAsked, wording: BookWording): Book {
  const { locale, day } = wording;
  const t = bookWords(wording);
  const columns: { head: string; width: number; of: (plan: DeskPlan) => Content }[] = [
    {
      head: t('desk.sheet.country'),
      width: 22,
      of: ({ country }) => ({ text: locale === 'ar' ? country.nameAr : country.nameEn, language: locale }),
    },
    { head: t('desk.sheet.code'), width: 8, of: ({ country }) => ({ text: country.code, language: 'en' }) },
    { head: t('desk.sheet.titleAr'), width: 36, of: ({ title }) => titleCells(title)[0] },
    { head: t('desk.sheet.titleEn'), width: 36, of: ({ title }) => titleCells(title)[1] },
    { head: t('desk.state'), width: 16, of: ({ waiting }) => ({ words: t(`review.states.${waiting.state}`) }) },
    { head: t('desk.waits'), width: 14, of: (plan) => ({ words: t(`desk.waitsFor.${waitsFor(plan)}`) }) },
    { head: t('desk.since'), width: 12, of: ({ waiting }) => moment(waiting.since) },
    { head: t('desk.sheet.due'), width: 12, of: ({ waiting }) => days(waiting.dueAt) },
    {
      head: t('desk.sheet.round'),
      width: 8,
      of: ({ waiting }) => (waiting.round === null ? { words: '' } : { number: waiting.round }),
    },
    { head: t('desk.sheet.mustFix'), width: 12, of: ({ counts }) => ({ number: counts.mustFix }) },
    { head: t('desk.sheet.consider'), width: 12, of: ({ counts }) => ({ number: counts.consider }) },
    { head: t('desk.sheet.wordings'), width: 12, of: ({ counts }) => ({ number: counts.wordings }) },
    {
      head: t('desk.sheet.questions'),
      width: 14,
      of: ({ waiting }) => ({ number: waiting.asked.adviser?.threads ?? 0 }),
    },
    { head: t('desk.access'), width: 16, of: ({ scope }) => ({ words: t(`desk.scopes.${scope}`) }) },
    { head: t('desk.sheet.until'), width: 12, of: ({ until }) => days(until) },
  ];
  const facts = [
    { name: t('desk.sheet.asOf'), value: formatDate(day, locale, 'latin') },
    { name: t('desk.sheet.shown'), value: t('desk.caption', { count: plans.length }) },
    ...(asked.q ? [{ name: t('desk.q'), value: asked.q }] : []),
    ...(asked.state ? [{ name: t('desk.state'), value: t(`review.states.${asked.state}`) }] : []),
    ...(asked.waits ? [{ name: t('desk.waits'), value: t(`desk.waitsFor.${asked.waits}`) }] : []),
    { name: t('desk.sort'), value: t(`desk.sorts.${asked.sort}`) },
  ];
  return {
    language: locale,
    tables: [{ name: t('desk.nav.plans'), columns, rows: plans.map((plan) => columns.map(({ of }) => of(plan))) }],
    about: { name: t('desk.sheet.about'), title: t('desk.title'), facts },
    tooLong: t('desk.sheet.tooLong'),
  };
}

/** The head with which a file of a desk goes out: a name in both languages, and a plain one for programs that know no other. */
export function deskFileName(kind: 'desk' | 'coverage', day: string): string {
  const name = `${[ar, en].map(({ sheet }) => sheet.files[kind]).join(' - ')} - ${day}.xlsx`;
  return `attachment; filename="${kind}-${day}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
