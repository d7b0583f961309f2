'use client';

import { useFormContext } from 'react-hook-form';
import { Pair } from '#ui/Pair';
import { Area } from '#ui/TextArea';
import { Input } from '#ui/TextInput';
import { GroupFrame, useProblems } from './FieldFrame.tsx';
import type { FormField } from './form.ts';
import { useFrame } from './PlanFrame.tsx';

/** A text in the plan’s two languages, the leading one first. */
export function TextPair({
  field,
  path,
  paragraphs = false,
}: {
  field: FormField;
  path: string;
  paragraphs?: boolean;
}) {
  const { languages, words } = useFrame();
  const { register } = useFormContext();
  const { error } = useProblems(path);
  const Text = paragraphs ? Area : Input;
  return (
    <GroupFrame field={field} path={path}>
      <Pair>
        {languages.map((language) => (
          <div key={language} className="grid content-start gap-1">
            <label htmlFor={`${path}.${language}`} className="text-sm text-muted">
              {words.languages[language]}
            </label>
            <Text
              id={`${path}.${language}`}
              lang={language}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              aria-invalid={error ? true : undefined}
              {...register(`${path}.${language}`)}
            />
          </div>
        ))}
      </Pair>
    </GroupFrame>
  );
}
