/**
 * How mail is sent. `security`: TLS from the first byte, TLS before anything is said, or none.
 * @typedef {object} MailSettings
 * @property {string} host
 * @property {number} port
 * @property {'tls' | 'starttls' | 'none'} security
 * @property {{ user: string, pass: string } | null} login
 * @property {{ name: string, address: string }} from
 */

const noAddress =
  'SMTP_URL is no address of a mail server: give one such as smtps://user:password@mail.example.org (signs such as @ in the password as %40).';
const noSender =
  'MAIL_FROM is no address of a sender: give one such as plans@example.org, or National Plans <plans@example.org>.';

const isHost = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i;
const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/i;
const sender = /^(?:([^<>"\p{Cc}]*)<([^<>]*)>|([^<>]*))$/u;
const isAddress = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/**
 * What `SMTP_URL` and `MAIL_FROM` say.
 * @param {{ SMTP_URL?: string, MAIL_FROM?: string }} env
 * @returns {{ mail: MailSettings | null, problem: string | null }} no mail where neither is given. A problem is a sentence
 *   that quotes nothing: the address may hold a password.
 */
export function readMailSettings({ SMTP_URL, MAIL_FROM }) {
  const wrong = (problem) => ({ mail: null, problem });
  if (!SMTP_URL && !MAIL_FROM) return { mail: null, problem: null };
  if (!MAIL_FROM) return wrong('SMTP_URL is given without MAIL_FROM: give the address that mail comes from.');
  if (!SMTP_URL) return wrong('MAIL_FROM is given without SMTP_URL: give the mail server that sends it.');
  const server = readServer(SMTP_URL);
  if (typeof server === 'string') return wrong(server);
  const [, name = '', inBrackets, bare] = sender.exec(MAIL_FROM.trim()) ?? [];
  const address = (inBrackets ?? bare ?? '').trim();
  if (!isAddress.test(address)) return wrong(noSender);
  return { mail: { ...server, from: { name: name.trim(), address } }, problem: null };
}

function readServer(given) {
  if (!URL.canParse(given)) return noAddress;
  const url = new URL(given);
  const isPath = url.pathname !== '' && url.pathname !== '/';
  if (!/^smtps?:$/.test(url.protocol) || !isHost.test(url.hostname) || url.port === '0' || isPath || url.hash) {
    return noAddress;
  }
  const options = [...url.searchParams].map(([option, value]) => `${option}=${value}`);
  const isOff = options.join() === 'tls=off';
  if (options.length && !(isOff && url.protocol === 'smtp:')) {
    return 'SMTP_URL has an option that isn’t known: ?tls=off after smtp://… is the only one.';
  }
  const login = readLogin(url);
  if (login === undefined) return noAddress;
  // What stays on this machine needs no TLS, and mail servers there have no certificate that anyone could check.
  if (login && isOff && !isLocal.test(url.hostname)) {
    return 'SMTP_URL has a password and tls=off: it would be sent for anyone to read. Leave one of them out.';
  }
  const security = url.protocol === 'smtps:' ? 'tls' : isOff || isLocal.test(url.hostname) ? 'none' : 'starttls';
  const port = Number(url.port || (security === 'tls' ? 465 : 587));
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, security, login };
}

/** The name and password in an address; null where there are none, undefined where they can’t be read. */
function readLogin({ username, password }) {
  if (!username && !password) return null;
  if (!username || !password) return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}
