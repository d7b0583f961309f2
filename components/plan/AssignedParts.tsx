import { getTranslations } from 'next-intl/server';
import type { Locale } from '#i18n/routing';
import type { Plan } from '#plan/schema';
import { shown } from '#plan/shown';
import { type Section, stepOf } from '#plan/steps';
import { TextLink } from '#ui/Button';
import { Written } from '#ui/Written';

/** What a contributor was given of a plan, each with the page on which it is filled. */
export async function AssignedParts({
  locale,
  planId,
  plan,
  parts,
}: {
  locale: Locale;
  planId: string;
  plan: Plan;
  parts: readonly string[];
}) {
  const t = await getTranslations({ locale });
  if (!parts.length) return <p className="text-muted">{t('editor.assigned.none')}</p>;
  return (
    <ul className="border-b border-line">
      {parts.map((part) => {
        const [section = '', id = ''] = part.split('.');
        const action = section === 'actions' ? plan.actions[id] : undefined;
        const step = stepOf(part);
        const title = action ? shown(action.title, locale) : undefined;
        return (
          <li key={part} className="border-t border-line py-3">
            <TextLink
              href={`/${locale}/plans/${planId}/${action ? `adapt/${id}` : `${step}#${part}`}`}
              className="text-lg font-medium"
            >
              {action ? (
                <bdi lang={title?.lang}>
                  <Written>{title?.text || t('editor.adapt.untitled')}</Written>
                </bdi>
              ) : (
                t(`plan.sections.${section as Section}`)
              )}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
