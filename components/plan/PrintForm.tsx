'use client';

import type { FormEvent, RefObject } from 'react';
import type { Locale } from '#i18n/routing';
import { annexes, editions, formats, layouts, type PrintOptions } from '#plan/printOptions';
import { Button } from '#ui/Button';
import { Choices, Tick } from '#ui/Choices';

export type PrintWords = Record<
  'layout' | 'format' | 'edition' | 'annexes' | 'annexesHint' | 'first' | 'firstHint' | 'start',
  string
> & {
  layouts: Record<string, string>;
  formats: Record<string, string>;
  editions: Record<string, string>;
  editionHints: Record<string, string>;
  annexNames: Record<string, string>;
};

type Props = {
  planId: string;
  locale: Locale;
  words: PrintWords;
  /** What was chosen for this plan the last time. */
  remembered: PrintOptions;
  /** The adopted edition that is printed, where it isn’t the draft. */
  adoption?: string;
  /** Whether something of the reader’s own is being printed: they wait for it, or stop it. */
  busy: boolean;
  button: RefObject<HTMLButtonElement | null>;
  order: (wish: object) => void;
};

/** How the plan is to be printed, begun with what was chosen last; the first pages can be looked at before. */
export function PrintForm({ planId, locale, words, remembered, adoption, busy, button, order }: Props) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    const one = (name: string) => String(form.get(name));
    if (busy) return;
    order({
      layout: one('layout'),
      format: one('extent') === 'first' ? 'pdf' : one('format'),
      edition: one('edition'),
      annexes: form.getAll('annexes'),
      extent: one('extent'),
      ...(adoption && { adoption }),
    });
  };
  const named = (values: readonly string[], names: Record<string, string>, hints: Record<string, string> = {}) =>
    values.map((value) => ({ value, label: names[value] ?? value, ...(hints[value] ? { hint: hints[value] } : {}) }));
  return (
    <form method="post" action={`/api/plans/${planId}/prints`} onSubmit={send} className="grid gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="choosesAnnexes" value="1" />
      {adoption && <input type="hidden" name="adoption" value={adoption} />}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Choices
          id="layout"
          type="radio"
          name="layout"
          label={words.layout}
          options={named(layouts, words.layouts)}
          initial={remembered.layout}
        />
        <Choices
          id="format"
          type="radio"
          name="format"
          label={words.format}
          options={named(formats, words.formats)}
          initial={remembered.format}
        />
        <Choices
          id="edition"
          type="radio"
          name="edition"
          label={words.edition}
          options={named(editions, words.editions, words.editionHints)}
          initial={remembered.edition}
        />
        <fieldset className="grid gap-1.5" aria-describedby="annexes-hint">
          <legend className="mb-1.5 font-medium">{words.annexes}</legend>
          <p id="annexes-hint" className="text-sm text-muted">
            {words.annexesHint}
          </p>
          {annexes.map((annex) => (
            <Tick
              key={annex}
              type="checkbox"
              name="annexes"
              value={annex}
              label={words.annexNames[annex] ?? annex}
              defaultChecked={remembered.annexes.includes(annex)}
            />
          ))}
        </fieldset>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={button} type="submit" name="extent" value="whole" aria-disabled={busy}>
          {words.start}
        </Button>
        <Button type="submit" name="extent" value="first" look="quiet" aria-disabled={busy}>
          {words.first}
        </Button>
      </div>
      <p className="text-sm text-muted">{words.firstHint}</p>
    </form>
  );
}
