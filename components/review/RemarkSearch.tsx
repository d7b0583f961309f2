import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import { Button, TextLink } from '#ui/Button';
import { TextInput } from '#ui/TextInput';

/** Looks through one’s remarks; what is looked for stands in the address. */
export async function RemarkSearch({
  locale,
  query,
  hidden,
  all,
}: {
  locale: Locale;
  query: string;
  /** What of the address stays. */
  hidden: Record<string, string>;
  /** The address of all remarks. */
  all: string;
}) {
  const t = await getTranslations({ locale, namespace: 'remarks' });
  return (
    <search data-screen aria-label={t('search')}>
      <form action={`/${locale}/remarks`} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />,
        )}
        <div className="min-w-0 flex-1 basis-60 sm:max-w-md">
          <TextInput
            id="remark-search"
            type="search"
            name="q"
            label={t('search')}
            defaultValue={query}
            maxLength={200}
          />
        </div>
        <Button type="submit" look="quiet">
          {t('searchSubmit')}
        </Button>
        {query && (
          <TextLink href={all} className="py-2.5">
            {t('all')}
          </TextLink>
        )}
      </form>
    </search>
  );
}
