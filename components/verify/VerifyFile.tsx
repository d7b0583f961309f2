'use client';

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Locale } from '#i18n/routing';
import type verify from '#locales/en/verify';
import { statedCode } from '#review/editionCode';
import { control, Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { type Answer, type AnswerWords, legible, VerifyAnswer } from './VerifyAnswer.tsx';

/** The largest file that is printed here, in bytes: a larger one is none of them. */
const LARGEST = 64_000_000;

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is known of a file. Its hash is worked out here, and nothing of it is sent but that and the code that it states. */
async function answerTo(file: File): Promise<Answer> {
  const { name, size } = file;
  if (size > LARGEST) return { kind: 'tooLarge', name };
  let asked: { hash: string; stated?: string };
  try {
    const bytes = await file.arrayBuffer();
    const stated = statedCode(new Uint8Array(bytes));
    asked = { hash: hexadecimal(await crypto.subtle.digest('SHA-256', bytes)), ...(stated && { stated }) };
  } catch {
    return { kind: 'unreadable', name };
  }
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/verify', { method: 'POST', headers, body: JSON.stringify(asked) });
    const { ok, code, editions, stated } = await response.json();
    if (!ok) return { kind: code === 'tooMany' ? 'tooMany' : 'unreachable', name };
    if (editions.length > 0) return { kind: editions[0].file ? 'file' : 'document', name, editions };
    return stated.length > 0 ? { kind: 'changed', name, editions: stated } : { kind: 'unknownFile', name };
  } catch {
    return { kind: 'unreachable', name };
  }
}

type Words = { file: typeof verify.file; answer: AnswerWords };

/** A file is chosen, or dropped anywhere on the page, and what is known of it is said below. */
export function VerifyFile({ words, locale }: { words: Words; locale: Locale }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reading, setReading] = useState('');
  const status = useRef<HTMLDivElement>(null);
  const latest = useRef<File>(null);
  // Without encryption a browser has no such thing. While the page is made it isn't known yet.
  const hasCrypto = useSyncExternalStore(
    () => () => {},
    () => Boolean(globalThis.crypto?.subtle),
    () => true,
  );
  const take = async (file: File | null | undefined) => {
    if (!file || !hasCrypto) return;
    latest.current = file;
    setAnswer(null);
    setReading(file.name);
    const found = await answerTo(file);
    // Another was chosen meanwhile.
    if (latest.current !== file) return;
    setReading('');
    setAnswer(found);
  };
  useEffect(() => {
    if (answer) status.current?.focus();
  }, [answer]);
  const isOver = useDrop(take);
  const { label, hint, noCrypto, drop } = words.file;
  return (
    <>
      {hasCrypto ? (
        <div
          className={`max-w-prose border-2 p-4 ${isOver ? 'border-blue bg-blue-soft' : 'border-dashed border-edge'}`}
        >
          <Field id="file" label={label} hint={isOver ? drop : hint}>
            <input
              id="file"
              type="file"
              aria-describedby="file-hint"
              className={`${control} h-auto cursor-pointer file:me-3 file:cursor-pointer file:rounded file:border file:border-solid file:border-edge file:bg-paper file:px-3 file:py-1 file:font-medium file:text-ink`}
              onChange={({ currentTarget }) => {
                take(currentTarget.files?.[0]);
                // So that the same file can be chosen again.
                currentTarget.value = '';
              }}
            />
          </Field>
        </div>
      ) : (
        <Notice tone="warm">{noCrypto}</Notice>
      )}
      <div ref={status} role="status" tabIndex={-1} className="max-w-4xl">
        {reading && <Reading text={words.file.reading} name={reading} />}
        {answer && <VerifyAnswer answer={answer} words={words.answer} locale={locale} as="h3" />}
      </div>
    </>
  );
}

function Reading({ text, name }: { text: string; name: string }) {
  const [before, after] = text.split('{name}');
  return (
    <p className="text-muted [overflow-wrap:anywhere]">
      {before}
      <bdi>{legible(name)}</bdi>
      {after}
    </p>
  );
}

/** Takes a file that is dropped anywhere on the page, where the browser would leave for it. @returns whether one hovers */
function useDrop(take: (file: File | undefined) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const dropped = useEffectEvent((event: DragEvent) => take(event.dataTransfer?.files[0]));
  useEffect(() => {
    const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files');
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // It has left the window when nothing is entered.
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setIsOver(false);
      dropped(event);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
