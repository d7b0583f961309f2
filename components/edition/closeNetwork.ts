import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** What a program without a network is told when it asks for one. */
function closed(): never {
  throw Object.assign(new Error('This program has no network'), { code: 'ENONETWORK' });
}

/**
 * Takes the network away from this process, for good: whatever a text or a picture of a plan makes a library fetch is
 * refused. Every protocol of Node’s own (http, https, tls, fetch) goes through one of these.
 */
export function closeNetwork(): void {
  net.Socket.prototype.connect = closed;
  net.Server.prototype.listen = closed;
  dgram.createSocket = closed;
  dns.lookup = closed as never;
  dns.promises.lookup = closed as never;
  // What lies in the address itself needs no network: programs for layout bring their own that way.
  const { fetch } = globalThis;
  globalThis.fetch = (asked, how) => (String(asked).startsWith('data:') ? fetch(asked, how) : closed());
  syncBuiltinESMExports();
}
