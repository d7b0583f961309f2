'use client';

import { useState } from 'react';
import { Button } from '#ui/Button';
import { TextInput } from '#ui/TextInput';

/** A text that is shown once and is to be copied: in a field, so that it can be marked without the button too. */
export function CopyText({
  id,
  text,
  words,
}: {
  id: string;
  text: string;
  words: { label: string; hint: string; copy: string; copied: string };
}) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="grid w-full gap-3 border-s-4 border-good bg-good-soft px-4 py-3" tabIndex={-1} data-answer>
      <TextInput
        id={id}
        label={words.label}
        hint={words.hint}
        dir="ltr"
        readOnly
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="quiet" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {words.copy}
        </Button>
        <span role="status">{isCopied ? words.copied : ''}</span>
      </div>
    </div>
  );
}
