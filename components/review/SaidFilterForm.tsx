import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { Said } from '#review/said';
import { filterOptions, type ThreadFilter } from '#review/threadFilter';
import { Button } from '#ui/Button';
import { Select } from '#ui/Select';

/** Which of what is said is shown: a form that works by itself, so that what is asked for stands in the address. */
export async function SaidFilterForm({
  locale,
  home,
  filter,
  of,
}: {
  locale: Locale;
  home: string;
  filter: ThreadFilter;
  /** All that is said, for the rounds that there are. */
  of: readonly Said[];
}) {
  const t = await getTranslations({ locale, namespace: 'round.list' });
  const rounds = [...new Set(of.flatMap(({ round }) => round ?? []))].sort((a, b) => b - a);
  return (
    <search data-screen aria-label={t('title')}>
      <form action={`${home}/comments`} className="grid gap-3 border-y border-line py-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <Select
            id="filter-state"
            name="state"
            label={t('state')}
            defaultValue={filter.state}
            options={filterOptions.state.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
          <Select
            id="filter-kind"
            name="kind"
            label={t('kind')}
            defaultValue={filter.kind}
            options={filterOptions.kind.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Select
            id="filter-round"
            name="round"
            label={t('rounds')}
            defaultValue={filter.round}
            options={[
              { value: '', label: t('kinds.all') },
              ...rounds.map((number) => ({ value: String(number), label: t('round', { number: String(number) }) })),
              { value: 'draft', label: t('draft') },
            ]}
          />
          <Button type="submit" look="quiet">
            {t('submit')}
          </Button>
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {(['mustFix', 'mine'] as const).map((name) => (
            <label key={name} className="flex min-h-9 items-center gap-2">
              <input type="checkbox" name={name} value="true" defaultChecked={filter[name]} className="size-5" />
              {t(name)}
            </label>
          ))}
        </div>
      </form>
    </search>
  );
}
