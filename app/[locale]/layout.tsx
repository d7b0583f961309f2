import '../globals.css';
import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf, routing } from '#i18n/routing';
import { SiteFooter, SiteHeader } from '#ui/SiteFrame';
import { arabic, latin } from '../_fonts/faces.ts';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'common.app' });
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('description') };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: 'common' });
  const other = locale === 'ar' ? 'en' : 'ar';
  return (
    <html lang={locale} dir={directionOf(locale)} className={`${latin.variable} ${arabic.variable}`}>
      <body>
        <a
          href="#content"
          className="sr-only bg-paper px-4 py-2 text-blue underline focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-20"
        >
          {t('skip')}
        </a>
        <SiteHeader
          home={`/${locale}`}
          name={t('app.name')}
          label={t('nav.label')}
          links={[
            { href: `/${locale}/plan-of-action`, text: t('nav.planOfAction') },
            { href: `/${locale}/recommendations`, text: t('nav.recommendations') },
            { href: `/${locale}/plans`, text: t('nav.plans') },
          ]}
          signIn={{ href: `/${locale}/sign-in`, text: t('nav.signIn') }}
          language={{ from: locale, to: other, label: t('language.other'), title: t('language.switch') }}
        />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto grid w-full max-w-6xl flex-1 grid-cols-1 content-start gap-8 px-4 py-6 sm:px-6 sm:py-8"
        >
          {children}
        </main>
        <SiteFooter
          label={t('footer.label')}
          text={t('footer.independent')}
          verify={{
            href: `/${locale}/verify`,
            text: (await getTranslations({ locale, namespace: 'verify' }))('title'),
          }}
          accessibility={{
            href: `/${locale}/accessibility`,
            text: (await getTranslations({ locale, namespace: 'site.accessibility' }))('title'),
          }}
          link={{ href: `https://undocs.org/${locale}/A/70/674`, text: t('footer.official') }}
        />
      </body>
    </html>
  );
}
