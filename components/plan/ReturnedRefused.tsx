import { getTranslations } from 'next-intl/server';
import { REFUSAL_LIMIT, type Refusal } from '#plan/exchange';
import { Notice } from '#ui/Notice';
import type { Open } from './open.ts';
import { placeOf } from './place.ts';

/** Why a file that came back can’t be read: each place in words and as it stands in the file. Nothing was changed. */
export async function ReturnedRefused({
  kind,
  refusals,
  open,
}: {
  kind: 'xlsx' | 'xliff';
  refusals: readonly Refusal[];
  open: Open;
}) {
  const t = await getTranslations({ locale: open.locale, namespace: 'returned' });
  // The readers’ codes and values are matched with the messages by a test (returnedMessages.test.ts), not by the types.
  const sentence = ({ code, values }: Refusal) => t(`refusals.${kind}.${code}` as 'title', values as never);
  const shown = refusals.slice(0, REFUSAL_LIMIT);
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone="warm" title={<span className="text-lg">{t('refused')}</span>}>
        <ul className="mt-2 grid gap-2">
          {shown.map((refusal) => {
            const place = placeOf(refusal.path, open);
            const cell = refusal.values.place ?? (kind === 'xliff' ? refusal.path : undefined);
            return (
              <li key={`${refusal.path} ${refusal.code} ${cell}`}>
                {place && <span className="font-medium">{place}: </span>}
                {sentence(refusal)}
                {cell && (
                  <code dir="ltr" className="block w-fit text-sm text-muted [overflow-wrap:anywhere]">
                    {String(cell).slice(0, 200)}
                  </code>
                )}
              </li>
            );
          })}
        </ul>
        {refusals.length > shown.length && <p className="mt-2">{t('firstRefusals', { count: shown.length })}</p>}
      </Notice>
    </div>
  );
}
