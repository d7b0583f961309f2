import type { ReactNode } from 'react';

/** What every field may carry besides its control. */
export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the answer; the control is marked invalid. */
  error?: ReactNode;
  /** Why this is asked, or an example, folded under the label. */
  why?: { summary: string; children: ReactNode };
};

/** Looks of a text-like control: one place for inputs, text areas and selects. */
export const control =
  'block w-full min-h-(--control) rounded border border-edge bg-paper px-3 py-2 text-ink hover:border-blue aria-invalid:border-2 aria-invalid:border-warm disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken';

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The attributes that tie a control to its field's texts. */
export function described(id: string, texts: Pick<FieldTexts, 'hint' | 'error'>) {
  return { id, 'aria-describedby': describedBy(id, texts), 'aria-invalid': texts.error ? true : undefined };
}

/** Label, hint, reason, control and error, in this order. `id` is the control's. */
export function Field({ id, label, hint, error, why, children }: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <FieldNotes id={id} hint={hint} why={why} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** Hint and reason, as they stand under a label or a legend. */
export function FieldNotes({ id, hint, why }: Pick<FieldTexts, 'hint' | 'why'> & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="max-w-prose text-sm text-muted">
          {hint}
        </p>
      )}
      {why && (
        <details className="max-w-prose text-sm">
          <summary className="w-fit rounded py-0.5 text-blue underline underline-offset-4">{why.summary}</summary>
          <div className="mt-1 grid gap-2 border-s-2 border-line ps-3 text-muted">{why.children}</div>
        </details>
      )}
    </>
  );
}

/** What is wrong, said at the field. */
export function FieldError({ id, error }: { id: string; error?: ReactNode }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="font-medium text-warm">
      {error}
    </p>
  );
}
