import { getTranslations } from 'next-intl/server';
import type { Messages } from '#i18n/messages';
import type { Locale } from '#i18n/routing';
import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { PageHeading } from '#ui/PageHeading';
import { TextInput } from '#ui/TextInput';
import { type Answer, VerifyAnswer } from './VerifyAnswer.tsx';
import { VerifyFile } from './VerifyFile.tsx';

/** What was asked about a code, as it was typed: the answer, or what keeps it from being looked up. */
export type AskedCode = { typed: string; answer?: Answer; error?: string };

/** Where anyone finds out whether a file or a code is that of an adopted edition. */
export async function VerifyPage({
  locale,
  messages,
  asked,
}: {
  locale: Locale;
  messages: Pick<Messages, 'verify' | 'print'>;
  asked?: AskedCode;
}) {
  const t = await getTranslations({ locale, namespace: 'verify' });
  const { layouts, formats, editions } = messages.print;
  const answerWords = { ...messages.verify.answer, layouts, formats, editions };
  return (
    <>
      <PageHeading intro={t('intro')}>{t('title')}</PageHeading>
      {asked && (
        <div id="answer" role={asked.answer && 'status'} tabIndex={-1} className="max-w-4xl">
          {asked.error && <ErrorSummary title={t('code.summary')} errors={[{ id: 'code', message: asked.error }]} />}
          {asked.answer && <VerifyAnswer answer={asked.answer} words={answerWords} locale={locale} as="h2" />}
        </div>
      )}
      <section aria-labelledby="by-file" className="grid gap-4">
        <h2 id="by-file" className="text-2xl">
          {t('file.title')}
        </h2>
        <p className="max-w-prose">{t('file.text')}</p>
        <p className="hidden max-w-prose text-muted noscript:block">{t('file.noProgram')}</p>
        <div className="grid gap-4 noscript:hidden">
          <VerifyFile words={{ file: messages.verify.file, answer: answerWords }} locale={locale} />
        </div>
      </section>
      <section aria-labelledby="by-code" className="grid gap-4 border-t border-line pt-6">
        <h2 id="by-code" className="text-2xl">
          {t('code.title')}
        </h2>
        <form method="get" action={`/${locale}/verify#answer`} className="grid max-w-2xl gap-4">
          <TextInput
            id="code"
            name="code"
            label={t('code.label')}
            hint={t('code.hint')}
            error={asked?.error}
            defaultValue={asked?.typed}
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
          />
          <div>
            <Button type="submit">{t('code.submit')}</Button>
          </div>
        </form>
      </section>
      <section aria-labelledby="means" className="grid gap-3 border-t border-line pt-6">
        <h2 id="means" className="text-2xl">
          {t('means.title')}
        </h2>
        <ul className="grid max-w-prose list-disc gap-1.5 ps-5">
          {(['unaltered', 'recorded', 'kept'] as const).map((key) => (
            <li key={key}>{t(`means.${key}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
