'use client';

import { useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatShortMonth } from '#i18n/format';
import { type Dates, type Grip, moved, placeIn, remarkOn, type Span } from '#plan/timeline';
import { Written } from '#ui/Written';
import { ClashNotes } from './ClashNotes.tsx';
import { fill, type PartContent } from './form.ts';
import { Part } from './Part.tsx';
import { useFrame } from './PlanFrame.tsx';
import { timelineColumns } from './timelineColumns.ts';
import { gripAt, keyMove, monthsAcross } from './timelineHands.ts';

type Words = {
  from: string;
  half: string;
  until: string;
  none: string;
  remarks: Record<'noDates' | 'backwards' | 'outside', string>;
  moved: string;
  undone: string;
  atEdge: string;
};

type Row = {
  edits: boolean;
  number: number;
  title: { text: string; lang: string };
  untitled: string;
  href: string;
  span: Span;
  years: number;
  shade: { from: number | null; to: number | null };
  now: number | null;
  period: { start: string; end: string };
  words: Words;
};

/** One action of a timeline: its name, and its bar, which moves where this reader may edit the action. */
export function TimelineRow({ start, ...row }: Row & { start: PartContent }) {
  const dates = start.content as Dates;
  return row.edits ? (
    <Part start={start} className="contents">
      <Moving part={start.part} {...row} />
    </Part>
  ) : (
    <Line {...row} dates={dates} />
  );
}

const percent = (part: number) => `${part * 100}%`;

function datesIn(words: Words, { start, end }: Dates, locale: 'ar' | 'en'): string {
  const [from, to] = [start, end].map((date) => formatShortMonth(date, locale, 'latin'));
  if (start && end) return fill(words.from, { start: from ?? '', end: to ?? '' });
  if (start) return fill(words.half, { start: from ?? '' });
  return end ? fill(words.until, { end: to ?? '' }) : words.none;
}

function Moving({ part, ...row }: Row & { part: string }) {
  const { locale } = useFrame();
  const { getValues, setValue } = useFormContext();
  const [start, end, milestones]: [string, string, Dates['milestones'] | undefined] = useWatch({
    name: [`${part}.start`, `${part}.end`, `${part}.milestones`] as const,
  }) as never;
  const [told, setTold] = useState('');
  const before = useRef<Dates[]>([]);
  const drag = useRef<{ grip: Grip; from: number; dates: Dates; months: number } | null>(null);
  const dates: Dates = { start, end, milestones: milestones ?? {} };
  const now = (): Dates => {
    const { start, end, milestones } = getValues(part) as Dates;
    return structuredClone({ start, end, milestones: milestones ?? {} });
  };
  const name = `${row.number}. ${row.title.text.trim() || row.untitled}`;
  const write = (next: Dates) => {
    // All at once: with each value that is set, all that the form holds is copied and looked through.
    setValue(part, { ...getValues(part), ...next });
  };
  const say = (words: string, of: Dates) =>
    setTold(fill(words, { action: name, dates: datesIn(row.words, of, locale) }));
  const move = (grip: Grip, months: number) => {
    const was = now();
    const next = moved(was, grip, months);
    if (next === was) return say(row.words.atEdge, was);
    before.current.push(was);
    write(next);
    say(row.words.moved, next);
  };
  const undo = () => {
    const was = before.current.pop();
    if (!was) return;
    write(was);
    say(row.words.undone, was);
  };

  return (
    <Line
      {...row}
      dates={dates}
      bar={{
        'aria-label': `${name}: ${datesIn(row.words, dates, locale)}`,
        'aria-describedby': 'timeline-keys',
        onClick: (event) => {
          // A bar that was dragged isn’t opened by letting it go.
          if (event.detail === 0 || !event.currentTarget.dataset.dragged) window.location.assign(row.href);
          delete event.currentTarget.dataset.dragged;
        },
        onKeyDown: (event) => {
          const asked = keyMove(event, locale === 'ar');
          if (!asked) return;
          event.preventDefault();
          if (asked === 'undo') undo();
          else move(asked.grip, asked.months);
        },
        onPointerDown: (event) => {
          if (event.button !== 0 || !dates.start || !dates.end) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const grip = gripAt(event.currentTarget.getBoundingClientRect(), event.clientX, locale === 'ar');
          drag.current = { grip, from: event.clientX, dates: now(), months: 0 };
        },
        onPointerMove: (event) => {
          const held = drag.current;
          const track = event.currentTarget.parentElement;
          if (!held || !track) return;
          const months = monthsAcross(event.clientX - held.from, track.clientWidth, row.years * 12, locale === 'ar');
          if (months === held.months) return;
          event.currentTarget.dataset.dragged = 'yes';
          held.months = months;
          write(months === 0 ? held.dates : moved(held.dates, held.grip, months));
        },
        onPointerUp: () => {
          const held = drag.current;
          drag.current = null;
          if (!held || held.months === 0) return;
          before.current.push(held.dates);
          say(row.words.moved, now());
        },
      }}
    >
      <p role="status" className="sr-only">
        {told}
      </p>
      {['start', 'end', 'milestones'].map((field) => (
        <ClashNotes key={field} path={`${part}.${field}`} own />
      ))}
    </Line>
  );
}

