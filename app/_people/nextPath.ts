const here = 'http://here.invalid';

/**
 * The page to go on to after signing in, if what a link or a form names is a page of this site; else null.
 * Everything a browser could read as another site is refused: `//host`, `/\host`, control characters, a scheme.
 */
export function nextPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  if (!/^\/(ar|en)(\/|$|\?)/.test(value) || /[\\ \p{Cc}]/u.test(value)) return null;
  if (!URL.canParse(value, here)) return null;
  const url = new URL(value, here);
  return url.origin === here && /^\/(ar|en)(\/|$)/.test(url.pathname) ? url.pathname + url.search + url.hash : null;
}
