'use client';

import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Bilingual } from '#plan/schema';
import { Button } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Pair, Passage } from '#ui/Pair';
import { useFrame } from './PlanFrame.tsx';

type Words = { title: string; text: string; take: string; taken: string };
type Start = { title: Bilingual; description: Bilingual };

const isEmpty = (text: Bilingual | undefined) => !text?.ar.trim() && !text?.en.trim();

/** Words to begin an action with, offered while its title or description is empty; never put over what was written. */
export function BeginWords({ part, start, words }: { part: string; start: Start; words: Words }) {
  const { languages } = useFrame();
  const { setValue, getValues } = useFormContext();
  const title: Bilingual | undefined = useWatch({ name: `${part}.title` });
  const description: Bilingual | undefined = useWatch({ name: `${part}.description` });
  const [isTaken, setTaken] = useState(false);
  if (isTaken)
    return (
      <Notice tone="warm" live>
        {words.taken}
      </Notice>
    );
  if (!isEmpty(title) && !isEmpty(description)) return null;
  const take = () => {
    for (const field of ['title', 'description'] as const) {
      if (!isEmpty(getValues(`${part}.${field}`))) continue;
      for (const language of languages) setValue(`${part}.${field}.${language}`, start[field][language]);
    }
    setTaken(true);
  };
  return (
    <details className="border-s-4 border-blue bg-blue-soft px-4 py-3">
      <summary className="w-fit rounded font-medium">{words.title}</summary>
      <div className="grid gap-3 pt-2">
        <p className="max-w-prose">{words.text}</p>
        <Pair>
          {languages.map((language) => (
            <Passage key={language} lang={language} className="grid content-start gap-1">
              <p className="font-medium">{start.title[language]}</p>
              <p className="whitespace-pre-line">{start.description[language]}</p>
            </Passage>
          ))}
        </Pair>
        <div>
          <Button look="quiet" onClick={take}>
            {words.take}
          </Button>
        </div>
      </div>
    </details>
  );
}