type Bar = Pick<
  React.ComponentProps<'button'>,
  'aria-label' | 'aria-describedby' | 'onClick' | 'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp'
>;

function Line({
  number,
  title,
  untitled,
  href,
  span,
  years,
  shade,
  now,
  period,
  words,
  dates,
  bar,
  children,
}: Row & { dates: Dates; bar?: Bar; children?: React.ReactNode }) {
  const { locale } = useFrame();
  const from = placeIn(span, dates.start);
  const to = placeIn(span, dates.end, 'end');
  const remark = remarkOn(dates, period);
  const isShown = from !== null && to !== null && to > from;
  const place = isShown ? { insetInlineStart: percent(from), inlineSize: percent(to - from) } : undefined;
  const look = 'absolute top-1/2 h-6 min-w-2 -translate-y-1/2 rounded-sm border border-blue bg-blue';
  return (
    <div className={`${timelineColumns} border-b border-line`}>
      <div className="py-2 pe-4 text-sm">
        <a href={href} className="text-blue underline underline-offset-4">
          {number}.{' '}
          <bdi lang={title.lang}>
            <Written>{title.text.trim() || untitled}</Written>
          </bdi>
        </a>
        <span className="block text-muted">{datesIn(words, dates, locale)}</span>
        {remark && remark !== 'noDates' && <span className="block text-warm">{words.remarks[remark]}</span>}
      </div>
      <div className="relative min-h-12">
        {shade.from !== null && shade.to !== null && (
          <span
            aria-hidden="true"
            className="absolute inset-y-0 bg-blue-soft"
            style={{ insetInlineStart: percent(shade.from), inlineSize: percent(shade.to - shade.from) }}
          />
        )}
        {Array.from({ length: years }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
            key={index}
            aria-hidden="true"
            className="absolute inset-y-0 border-s border-line"
            style={{ insetInlineStart: percent(index / years) }}
          />
        ))}
        {isShown &&
          (bar ? (
            <button type="button" {...bar} className={`${look} touch-pan-y cursor-grab`} style={place} />
          ) : (
            <span aria-hidden="true" className={look} style={place} />
          ))}
        {Object.entries(dates.milestones).map(([id, { date }]) => {
          const at = placeIn(span, date);
          return (
            at !== null && (
              <span
                key={id}
                aria-hidden="true"
                className="pointer-events-none absolute top-1/2 -ms-1.5 size-3 -translate-y-1/2 rotate-45 border border-ink bg-paper"
                style={{ insetInlineStart: percent(at) }}
              />
            )
          );
        })}
        {now !== null && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 border-s-2 border-dashed border-warm"
            style={{ insetInlineStart: percent(now) }}
          />
        )}
        {children}
      </div>
    </div>
  );
}
