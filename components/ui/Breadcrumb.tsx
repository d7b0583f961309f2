import Link from 'next/link';
import { Written } from './Written.tsx';

/** The way from the top to here; the last entry is this page and no link. */
export function Breadcrumb({
  label,
  trail,
}: {
  label: string;
  trail: readonly { href?: string; text: string; lang?: string }[];
}) {
  return (
    <nav aria-label={label} className="text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ href, text, lang }, index) => (
          <li key={text} className="flex gap-x-2">
            {index > 0 && (
              <span aria-hidden="true" className="text-muted">
                /
              </span>
            )}
            {href ? (
              <Link href={href} className="py-0.5 text-blue underline underline-offset-4">
                <bdi lang={lang}>
                  <Written>{text}</Written>
                </bdi>
              </Link>
            ) : (
              <span aria-current="page" className="py-0.5 text-muted">
                <bdi lang={lang}>
                  <Written>{text}</Written>
                </bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
