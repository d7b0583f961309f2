import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A certificate of “localhost” and its key: known to everybody, and so good for nothing but tests. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgct/HVt2hPLtWWPUm
8K1S2H4Q68gIksSq1C1Zii9oPvqhRANCAATsA52sn9wBNAM3NpFSV6R779ErmQ0A
PO3uW1apPb8MZNsWhXiTrk7HIgI/Z7OrbpAuDJ4l+L2pu1QihTecn1FZ
-----END PRIVATE KEY-----
`;
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUTFiMVUwg5+illOnjLZGnsFMuEzYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjEwMzMyMFoYDzIxMjYxMTAy
MTAzMzIwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATsA52sn9wBNAM3NpFSV6R779ErmQ0APO3uW1apPb8MZNsWhXiTrk7H
IgI/Z7OrbpAuDJ4l+L2pu1QihTecn1FZo28wbTAdBgNVHQ4EFgQUgn9ojKsjQ0LL
zhOJPg7i+laR7ggwHwYDVR0jBBgwFoAUgn9ojKsjQ0LLzhOJPg7i+laR7ggwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhANUFXJaSzxGiWH+a6bqLTkYUlUZP79+6AGkLt5TsiGbyAiAE
Iqg/iB63/hP7lR8aBEF4IsgW5VnECWTdSpJZqIU6GA==
-----END CERTIFICATE-----
`;

/**
 * A message that a server took. `tls`: whether it came encrypted. `user`: who signed in for it.
 * @typedef {{ to: string, raw: string, tls: boolean, user: string | undefined }} Received
 */

/**
 * For tests: a real mail server on a free port, which keeps what it takes.
 * @param {object} [how]
 * @param {boolean} [how.starttls] whether it offers TLS
 * @param {boolean} [how.trusted] whether its certificate is the one above, or one of nobody
 * @param {{ user: string, pass: string }} [how.login] what it asks for
 * @param {(to: string) => number | undefined} [how.refuses] a code with which it refuses an address
 * @param {number} [how.slow] milliseconds that it takes over each message
 * @returns {Promise<{ port: number, received: Received[], stop: () => Promise<void> }>}
 */
export async function startSmtp({ starttls = false, trusted = true, login, refuses = () => undefined, slow = 0 } = {}) {
  const received = [];
  const server = new SMTPServer({
    logger: false,
    ...(trusted && { key, cert: certificate }),
    disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth({ username, password }, _session, done) {
      if (username === login.user && password === login.pass) done(null, { user: username });
      else done(new Error(`Who is ${username}?`));
    },
    onRcptTo({ address }, _session, done) {
      const responseCode = refuses(address);
      done(responseCode ? Object.assign(new Error(`Not for ${address}`), { responseCode }) : null);
    },
    onData(stream, { envelope, secure, user }, done) {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, raw: Buffer.concat(pieces).toString('latin1'), tls: secure, user });
        setTimeout(done, slow);
      });
    },
  });
  // What a client does that goes away is its own affair.
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: listening.address().port,
    received,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/**
 * For tests: a message as its reader sees it, from what went over the wire.
 * @param {string} raw
 * @returns {{ headers: Map<string, string>, text: string, html: string }}
 */
export function readMessage(raw) {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')));
  const content = (type) => {
    const part = parts.find(({ headers: own }) => own.get('content-type')?.startsWith(type));
    if (!part) throw new Error(`No ${type}`);
    return decode(part.body, part.headers.get('content-transfer-encoding') ?? '').replaceAll('\r\n', '\n');
  };
  return { headers, text: content('text/plain'), html: content('text/html') };
}

function split(raw) {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

/** RFC 2047. */
const words = (header) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, word) =>
      decode(how.toLowerCase() === 'b' ? word : word.replaceAll('_', ' '), how.toLowerCase() === 'b' ? 'base64' : ''),
    );

function decode(body, encoding) {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
