import type { Messages } from '#i18n/messages';
import { directionOf, type Locale } from '#i18n/routing';
import { emptyPlan } from '#plan/schema';
import { placeOf } from './place.ts';

type Entries = readonly (readonly [string, string])[];

/** Why a form could not be saved at all. */
export type NotSavedCode = Exclude<
  keyof Messages['plain']['notSaved'],
  'title' | 'signIn' | 'again' | 'typed' | 'back'
>;

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);

const style = `:root{color-scheme:light dark;font:1.1rem/1.7 system-ui,sans-serif}body{max-inline-size:48rem;margin:0 auto;
padding:2rem 1rem}main{display:grid;gap:1.25rem}h1,h2{line-height:1.4;margin:0}p{margin:0}label{display:grid;gap:.25rem}
textarea{font:inherit;padding:.5rem;inline-size:100%;box-sizing:border-box;field-sizing:content;min-block-size:3lh}
button{font:inherit;padding:.5rem 1.25rem;min-block-size:2.75rem}a{color:LinkText}form{display:grid;gap:1.25rem}`;

/**
 * A page by itself, for a form that could not be saved: whoever sent it has all that they typed before them, and sends it
 * again from here. It needs neither a session nor the database, since those may be what is missing.
 */
export function notSavedPage({
  code,
  locale,
  messages,
  address,
  page,
  entries,
}: {
  code: NotSavedCode;
  locale: Locale;
  messages: Messages;
  /** Where the form is sent. */
  address: string;
  /** The page it stood on. */
  page: string;
  entries: Entries;
}): string {
  const words = messages.plain.notSaved;
  const plan = emptyPlan();
  // What can be chosen is there again by itself: texts are what would be lost.
  const texts = entries.filter(([name, value]) => /\.(ar|en)$/.test(name) && value.trim() !== '');
  const hidden = entries.map(
    ([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value).replace(/\r?\n/g, '&#10;')}">`,
  );
  const shown = texts.map(([name, value]) => {
    const lang = name.endsWith('.ar') ? 'ar' : 'en';
    return `<label>${text(placeOf(name, { plan, locale, messages }))}
<textarea readonly lang="${lang}" dir="${directionOf(lang)}">
${text(value)}</textarea></label>`;
  });
  const again = ['signedOut', 'busy', 'failed'].includes(code);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text(words.title)}</title><style>${style}</style></head>
<body><main><h1>${text(words.title)}</h1><p role="alert">${text(words[code])}</p>
${code === 'signedOut' ? `<p><a href="/${locale}/sign-in?next=${encodeURIComponent(page)}" target="_blank">${text(words.signIn)}</a></p>` : ''}
${again && entries.length ? `<form method="post" enctype="multipart/form-data" action="${text(address)}">${hidden.join('')}<p><button type="submit">${text(words.again)}</button></p></form>` : ''}
${shown.length ? `<h2>${text(words.typed)}</h2>${shown.join('')}` : ''}
<p><a href="${text(page)}">${text(words.back)}</a></p></main></body></html>`;
}
