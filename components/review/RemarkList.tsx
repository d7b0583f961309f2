import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import type { Locale } from '#i18n/routing';
import type { Bilingual, Language } from '#plan/schema';
import { shown } from '#plan/shown';
import { TextLink } from '#ui/Button';
import { Pair, Passage } from '#ui/Pair';
import { Written } from '#ui/Written';
import { AskFirst } from './CountryForm.tsx';

type Line = { id: string; text: Bilingual };

/** So much of a remark tells it from others in the name of a link. */
const NAME = 60;

/** A remark’s beginning, in the interface’s language where it has one. */
function nameOf({ text }: Line, locale: Locale): string {
  const [line = ''] = shown(text, locale).text.trim().split('\n');
  return line.length <= NAME ? line : `${line.slice(0, NAME).trimEnd()}…`;
}

/** Remarks that an adviser keeps: each in both languages, with the ways to use it, change it and take it out. */
export async function RemarkList({
  locale,
  remarks,
  edited,
  form,
  hrefOf,
  remove,
}: {
  locale: Locale;
  remarks: readonly Line[];
  /** The remark that is being changed, and its form. */
  edited: string;
  form: ReactNode;
  hrefOf: { edit: (id: string) => string; use: ((id: string) => string) | null };
  remove: { action: ComponentProps<typeof AskFirst>['action']; hidden: Record<string, string> };
}) {
  const t = await getTranslations({ locale, namespace: 'remarks' });
  return (
    <ol className="grid border-b border-line empty:hidden">
      {remarks.map((remark) => {
        const { id } = remark;
        const about = nameOf(remark, locale);
        const of = (deed: string) => t('of', { deed, about: `\u2068${about}\u2069` });
        return (
          <li key={id} id={`remark-${id}`} className="grid scroll-mt-4 gap-3 border-t border-line py-4">
            {id === edited ? (
              form
            ) : (
              <>
                <RemarkText locale={locale} text={remark.text} />
                <div className="flex flex-wrap items-start gap-x-6 gap-y-1 [&>details[open]]:basis-full">
                  {hrefOf.use && (
                    <TextLink href={hrefOf.use(id)} className="py-1 font-medium" aria-label={of(t('use'))}>
                      {t('use')}
                    </TextLink>
                  )}
                  <TextLink href={hrefOf.edit(id)} className="py-1" aria-label={of(t('edit'))}>
                    {t('edit')}
                  </TextLink>
                  <AskFirst
                    locale={locale}
                    summary={t('remove')}
                    label={of(t('remove'))}
                    text={t('removeText')}
                    action={remove.action}
                    hidden={{ ...remove.hidden, id }}
                    submit={t('removeSubmit')}
                  />
                </div>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

async function RemarkText({ locale, text }: { locale: Locale; text: Bilingual }) {
  const t = await getTranslations({ locale, namespace: 'remarks' });
  const order: readonly Language[] = locale === 'ar' ? ['ar', 'en'] : ['en', 'ar'];
  return (
    <Pair>
      {order.map((lang) =>
        text[lang].trim() ? (
          <Passage key={lang} lang={lang} className="max-w-prose whitespace-pre-line">
            <Written>{text[lang]}</Written>
          </Passage>
        ) : (
          <p key={lang} className="text-muted">
            {t(`missing.${lang}`)}
          </p>
        ),
      )}
    </Pair>
  );
}
