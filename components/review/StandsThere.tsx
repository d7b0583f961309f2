import { Written } from '#ui/Written';

/** What stands by now in the place of what was typed in a field, beside it. */
export function StandsThere({
  words: { there, nothing },
  text,
  lang,
}: {
  words: { there: string; nothing: string };
  text: string;
  lang?: 'ar' | 'en';
}) {
  return (
    <div className="grid content-start gap-1 border-s-2 border-warm ps-4">
      <p className="text-sm text-muted">{there}</p>
      {text.trim() === '' ? (
        <p className="text-muted">{nothing}</p>
      ) : (
        <p
          lang={lang}
          dir={lang ? (lang === 'ar' ? 'rtl' : 'ltr') : 'auto'}
          className="max-w-prose whitespace-pre-line"
        >
          <Written>{text}</Written>
        </p>
      )}
    </div>
  );
}
