'use client';

import { useId, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { Button } from '#ui/Button';
import { TextInput } from '#ui/TextInput';
import { fill } from './form.ts';
import { useFrame } from './PlanFrame.tsx';
import { sendSave } from './save.ts';

const empty = { ar: '', en: '', acronym: '' };

/** An agency that the plan doesn’t list yet, added where an answer needs it, and chosen there. */
export function AgencyAdder({ onAdd }: { onAdd: (id: string) => void }) {
  const { planId, userId, locale, languages, options, gainAgency, words } = useFrame();
  const id = useId();
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<'noName' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const say = words.agency;
  const add = async () => {
    if (!typed.ar.trim() && !typed.en.trim()) return setError('noName');
    setBusy(true);
    const added = uuidv7();
    const { ar, en, acronym } = typed;
    const to = {
      order: (options.agencies?.length ?? 0) + 1,
      name: { ar: ar.trim(), en: en.trim() },
      acronym: acronym.trim(),
    };
    const save = { id: uuidv7(), changes: [{ path: `agencies.${added}`, from: null, to }] };
    const answer = await sendSave({ planId, part: 'agencies', userId }, save, false);
    setBusy(false);
    if (!answer.ok) return setError('failed');
    const name = typed[locale].trim() || typed.ar.trim() || typed.en.trim();
    gainAgency({ value: added, label: typed.acronym ? `${name} (${typed.acronym})` : name });
    onAdd(added);
    setTold(fill(say.added, { name }));
    setTyped(empty);
    setError(null);
  };
  const field = (name: keyof typeof empty) => (
    <TextInput
      key={name}
      id={`${id}-${name}`}
      label={say[name]}
      value={typed[name]}
      error={name === languages[0] && error === 'noName' ? say.noName : undefined}
      {...(name === 'acronym' ? {} : { lang: name, dir: name === 'ar' ? 'rtl' : 'ltr' })}
      onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
    />
  );
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="grid gap-4 md:grid-cols-2">{languages.map(field)}</div>
      <div className="max-w-60">{field('acronym')}</div>
      <div>
        <Button look="quiet" busy={busy} onClick={add}>
          {say.add}
        </Button>
      </div>
      {error === 'failed' && (
        <p role="alert" className="text-warm">
          {say.failed}
        </p>
      )}
      <p role="status" className="text-good">
        {told}
      </p>
    </div>
  );
}
