'use client';

import { useSyncExternalStore } from 'react';
import type access from '#locales/en/access';
import { Tick } from '#ui/Choices';
import { keepsNothing, onDeviceSetting, setKeepsNothing } from '../plan/deviceSetting.ts';

/** Whether this device keeps what could not be sent yet. Without the page’s program nothing is kept anyway. */
export function DeviceSetting({ words }: { words: typeof access.account.thisDevice }) {
  const isSet = useSyncExternalStore<boolean | null>(onDeviceSetting, keepsNothing, () => null);
  if (isSet === null) return null;
  return (
    <section aria-labelledby="this-device" className="grid gap-4 border-t border-line pt-6">
      <h2 id="this-device" className="text-xl">
        {words.title}
      </h2>
      <p className="max-w-prose text-muted">{words.text}</p>
      <Tick
        type="checkbox"
        label={words.nothing}
        hint={words.nothingHint}
        checked={isSet}
        onChange={({ target }) => setKeepsNothing(target.checked)}
      />
    </section>
  );
}
