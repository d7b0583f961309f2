import Link from 'next/link';
import type { ComponentProps, MouseEvent } from 'react';

type Look = 'main' | 'quiet' | 'plain' | 'danger';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded border px-4 py-2 text-center font-medium no-underline disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60';

const looks: Record<Look, string> = {
  main: `${shape} border-blue bg-blue text-on-blue hover:border-blue-strong hover:bg-blue-strong`,
  quiet: `${shape} border-edge bg-paper text-ink hover:border-blue hover:bg-blue-soft`,
  plain:
    'inline-flex min-h-8 items-center gap-1 rounded px-1 -mx-1 text-blue underline underline-offset-4 hover:text-blue-strong disabled:cursor-not-allowed disabled:opacity-60',
  danger: `${shape} border-warm bg-paper text-warm hover:bg-warm-soft`,
};

/**
 * A native button. `main` is the one next thing to do on a page, `quiet` the others, `plain` one among text. While it is
 * `busy` with what it was pressed for, it does nothing, but keeps the place of who is at the keyboard.
 */
export function Button({
  look = 'main',
  type = 'button',
  className = '',
  busy = false,
  ...rest
}: ComponentProps<'button'> & { look?: Look; busy?: boolean }) {
  const waiting = busy ? { 'aria-disabled': true, onClick: stay } : {};
  return <button type={type} className={`${looks[look]} cursor-pointer ${className}`} {...rest} {...waiting} />;
}

const stay = (event: MouseEvent) => event.preventDefault();

/** A link that leads on, with the looks of a button. */
export function LinkButton({ look = 'main', className = '', ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={`${looks[look]} ${className}`} {...rest} />;
}

/** A link in text. */
export function TextLink({ className = '', ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={`rounded text-blue underline decoration-1 underline-offset-4 hover:text-blue-strong hover:decoration-2 ${className}`}
      {...rest}
    />
  );
}
