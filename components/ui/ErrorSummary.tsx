import type { ReactNode } from 'react';

/** What has to be mended, each linked to its field by the field's id; `href` where the field is on another page. */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: readonly { id: string; href?: string; message: ReactNode }[];
}) {
  if (!errors.length) return null;
  return (
    <div role="alert" tabIndex={-1} className="border-2 border-warm px-4 py-3" data-error-summary>
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 grid gap-1">
        {errors.map(({ id, href, message }) => (
          <li key={id}>
            <a href={href ?? `#${id}`} className="text-warm underline underline-offset-4">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
