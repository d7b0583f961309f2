import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import ar from '#locales/ar/mail' with { type: 'json' };
import en from '#locales/en/mail' with { type: 'json' };
import { type MailWords, mailText } from './mailText.ts';
import { mailTiming } from './mailTiming.ts';

const wordsOf = (locale: 'ar' | 'en', messages: typeof en): MailWords => {
  const translate = createTranslator({ locale, messages });
  return (sentence, count) => translate(sentence, { count });
};
const words = { ar: wordsOf('ar', ar), en: wordsOf('en', en) };

test('a message says in both languages, Arabic first, how much of what there is, and where', () => {
  const { subject, text, html } = mailText({ commented: 3, mentioned: 1 }, words, 'https://plan.example.org/');
  expect(subject).toBe('مُعِدّ خطط العمل الوطنية: 4 إشعارات جديدة | National Action Plan Builder: 4 new notices');
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- ذُكرتم في ملاحظة',
    '- 3 ملاحظات جديدة',
    '- You are named in a comment',
    '- There are 3 new comments',
  ]);
  expect(text.match(/^https:.*$/gm)).toEqual([
    'https://plan.example.org/ar/notices',
    'https://plan.example.org/en/notices',
  ]);
  expect(html.match(/<div [^>]*>/g)).toEqual(['<div lang="ar" dir="rtl">', '<div lang="en" dir="ltr">']);
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://plan.example.org/ar/notices"',
    'href="https://plan.example.org/en/notices"',
  ]);
});

test('nothing is fetched or run by opening a message', () => {
  const { html } = mailText({ sent: 1 }, words, 'https://plan.example.org');
  expect(html).not.toMatch(/<(img|link|style|script|iframe|form|object|base|meta (?!charset))|src=|url\(|@import/i);
});

test('what a message is made of has no place for a plan, and what it is given is never markup', () => {
  const sentence = () => `<b>&"'`;
  const { html, text } = mailText({ sent: 1 }, { ar: sentence, en: sentence }, 'https://plan.example.org');
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;b&gt;&amp;&quot;&#39;');
  expect(text).toContain(`- <b>&"'`);
});

test('every kind of notice has a time, and a sentence of its own for one and for several', () => {
  for (const language of ['ar', 'en'] as const) {
    const said = Object.keys(mailTiming).flatMap((kind) =>
      [1, 2, 7, 11, 100].map((count) => mailText({ [kind]: count }, words, 'https://x.test').text + language + count),
    );
    expect(new Set(said).size).toBe(Object.keys(mailTiming).length * 5);
  }
  expect(Object.keys(en.kinds).sort()).toEqual(Object.keys(mailTiming).sort());
});
