import { getTranslations } from 'next-intl/server';
import { type DispositionFilter, dispositions, queryOf, roundKey, rowWeights } from '#review/dispositionFilter';
import { Button, TextLink } from '#ui/Button';
import { Select } from '#ui/Select';
import type { DispositionOpen } from './dispositionOpen.ts';

/** Which rows are shown: a form that works by itself, so that what is asked for stands in the address. */
export async function DispositionFilterForm({
  open: { locale, home },
  asked,
  rounds,
}: {
  open: DispositionOpen;
  asked: DispositionFilter;
  rounds: readonly (number | null)[];
}) {
  const t = await getTranslations({ locale, namespace: 'disposition' });
  const options = {
    round: rounds.map((round) => ({
      value: roundKey({ round }),
      label: round === null ? t('outside') : t('round', { number: round }),
    })),
    did: dispositions.map((value) => ({ value, label: t(`did.${value}`) })),
    weight: rowWeights.map((value) => ({ value, label: t(`weights.${value}`) })),
  };
  return (
    <search data-screen aria-label={t('filter.label')}>
      <form action={`${home}/dispositions`} className="grid gap-3 border-y border-line py-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
          {(['round', 'did', 'weight'] as const).map((name) => (
            <Select
              key={name}
              id={`filter-${name}`}
              name={name}
              label={t(`filter.${name}`)}
              defaultValue={asked[name]}
              options={[{ value: '', label: t('filter.all') }, ...options[name]]}
            />
          ))}
          <Button type="submit" look="quiet">
            {t('filter.show')}
          </Button>
        </div>
        {queryOf(asked) !== '' && (
          <p>
            <TextLink href={`${home}/dispositions`}>{t('filter.clear')}</TextLink>
          </p>
        )}
      </form>
    </search>
  );
}
