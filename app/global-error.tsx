'use client';

import ar from '#locales/ar/error';
import en from '#locales/en/error';

/** A defect in the frame of every page, where not even the language is known: it is told in both. */
export default function FrameFailure({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="ar" dir="rtl">
      <body>
        <main>
          {[ar, en].map((texts) => (
            <section key={texts.title} lang={texts === ar ? 'ar' : 'en'} dir={texts === ar ? 'rtl' : 'ltr'}>
              <h1>{texts.title}</h1>
              <p>{texts.text}</p>
              <button type="button" onClick={reset}>
                {texts.again}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
