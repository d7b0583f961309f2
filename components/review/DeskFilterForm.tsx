import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { type DeskAsked, deskQuery, deskSides, deskSorts, deskStates } from '#review/deskList';
import { withQuery } from '#review/threadFilter';
import { Button, TextLink } from '#ui/Button';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';

/** Which plans a desk shows and in which order: a form that works by itself, so that what is asked for stands in the address. */
export async function DeskFilterForm({ locale, asked }: { locale: Locale; asked: DeskAsked }) {
  const t = await getTranslations({ locale, namespace: 'desk' });
  const words = await getTranslations({ locale, namespace: 'review.states' });
  const home = `/${locale}/desk`;
  const all = { value: '', label: t('all') };
  return (
    <search data-screen aria-label={t('title')}>
      <form action={home} className="grid gap-4 border-y border-line py-4">
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1.4fr_auto]">
          <TextInput id="q" name="q" type="search" dir="auto" maxLength={200} label={t('q')} defaultValue={asked.q} />
          <Select
            id="state"
            name="state"
            label={t('state')}
            defaultValue={asked.state}
            options={[all, ...deskStates.map((value) => ({ value, label: words(value) }))]}
          />
          <Select
            id="waits"
            name="waits"
            label={t('waits')}
            defaultValue={asked.waits}
            options={[all, ...deskSides.map((value) => ({ value, label: t(`waitsFor.${value}`) }))]}
          />
          <Select
            id="sort"
            name="sort"
            label={t('sort')}
            defaultValue={asked.sort}
            options={deskSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          />
          <Button type="submit" look="quiet">
            {t('show')}
          </Button>
        </div>
        {withQuery('', deskQuery(asked)) !== '' && (
          <p>
            <TextLink href={home}>{t('clear')}</TextLink>
          </p>
        )}
      </form>
    </search>
  );
}
