import type { ReactNode } from 'react';
import { type OfficialLanguage, officialUrl } from '#catalogue/officialText';

/** A link to a United Nations document in one of its languages. A symbol keeps its order beside Arabic. */
export function OfficialLink({
  symbol,
  language,
  children,
}: {
  symbol: string;
  language: OfficialLanguage;
  children?: ReactNode;
}) {
  return (
    <a
      href={officialUrl(symbol, language)}
      hrefLang={language}
      className="text-blue underline decoration-1 underline-offset-4 hover:text-blue-strong hover:decoration-2"
    >
      {children ?? <bdi dir="ltr">{symbol}</bdi>}
    </a>
  );
}
