import { TextLink } from '#ui/Button';
import { Written } from '#ui/Written';

/** Something of the plan by its title, and where it is written. */
export type Link = { text: string; lang: string; href: string };

/** How what stands in a results chain is named, by its id. */
export type ChainWords = {
  objective: (id: string) => Link;
  action: (id: string) => Link;
  indicator: (action: string, id: string) => Link;
  recommendations: (action: string) => Link[];
};

/** A link in text that people wrote. */
export const Linked = ({ link: { text, lang, href } }: { link: Link }) => (
  <TextLink href={href} prefetch={false}>
    <bdi lang={lang}>
      <Written>{text}</Written>
    </bdi>
  </TextLink>
);
