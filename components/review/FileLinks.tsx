import { Notice } from '#ui/Notice';

/**
 * What a page shows, as files to take along; and why one was refused.
 * @param id where the page is led to when a file was refused
 */
export function FileLinks({
  id,
  title,
  refused,
  files,
  children,
}: {
  id: string;
  title: string;
  refused: { title: string; text: string } | undefined;
  files: readonly { href: string; text: string }[];
  /** What the files hold. */
  children: string;
}) {
  return (
    <section data-screen id={id} aria-labelledby={`${id}-title`} className="grid gap-2 border-t border-line pt-4">
      <h2 id={`${id}-title`} className="text-xl">
        {title}
      </h2>
      {refused && (
        <Notice tone="warm" title={refused.title} live>
          {refused.text}
        </Notice>
      )}
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {files.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className="inline-block py-0.5 text-blue underline underline-offset-4">
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-sm text-muted">{children}</p>
    </section>
  );
}
