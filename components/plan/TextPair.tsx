'use client';

import { Pair } from '#ui/Pair';
import { Area } from '#ui/TextArea';
import { Input } from '#ui/TextInput';
import { GroupFrame, useProblems } from './FieldFrame.tsx';
import type { FormField } from './form.ts';
import { useFrame } from './PlanFrame.tsx';
import { useField } from './useField.ts';

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
  const { error } = useProblems(path);
  return (
    <GroupFrame field={field} path={path}>
      <Pair>
        {languages.map((language) => (
          <div key={language} className="grid content-start gap-1">
            <label htmlFor={`${path}.${language}`} className="text-sm text-muted">
              {words.languages[language]}
            </label>
            <Side path={`${path}.${language}`} language={language} paragraphs={paragraphs} isWrong={Boolean(error)} />
          </div>
        ))}
      </Pair>
    </GroupFrame>
  );
}

/** The text in one of the languages. */
function Side({
  path,
  language,
  paragraphs,
  isWrong,
}: {
  path: string;
  language: 'ar' | 'en';
  paragraphs: boolean;
  isWrong: boolean;
}) {
  const Text = paragraphs ? Area : Input;
  return (
    <Text
      id={path}
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      aria-invalid={isWrong ? true : undefined}
      {...useField(path)}
    />
  );
}
