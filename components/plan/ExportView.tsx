import { getTranslations } from 'next-intl/server';
import type { PrintOptions } from '#plan/printOptions';
import { TextLink } from '#ui/Button';
import { AdoptedPrint, AdoptedPrintLink, type PrintedAdoption } from './AdoptedPrint.tsx';
import { EmblemForm } from './EmblemForm.tsx';
import type { Open } from './open.ts';
import { type Print, PrintPanel } from './PrintPanel.tsx';

/** Taking the plan along: printed, or as the document that can be brought in again. */
export async function ExportView({
  open,
  prints,
  remembered,
  adoption,
  refused,
  emblem,
}: {
  open: Open;
  prints: readonly Print[];
  remembered: PrintOptions;
  /** Where the plan was adopted: the edition that counts, and the one that is printed here instead of the draft. */
  adoption?: { latest: PrintedAdoption; chosen?: PrintedAdoption };
  refused?: string;
  /** The picture on the cover: whether there is one, the largest file in bytes, and what was refused. */
  emblem: { isSet: boolean; limit: number; error?: string };
}) {
  const { id, locale, messages, may } = open;
  const t = await getTranslations({ locale, namespace: 'editor.export' });
  const { states, steps, layouts, formats, editions, editionHints, annexNames, errors } = messages.print;
  return (
    <>
      {may('plan.print') && (
        <section aria-labelledby="printing" className="grid gap-4">
          <h2 id="printing" className="text-2xl">
            {adoption?.chosen ? t('adoption.title') : t('print')}
          </h2>
          {adoption?.chosen && (
            <AdoptedPrint locale={locale} planId={id} chosen={adoption.chosen} latest={adoption.latest} />
          )}
          <p className="max-w-prose text-muted">{t('printText')}</p>
          {adoption && !adoption.chosen && <AdoptedPrintLink locale={locale} planId={id} latest={adoption.latest} />}
          <PrintPanel
            planId={id}
            locale={locale}
            start={prints}
            remembered={remembered}
            adoption={adoption?.chosen?.id}
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
              adopted: t('adoption.listed'),
            }}
          />
        </section>
      )}
      {may('part.edit', 'about') && (
        <section aria-labelledby="emblem" className="grid gap-4 border-t border-line pt-6">
          <h2 id="emblem" className="text-2xl">
            {t('emblem.title')}
          </h2>
          <p className="max-w-prose text-muted">{t('emblem.text')}</p>
          <EmblemForm
            planId={id}
            locale={locale}
            limit={emblem.limit}
            isSet={emblem.isSet}
            error={emblem.error}
            words={{
              ...messages.editor.export.emblem.form,
              tooLarge: t('emblem.errors.tooLarge', { limit: emblem.limit / 1_000_000 }),
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
          <p className="max-w-prose text-muted">{t('templateText')}</p>
          <p>
            <a
              href={`/api/plans/${id}/document?as=template`}
              download
              className="text-blue underline underline-offset-4"
            >
              {t('templateLink')}
            </a>
          </p>
        </section>
      )}
      {may('part.edit', 'about') && (
        <section aria-labelledby="returned" className="grid gap-4 border-t border-line pt-6">
          <h2 id="returned" className="text-2xl">
            {messages.returned.sheet.title}
          </h2>
          <p className="max-w-prose text-muted">{messages.returned.sheet.text}</p>
          <p>
            <TextLink href={`/${locale}/plans/${id}/returned`}>{messages.returned.sheet.link}</TextLink>
          </p>
        </section>
      )}
      {may('review.open') && (
        <section aria-labelledby="review" className="grid gap-4 border-t border-line pt-6">
          <h2 id="review" className="text-2xl">
            {t('review')}
          </h2>
          <p className="max-w-prose text-muted">{t('reviewText')}</p>
          <p>
            <TextLink href={`/${locale}/plans/${id}/review`}>{messages.review.link}</TextLink>
          </p>
        </section>
      )}
    </>
  );
}
