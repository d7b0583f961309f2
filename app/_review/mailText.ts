import type { Bilingual, Language } from '#plan/schema';
import { mailTiming } from './mailTiming.ts';
import type { NoticeKind } from './noticeKinds.ts';

/** How many notices of each kind a message tells of. */
export type MailNotices = Readonly<Partial<Record<NoticeKind, number>>>;

type MailSentence = 'subject' | 'greeting' | 'intro' | 'link' | 'closing' | `kinds.${NoticeKind}`;
/** Looks a sentence up, for a number of notices. */
export type MailWords = (sentence: MailSentence, count: number) => string;

/** A message without its envelope: both languages in one, since an account has no language of its own. */
export type MailText = { subject: string; text: string; html: string };

const directions = { ar: 'rtl', en: 'ltr' } as const;
const order = Object.keys(mailTiming) as NoticeKind[];

/**
 * What a message says: that there is something to read in the app, how much of which kind, and where. Of what it is about
 * it is told nothing, so that it can’t say it.
 */
export function mailText(notices: MailNotices, words: Record<Language, MailWords>, appUrl: string): MailText {
  const counts = order.flatMap((kind): [NoticeKind, number][] => {
    const count = notices[kind] ?? 0;
    return count > 0 ? [[kind, count]] : [];
  });
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const part = (language: Language): Part => {
    const say = words[language];
    return {
      language,
      greeting: say('greeting', total),
      intro: say('intro', total),
      lines: counts.map(([kind, count]) => say(`kinds.${kind}`, count)),
      link: say('link', total),
      url: `${appUrl.replace(/\/+$/, '')}/${language}/notices`,
      closing: say('closing', total),
    };
  };
  const parts = [part('ar'), part('en')];
  const subjects: Bilingual = { ar: words.ar('subject', total), en: words.en('subject', total) };
  const subject = `${subjects.ar} | ${subjects.en}`;
  return { subject, text: parts.map(plain).join('\n\n----------\n\n'), html: page(subject, parts.map(marked)) };
}

type Part = {
  language: Language;
  greeting: string;
  intro: string;
  lines: string[];
  link: string;
  url: string;
  closing: string;
};

const plain = ({ greeting, intro, lines, link, url, closing }: Part): string =>
  [greeting, intro, lines.map((line) => `- ${line}`).join('\n'), `${link}\n${url}`, closing].join('\n\n');

// Nothing is fetched when it is opened: no picture, no style from elsewhere. The address is shown as it is.
const marked = ({ language, greeting, intro, lines, link, url, closing }: Part): string =>
  `<div lang="${language}" dir="${directions[language]}">
<p>${escaped(greeting)}</p>
<p>${escaped(intro)}</p>
<ul>
${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}
</ul>
<p>${escaped(link)}<br><a href="${escaped(url)}"><bdi dir="ltr">${escaped(url)}</bdi></a></p>
<p>${escaped(closing)}</p>
</div>`;

const page = (title: string, parts: string[]): string =>
  `<!doctype html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="line-height: 1.6">
${parts.join('\n<hr>\n')}
</body>
</html>
`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
