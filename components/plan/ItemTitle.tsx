'use client';

import { useWatch } from 'react-hook-form';
import { useFrame } from './PlanFrame.tsx';

/** The text that stands for an item, in the interface’s language where it has one, following what is typed. */
export function ItemTitle({ path }: { path: string }) {
  const { locale, languages } = useFrame();
  const value: unknown = useWatch({ name: path });
  if (typeof value === 'string') return <bdi className="font-medium">{value}</bdi>;
  const pair = (value ?? {}) as Record<string, string>;
  const language = [locale, ...languages].find((candidate) => pair[candidate]?.trim());
  return language ? (
    <bdi lang={language} className="font-medium">
      {pair[language]}
    </bdi>
  ) : null;
}
