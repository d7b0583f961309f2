'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { formatBytes, formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/routing';
import type { PrintOptions } from '#plan/printOptions';
import { Button } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Progress } from '#ui/Progress';
import { fill } from './form.ts';
import { PrintForm, type PrintWords } from './PrintForm.tsx';

/** A printing as `GET /api/prints/<id>` tells it. */
export type Print = {
  id: string;
  adoptionId: string | null;
  options: PrintOptions;
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
  own: boolean;
};

type Words = Record<
  | 'stop'
  | 'past'
  | 'none'
  | 'ahead'
  | 'count'
  | 'colleague'
  | 'download'
  | 'look'
  | 'file'
  | 'moment'
  | 'unreachable'
  | 'leave'
  | 'again'
  | 'adopted',
  string
> & {
  states: Record<string, string>;
  steps: Record<string, string>;
  errors: Record<string, string>;
} & PrintWords;

const isRunning = ({ state }: Print) => state === 'queued' || state === 'printing';

/** Printing with its real progress: it can be left and is there on return. Without JavaScript, loading the page tells it. */
export function PrintPanel({
  planId,
  locale,
  start: first,
  remembered,
  adoption,
  refused,
  words,
}: {
  planId: string;
  locale: Locale;
  /** What is known when the page is made. */
  start: readonly Print[];
  remembered: PrintOptions;
  /** The adopted edition that is printed here, where it isn’t the draft. */
  adoption?: string;
  /** Why a form that was sent without JavaScript was refused. */
  refused?: string;
  words: Words;
}) {
  const { prints, reach, order, cancel, code } = usePrints(planId, first, refused);
  const button = useRef<HTMLButtonElement>(null);
  const running = prints.filter(isRunning);
  const own = running.find((print) => print.own);
  const past = prints.filter((print) => !isRunning(print));
  const failure = reach ? code && (words.errors[code] ?? words.errors.failed) : words.unreachable;
  const stop = async (event: FormEvent<HTMLFormElement>, id: string) => {
    event.preventDefault();
    await cancel(id);
    button.current?.focus();
  };
  return (
    <div className="grid gap-6">
      <PrintForm
        planId={planId}
        locale={locale}
        words={words}
        remembered={remembered}
        adoption={adoption}
        busy={Boolean(own)}
        button={button}
        order={order}
      />
      <div role="status">
        {failure && <Notice tone="warm">{failure}</Notice>}
        <p className="sr-only">{said(prints, words)}</p>
      </div>
      {running.map((print) => (
        <div key={print.id} className="grid max-w-xl gap-2">
          <Progress value={print.done} of={print.total} label={nameOf(print, words)}>
            {print.own ? '' : `${words.colleague} `}
            {howFar(print, words)}
          </Progress>
          {print.own && (
            <>
              <p className="text-sm text-muted">
                {words.leave}{' '}
                <noscript>
                  <a href={adoption ? `?adoption=${adoption}` : '?'} className="text-blue underline underline-offset-4">
                    {words.again}
                  </a>
                </noscript>
              </p>
              <form method="post" action={`/api/prints/${print.id}`} onSubmit={(event) => stop(event, print.id)}>
                <input type="hidden" name="locale" value={locale} />
                <Button type="submit" look="quiet">
                  {words.stop}
                </Button>
              </form>
            </>
          )}
        </div>
      ))}
      <section aria-labelledby="past" className="grid gap-2">
        <h3 id="past" className="text-lg">
          {words.past}
        </h3>
        {past.length === 0 ? (
          <p className="text-muted">{words.none}</p>
        ) : (
          <ul className="border-b border-line">
            {past.map((print) => (
              <li key={print.id} className="grid gap-1 border-t border-line py-3">
                <Ended print={print} words={words} locale={locale} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Ended({ print, words, locale }: { print: Print; words: Words; locale: Locale }) {
  const { id, state, options, error, fileName, pages, bytes, createdAt } = print;
  const { layout, format, edition, extent } = options;
  const isLook = extent === 'first';
  const moment = fill(words.moment, { moment: formatMoment(new Date(createdAt), locale, 'latin') });
  const weight = formatBytes(bytes ?? 0, locale, 'latin');
  const size = pages === null ? weight : fill(words.file, { pages, size: weight });
  return (
    <>
      {state === 'done' ? (
        <a
          href={`/api/prints/${id}/file`}
          {...(isLook ? { target: '_blank', rel: 'noopener' } : { download: true })}
          className="w-fit text-blue underline underline-offset-4 [overflow-wrap:anywhere]"
        >
          {isLook ? words.look : words.download}: <bdi>{fileName}</bdi>
        </a>
      ) : (
        <p className={state === 'failed' ? 'text-warm' : 'text-muted'}>
          {words.states[state]}
          {error && `: ${words.errors[error] ?? words.errors.failed}`}
        </p>
      )}
      <p className="text-sm text-muted">
        {[
          print.adoptionId && words.adopted,
          words.formats[format],
          words.layouts[layout],
          edition === 'public' && words.editions.public,
          state === 'done' && size,
          moment,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

const nameOf = ({ adoptionId, options }: Print, words: Words): string =>
  [adoptionId && words.adopted, words.layouts[options.layout]].filter(Boolean).join(' · ');

function howFar({ state, step, ahead, done, total }: Print, words: Words): string {
  if (state === 'queued') return fill(words.ahead, { count: ahead });
  if (!total) return words.states.printing ?? '';
  return fill(words.count, { step: words.steps[step] ?? '', done, total });
}

/** What is announced of one’s own newest printing: its steps, not each count. */
function said(prints: readonly Print[], words: Words): string {
  const { states, steps } = words;
  const newest = prints.find(({ own }) => own);
  if (!newest) return '';
  const state = newest.state === 'printing' ? (steps[newest.step] ?? states.printing) : states[newest.state];
  return `${nameOf(newest, words)}: ${state}`;
}

/** The printings of a plan, asked for again while one of them is under way. */
function usePrints(planId: string, first: readonly Print[], refused = '') {
  const [prints, setPrints] = useState(first);
  const [reach, setReach] = useState(true);
  const [code, setCode] = useState(refused);
  const address = `/api/plans/${planId}/prints`;

  const ask = useCallback(async (url: string, init?: RequestInit) => {
    try {
      const answer = await (await fetch(url, init)).json();
      setReach(true);
      return answer;
    } catch {
      setReach(false);
      return null;
    }
  }, []);
  const refresh = useCallback(async () => {
    const answer = await ask(address);
    if (answer?.ok) setPrints(answer.prints);
    else if (answer) setCode(answer.code);
  }, [ask, address]);
  const deed = async (url: string, init: RequestInit) => {
    const answer = await ask(url, init);
    if (answer) setCode(answer.ok ? '' : answer.code);
    await refresh();
  };

  useEffect(() => {
    refresh();
  }, [refresh]);
  const isWaiting = !reach || prints.some(isRunning);
  useEffect(() => {
    if (!isWaiting) return;
    const again = setInterval(refresh, 1000);
    return () => clearInterval(again);
  }, [isWaiting, refresh]);

  const order = (wish: object) =>
    deed(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
  const cancel = (id: string) => deed(`/api/prints/${id}`, { method: 'DELETE' });
  return { prints, reach, code, order, cancel };
}
