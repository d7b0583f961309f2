import type { ReactNode } from 'react';

/** How much of a whole is done: real counts, in words beside the bar. */
export function Progress({
  value,
  of,
  label,
  children,
}: {
  value: number;
  of: number;
  label: string;
  children?: ReactNode;
}) {
  return (
    <div className="grid gap-1">
      <progress
        aria-label={label}
        value={value}
        max={Math.max(of, 1)}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full border border-edge bg-paper [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-blue forced-colors:forced-color-adjust-none forced-colors:border-[CanvasText] forced-colors:bg-[Canvas] forced-colors:[&::-moz-progress-bar]:bg-[CanvasText] forced-colors:[&::-webkit-progress-bar]:bg-[Canvas] forced-colors:[&::-webkit-progress-value]:bg-[CanvasText]"
      />
      {children && <div className="text-sm text-muted">{children}</div>}
    </div>
  );
}
