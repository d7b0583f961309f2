'use client';

import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import { normalize } from '#catalogue/search';
import { Button } from '#ui/Button';
import { Input } from '#ui/TextInput';
import type { Example } from './bankEntries.ts';
import { emptyItem } from './form.ts';
import type { ListField } from './List.tsx';
import { useFrame } from './PlanFrame.tsx';

let asked: Promise<readonly Example[] | null> | undefined;

/** The examples, asked for once; null where they can’t be had, and then asked for again. */
function loadExamples(): Promise<readonly Example[] | null> {
  asked ??= fetch('/api/catalogue/indicators')
    .then((response) => (response.ok ? (response.json() as Promise<readonly Example[]>) : null))
    .catch(() => null)
    .then((found) => {
      if (!found) asked = undefined;
      return found;
    });
  return asked;
}

type Items = Record<string, { order: number }>;

/** Examples of indicators to begin from; those of the areas that the action serves come first. */
export function IndicatorExamples({ field, path }: { field: ListField; path: string }) {
  const { locale, options, words } = useFrame();
  const { getValues, setValue } = useFormContext();
  const [examples, setExamples] = useState<readonly Example[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [query, setQuery] = useState('');
  const [told, setTold] = useState('');
  const say = words.bank;
  useEffect(() => {
    loadExamples().then((found) => {
      setExamples(found);
      setFailed(!found);
    });
  }, []);
  const take = ({ name, unit, verification, disaggregation, frequency }: Example) => {
    const id = uuidv7();
    const last = Math.max(0, ...Object.values((getValues(path) ?? {}) as Items).map(({ order }) => order));
    const texts = { name, unit, verification, disaggregation: [...disaggregation], frequency };
    setValue(`${path}.${id}`, { order: last + 1, ...emptyItem(field.fields), ...structuredClone(texts) });
    setTold(say.taken);
  };
  const served: readonly string[] = getValues(`${path.split('.').slice(0, 2).join('.')}.recommendations`) ?? [];
  const areas = new Set(
    (options.recommendations ?? []).flatMap((group) =>
      'options' in group && group.options.some(({ value }) => served.includes(value)) ? [group.label] : [],
    ),
  );
  const wanted = normalize(query);
  const fits = ({ name, areaName }: Example) =>
    normalize(`${name.ar} ${name.en} ${areaName.ar} ${areaName.en}`).includes(wanted);
  const shown = (examples ?? [])
    .filter(fits)
    .toSorted((a, b) => Number(areas.has(b.areaName[locale])) - Number(areas.has(a.areaName[locale])));
  return (
    <>
      <p className="max-w-prose text-muted">{say.intro}</p>
      {hasFailed && (
        <p role="alert" className="text-warm">
          {say.failed}
        </p>
      )}
      <Input
        type="search"
        aria-label={say.find}
        placeholder={say.find}
        className="max-w-md"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <p role="status" className="text-good">
        {told}
      </p>
      {examples && shown.length === 0 && <p className="text-muted">{say.none}</p>}
      <ul className="grid max-h-96 overflow-y-auto">
        {shown.map((example) => (
          <li key={example.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-2">
            <span className="min-w-[min(16rem,100%)] flex-1">
              {example.name[locale]} <span className="text-sm text-muted">({example.unit[locale]})</span>
              <span className="block text-sm text-muted">
                {example.areaName[locale]} · {example.verification[locale]}
              </span>
            </span>
            <Button look="plain" aria-label={`${say.take}: ${example.name[locale]}`} onClick={() => take(example)}>
              {say.take}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
