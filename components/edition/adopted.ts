import type { Bilingual, Language } from '#plan/schema';
import type { AdoptedEdition } from '#review/adoptedEdition';
import { groupedCode } from '#review/editionCode';
import { alike, changed, type Edition, figures, say } from './edition.ts';

/** Something that an adopted edition says of itself. `to`: where it leads, by language. */
export type AdoptedFact = {
  key: 'authority' | 'decree' | 'adoptedOn' | 'code' | 'address';
  label: Bilingual;
  text: Bilingual;
  to?: Bilingual;
};

/** What an adopted edition says of itself, in the order in which it is said; nothing of a draft. */
export function adoptedFacts(edition: Edition): AdoptedFact[] {
  const { adopted } = edition;
  if (!adopted) return [];
  const fact = (key: AdoptedFact['key'], text: Bilingual): AdoptedFact => ({
    key,
    label: say(edition, `adopted.${key}`),
    text,
  });
  return [
    fact('authority', inBoth(adopted.authority)),
    ...(adopted.decree ? [fact('decree', alike(adopted.decree))] : []),
    fact('adoptedOn', figures(edition).date(adopted.adoptedOn)),
    fact('code', leftToRight(alike(groupedCode(adopted.code)))),
    { ...fact('address', leftToRight(alike(adopted.address))), to: checkLink(adopted) },
  ];
}

/** Where the code is checked: in the reader’s language, with the code filled in. */
function checkLink({ address, code }: AdoptedEdition): Bilingual {
  const link = (language: Language) => address.replace(/\/verify$/, `/${language}/verify?code=${code}#answer`);
  return { ar: link('ar'), en: link('en') };
}

/** A name that was written in one language only stands in the other as it is: it is nobody’s to translate here. */
const inBoth = ({ ar, en }: Bilingual): Bilingual => ({ ar: ar || en, en: en || ar });

const leftToRight = (text: Bilingual) => changed(text, (each) => `\u2066${each}\u2069`);
