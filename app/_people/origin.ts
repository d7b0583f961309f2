/** What of a request’s headers is read here; `Headers` fits. */
type HeaderReader = { get(name: string): string | null };

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The addresses under which this site is reached: its own, and on one’s own machine every name of that machine. */
function ownAddresses(appUrl: string): URL[] {
  const own = new URL(appUrl);
  if (!loopback.includes(own.hostname)) return [own];
  return loopback.map((name) => {
    const url = new URL(own);
    url.hostname = name;
    return url;
  });
}

/**
 * Whether a request that changes something may have come from another site’s page, or lies about where it was sent.
 * A browser sends `Origin` with each of them, so one without it, or with `null`, is refused as well.
 * @param appUrl the address at which people reach this site, from the configuration and never from the request
 */
export function isForeign(headers: HeaderReader, appUrl: string): boolean {
  const own = ownAddresses(appUrl);
  const origin = headers.get('origin');
  if (!origin || !own.some((url) => url.origin === origin)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return host !== null && !own.some((url) => url.host === host.toLowerCase());
}
