'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Pair } from '#ui/Pair';
import { type Option, Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';

type Answer = { ok: boolean; code?: string; path?: string; values?: Record<string, string> };
type Words = {
  country: string;
  title: string;
  start: string;
  end: string;
  languages: Record<'ar' | 'en', string>;
  titleHint: string;
  submit: string;
  summary: string;
  errors: Record<string, string> & { other: string };
};

/** What is asked before a plan exists. Everything but the country may stay empty. */
export function NewPlanForm({
  locale,
  action,
  countries,
  words,
}: {
  locale: 'ar' | 'en';
  action: (previous: unknown, form: FormData) => Promise<Answer>;
  countries: Option[];
  words: Words;
}) {
  const [answer, submit, busy] = useActionState(action, null);
  const place = useRef<HTMLDivElement>(null);
  const given = answer?.values ?? {};
  const message = answer?.code ? (words.errors[answer.code] ?? words.errors.other) : '';
  const errorAt = (name: string) => (answer?.path === name ? message : undefined);
  useEffect(() => {
    if (answer && !answer.ok) place.current?.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  }, [answer]);
  const titles = locale === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const);
  return (
    <form action={submit} className="grid max-w-3xl gap-6" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <div ref={place}>
        {message && <ErrorSummary title={words.summary} errors={[{ id: answer?.path ?? 'countryId', message }]} />}
      </div>
      <Select
        id="countryId"
        name="countryId"
        label={words.country}
        options={countries}
        defaultValue={given.countryId}
        error={errorAt('countryId')}
      />
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">{words.title}</legend>
        <p className="text-sm text-muted">{words.titleHint}</p>
        <Pair>
          {titles.map((language) => {
            const name = language === 'ar' ? 'titleAr' : 'titleEn';
            return (
              <TextInput
                key={language}
                id={name}
                name={name}
                label={words.languages[language]}
                lang={language}
                dir={language === 'ar' ? 'rtl' : 'ltr'}
                defaultValue={given[name]}
                error={errorAt(name)}
              />
            );
          })}
        </Pair>
      </fieldset>
      <div className="grid gap-6 sm:grid-cols-2">
        {(['start', 'end'] as const).map((name) => (
          <TextInput
            key={name}
            id={name}
            name={name}
            type="date"
            label={words[name]}
            className="max-w-60"
            defaultValue={given[name]}
            error={errorAt(name)}
          />
        ))}
      </div>
      <div>
        <Button type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
