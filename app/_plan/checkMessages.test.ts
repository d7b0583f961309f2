import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { priorityAreas } from '#catalogue/recommendations';
import arCatalogue from '#locales/ar/catalogue';
import ar from '#locales/ar/check';
import enCatalogue from '#locales/en/catalogue';
import en from '#locales/en/check';
import { reasonCodes } from './criterion.ts';
import { refusalCodes } from './exchange.ts';
import { problemCodes } from './problem.ts';

const languages = [
  ['Arabic', 'ar', ar, arCatalogue],
  ['English', 'en', en, enCatalogue],
] as const;

const values = {
  count: 3,
  of: 9,
  excess: 1200.5,
  currency: 'USD',
  area: 'youth',
  sector: 'education',
  voice: 'women',
  category: 'structuralContext',
  limit: 5,
  line: 3,
  version: '2',
  known: 1,
  expected: 'string',
};

describe.each(languages)('in %s', (_, locale, messages, catalogue) => {
  const t = createTranslator({ locale, messages: messages as typeof en });
  const say = (key: string, given: Record<string, string | number> = values) => t(key as 'states.met', given as never);

  it('every problem, reason and refusal has its sentence, and no sentence is without its code', () => {
    expect(Object.keys(messages.problems).sort()).toEqual([...problemCodes].sort());
    expect(Object.keys(messages.reasons).sort()).toEqual([...reasonCodes].sort());
    expect(Object.keys(messages.refusals).sort()).toEqual([...refusalCodes].sort());
  });

  it('each sentence can be said', () => {
    for (const section of ['problems', 'reasons', 'refusals'] as const) {
      for (const code of Object.keys(messages[section])) {
        const sentence = say(`${section}.${code}`);
        expect(sentence).toMatch(/^(\p{L}|\d).*\.$/u);
        expect(sentence).not.toMatch(/[{}]|undefined|^(problems|reasons|refusals)\./);
      }
    }
  });

  it('counts read well in each plural form', () => {
    const said = [0, 1, 2, 3, 11, 100].map((count) => say('reasons.actionsWithoutSdg', { count, of: 200 }));
    expect(new Set(said).size).toBe(said.length);
    if (locale === 'ar') expect(said[2]).toMatch(/^إجراءان دون/);
  });

  it('areas have the names that the catalogue gives them', () => {
    for (const area of priorityAreas) expect(say('reasons.areaUnanswered', { area })).toContain(catalogue.areas[area]);
  });
});
