'use client';

import { useEffect, useState } from 'react';
import { normalize } from '#catalogue/search';
import type { Bilingual } from '#plan/schema';
import { Pair, Passage } from '#ui/Pair';
import { Input } from '#ui/TextInput';
import { useFrame } from './PlanFrame.tsx';

export type Term = { id: string; term: Bilingual; meaning: Bilingual };

let asked: Promise<readonly Term[] | null> | undefined;

/** The terms, asked for once; null where they can’t be had, and then asked for again. */
function loadTerms(): Promise<readonly Term[] | null> {
  asked ??= fetch('/api/catalogue/terms')
    .then((response) => (response.ok ? (response.json() as Promise<readonly Term[]>) : null))
    .catch(() => null)
    .then((found) => {
      if (!found) asked = undefined;
      return found;
    });
  return asked;
}

const isWritten = ({ term }: Term) => term.ar.trim() !== '' || term.en.trim() !== '';

/** The field’s terms in both languages, searched in either; the plan’s own come first. */
export function Terms({ own }: { own: readonly Term[] }) {
  const { languages, words } = useFrame();
  const [terms, setTerms] = useState<readonly Term[] | null | undefined>(undefined);
  const [query, setQuery] = useState('');
  useEffect(() => {
    loadTerms().then(setTerms);
  }, []);
  const say = words.terms;
  const wanted = normalize(query);
  const fits = ({ term, meaning }: Term) =>
    normalize(`${term.ar} ${term.en} ${meaning.ar} ${meaning.en}`).includes(wanted);
  const ours = own.filter(isWritten).filter(fits);
  const shown = (terms ?? []).filter(fits);
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{say.intro}</p>
      <Input
        type="search"
        aria-label={say.find}
        placeholder={say.find}
        className="max-w-md"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {terms === null && (
        <p role="alert" className="text-warm">
          {say.failed}
        </p>
      )}
      {terms && ours.length + shown.length === 0 && <p className="text-muted">{say.none}</p>}
      <section
        aria-label={say.open}
        className="grid max-h-96 gap-2 overflow-y-auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
      >
        {ours.length > 0 && <p className="font-medium">{say.own}</p>}
        {[...ours, ...shown].map(({ id, term, meaning }) => (
          <div key={id} className="border-t border-line py-2">
            <Pair>
              {languages.map((language) => (
                <Passage key={language} lang={language}>
                  <p className="font-medium">{term[language]}</p>
                  <p className="text-sm text-muted">{meaning[language]}</p>
                </Passage>
              ))}
            </Pair>
          </div>
        ))}
      </section>
    </>
  );
}
