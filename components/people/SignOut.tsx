import type { ReactNode } from 'react';
import { Button } from '#ui/Button';

/** A plain form, so that signing out works everywhere, and its answer can clear what the browser kept of the pages. */
export function SignOut({
  locale,
  look = 'quiet',
  children,
}: {
  locale: string;
  look?: 'quiet' | 'plain';
  children: ReactNode;
}) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" look={look}>
        {children}
      </Button>
    </form>
  );
}
