'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useFrame } from './PlanFrame.tsx';
import { FORM_ID, useProgram } from './plain.ts';

/**
 * The form that all fields of the page belong to. Where the page’s program is there, it is never sent: each part saves
 * itself.
 */
export function PlainForm() {
  const { planId, userId, locale, formId, after, words } = useFrame();
  const isHere = useProgram();
  const path = usePathname();
  const search = useSearchParams().toString();
  const hidden = {
    '~locale': locale,
    '~user': userId,
    '~id': formId,
    '~page': search ? `${path}?${search}` : path,
    '~saves': after?.saves ?? '',
    '~settled': after?.settled ?? '',
  };
  return (
    // `off`: else the browser writes what is typed into a file of its own, and shows it to the next person.
    <form
      id={FORM_ID}
      method="post"
      encType="multipart/form-data"
      action={`/api/plans/${planId}/form`}
      noValidate
      className="contents"
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      {!isHere && (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {/* The first button of a form is the one that Enter in a field presses. */}
          <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
            {words.plain.save}
          </button>
        </>
      )}
    </form>
  );
}

/** Tells the server which revision of a part the fields on the page show. */
export function PlainPart({ part, revision }: { part: string; revision: number }) {
  return useProgram() ? null : <input type="hidden" form={FORM_ID} name={`~revision.${part}`} value={revision} />;
}

/**
 * Tells the server that the boxes of a field stand on the page, since of boxes that aren’t ticked nothing is sent.
 * `kept`: what is chosen and has no box here.
 */
export function PlainTicks({ path, kept = [] }: { path: string; kept?: readonly string[] }) {
  if (useProgram()) return null;
  return (
    <>
      <input type="hidden" form={FORM_ID} name="~ticks" value={path} />
      {kept.map((value) => (
        <input key={value} type="hidden" form={FORM_ID} name={path} value={value} />
      ))}
    </>
  );
}
