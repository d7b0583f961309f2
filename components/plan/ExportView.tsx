import { getTranslations } from 'next-intl/server';
import type { PrintOptions } from '#plan/printOptions';
import { Notice } from '#ui/Notice';
import type { Open } from './open.ts';
import { type Print, PrintPanel } from './PrintPanel.tsx';

/** Taking the plan along: printed, or as the document that can be brought in again. */
export async function ExportView({
  open,
  prints,
  remembered,
  refused,
}: {
  open: Open;
  prints: readonly Print[];
  remembered: PrintOptions;
  refused?: string;
}) {
  const { id, locale, messages, may } = open;
  const t = await getTranslations({ locale, namespace: 'editor.export' });
  const { states, steps, layouts, formats, editions, editionHints, annexNames, errors } = messages.print;
  return (
    <>
      {may('plan.print') && (
        <section aria-labelledby="printing" className="grid gap-4">
          <h2 id="printing" className="text-2xl">
            {t('print')}
          </h2>
          <p className="max-w-prose text-muted">{t('printText')}</p>
          <PrintPanel
            planId={id}
            locale={locale}
            start={prints}
            remembered={remembered}
            refused={refused}
            words={{
              ...messages.editor.export.panel,
              states,
              steps,
              layouts,
              formats,
              editions,
              editionHints,
              annexNames,
              errors,
            }}
          />
        </section>
      )}
      {may('plan.export') && (
        <section aria-labelledby="document" className="grid gap-4 border-t border-line pt-6">
          <h2 id="document" className="text-2xl">
            {t('document')}
          </h2>
          <p className="max-w-prose text-muted">{t('documentText')}</p>
          <p>
            <a href={`/api/plans/${id}/document`} download className="text-blue underline underline-offset-4">
              {t('documentLink')}
            </a>
          </p>
        </section>
      )}
      <section aria-labelledby="review" className="grid gap-3 border-t border-line pt-6">
        <h2 id="review" className="text-2xl">
          {t('review')}
        </h2>
        <Notice>{t('reviewText')}</Notice>
      </section>
    </>
  );
}
