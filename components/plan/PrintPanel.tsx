'use client';

import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import { Button } from '#ui/Button';
import { Choices } from '#ui/Choices';
import { Notice } from '#ui/Notice';
import { Progress } from '#ui/Progress';
import { fill } from './form.ts';

/** A printing as `GET /api/prints/<id>` tells it. */
type Print = {
  id: string;
  layout: string;
  state: 'queued' | 'printing' | 'done' | 'failed' | 'cancelled';
  step: '' | 'reading' | 'layout' | 'writing' | 'done';
  done: number;
  total: number;
  ahead: number;
  pages: number | null;
  bytes: number | null;
  fileName: string;
  error: string | null;
  createdAt: string;
};

type Words = Record<
  | 'layout'
  | 'start'
  | 'stop'
  | 'past'
  | 'none'
  | 'ahead'
  | 'count'
  | 'download'
  | 'pages'
  | 'failed'
  | 'unreachable'
  | 'leave',
  string
> & {
  states: Record<string, string>;
  steps: Record<string, string>;
  layouts: Record<string, string>;
  errors: Record<string, string>;
};

const running = ({ state }: Print) => state === 'queued' || state === 'printing';

/** Printing with its real progress: it can be left and is there on return. */
export function PrintPanel({ planId, locale, words }: { planId: string; locale: Locale; words: Words }) {
  const [prints, setPrints] = useState<readonly Print[] | null>(null);
  const [failure, setFailure] = useState('');
  const address = `/api/plans/${planId}/prints`;

  const ask = useCallback(
    async (url: string, init?: RequestInit) => {
      try {
        const response = await fetch(url, init);
        const answer = await response.json();
        setFailure(answer.ok ? '' : (words.errors[answer.code] ?? words.failed));
        return answer.ok ? answer : null;
      } catch {
        setFailure(words.unreachable);
        return null;
      }
    },
    [words],
  );
  const refresh = useCallback(async () => {
    const answer = await ask(address);
    if (answer) setPrints(answer.prints);
  }, [ask, address]);

  useEffect(() => {
    refresh();
  }, [refresh]);
  const waiting = prints?.some(running);
  useEffect(() => {
    if (!waiting) return;
    const again = setInterval(refresh, 1000);
    return () => clearInterval(again);
  }, [waiting, refresh]);

  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const layout = new FormData(event.currentTarget).get('layout');
    await ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ layout }),
    });
    await refresh();
  };
  const stop = async ({ id }: Print) => {
    await ask(`/api/prints/${id}`, { method: 'DELETE' });
    await refresh();
  };

  const now = prints?.find(running);
  const past = prints?.filter((print) => !running(print)) ?? [];
  return (
    <div className="grid gap-6">
      <form method="post" action={address} onSubmit={start} className="grid gap-4">
        <Choices
          id="layout"
          type="radio"
          name="layout"
          label={words.layout}
          options={['facing', 'ar', 'en'].map((value) => ({ value, label: words.layouts[value] ?? value }))}
          initial="facing"
        />
        <div>
          <Button type="submit" disabled={Boolean(now)}>
            {words.start}
          </Button>
        </div>
      </form>
      <div role="status">{failure && <Notice tone="warm">{failure}</Notice>}</div>
      {now && (
        <div className="grid max-w-xl gap-2">
          <Progress value={now.done} of={now.total} label={words.steps[now.step] ?? words.states[now.state] ?? ''}>
            {now.state === 'queued'
              ? fill(words.ahead, { count: now.ahead })
              : fill(words.count, { step: words.steps[now.step] ?? '', done: now.done, total: now.total })}
          </Progress>
          <p className="text-sm text-muted">{words.leave}</p>
          <div>
            <Button look="quiet" onClick={() => stop(now)}>
              {words.stop}
            </Button>
          </div>
        </div>
      )}
      <section aria-labelledby="past" className="grid gap-2">
        <h3 id="past" className="text-lg">
          {words.past}
        </h3>
        {prints && past.length === 0 && <p className="text-muted">{words.none}</p>}
        <ul>
          {past.map((print) => (
            <li key={print.id} className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-2">
              <span>{formatMoment(new Date(print.createdAt), locale, 'latin')}</span>
              <span className="text-muted">{words.layouts[print.layout]}</span>
              {print.state === 'done' ? (
                <a href={`/api/prints/${print.id}/file`} download className="text-blue underline underline-offset-4">
                  {words.download} <bdi>{print.fileName}</bdi> ({fill(words.pages, { pages: print.pages ?? 0 })})
                </a>
              ) : (
                <span className="text-warm">
                  {words.states[print.state]} {print.error && (words.errors[print.error] ?? words.failed)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
