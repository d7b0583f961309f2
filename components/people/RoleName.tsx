import { getMessages, getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';

type Words = Record<string, { name: string; may: string }>;

async function wordsOf(locale: Locale, role: string) {
  const { roles, duties } = (await getMessages({ locale })).access;
  const words: Words = { ...roles, ...duties };
  return words[role] ?? { name: role, may: '' };
}

/** The name of a role in a country, or of a duty for the whole site. */
export async function roleName(locale: Locale, role: string): Promise<string> {
  return (await wordsOf(locale, role)).name;
}

/** Whoever is invited reads which role they would have, and what it may do. */
export async function InvitedAs({ locale, role }: { locale: Locale; role: string }) {
  const t = await getTranslations({ locale, namespace: 'access.invitation' });
  const { name, may } = await wordsOf(locale, role);
  return (
    <>
      {t('as', { role: name })}. {may}
    </>
  );
}

/** What each of several roles may do. */
export async function Roles({ locale, roles }: { locale: Locale; roles: readonly string[] }) {
  const lines = await Promise.all(roles.map(async (role) => ({ role, ...(await wordsOf(locale, role)) })));
  return (
    <dl className="grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
      {lines.map(({ role, name, may }) => (
        <div key={role} className="contents">
          <dt className="font-medium">{name}</dt>
          <dd className="text-muted">{may}</dd>
        </div>
      ))}
    </dl>
  );
}
