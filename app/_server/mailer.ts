import { createTransport, type NodemailerError, type SMTPTransportOptions, type Transporter } from 'nodemailer';
import { createTranslator } from 'use-intl/core';
import { uuidv7 } from 'uuidv7';
import ar from '#locales/ar/mail' with { type: 'json' };
import en from '#locales/en/mail' with { type: 'json' };
import type { Language } from '#plan/schema';
import { type MailSettings, readMailSettings } from '../../scripts/mailSettings.mjs';
import { type MailNotices, type MailWords, mailText } from '../_review/mailText.ts';
import { mailTiming } from '../_review/mailTiming.ts';
import { database } from './database.ts';
import { env } from './env.ts';

/**
 * What tells people by mail that there is something to read in the app. The outbox is the table `MailJob`, shared by all
 * web servers: each takes the message of one person at a time, sends it and notes that. One that ends in between leaves a
 * message that is sent again, under the same Message-ID, once the lease is over.
 */
type Claimed = { message: string; tries: number; email: string; notices: MailNotices };

/** How often this server looks for what is due. A notice that is to be told at once waits 20 seconds for its like before. */
const LOOK_MS = 20_000;
/** How often the outbox is tidied where no mail server is given, which would do it each time. */
const TIDY_MS = 3_600_000;
/** After each failed try, when the next comes; after the last, none. */
const AGAIN = ['1 minute', '5 minutes', '30 minutes', '2 hours', '12 hours'] as const;
const TRIES = AGAIN.length + 1;
/** How long a message is this server’s: longer than any sending may take. */
const LEASE = '3 minutes';
/** What couldn’t be sent for so long is in the app, and no news any more. */
const STALE = '3 days';
/** How long the mail server may be silent, and how long a sending may take in all. */
const SILENCE_MS = 10_000;
const SENDING_MS = 60_000;
/** For how long a mail server that can’t be reached is left alone. */
const PAUSE_MS = 60_000;

const program = { ar, en };
const words: Record<Language, MailWords> = { ar: wordsOf('ar'), en: wordsOf('en') };

function wordsOf(locale: Language): MailWords {
  const translate = createTranslator({ locale, messages: program[locale] as typeof en, timeZone: 'UTC' });
  return (sentence, count) => translate(sentence, { count });
}

/**
 * Sends what is due, from now on and by itself. Without a mail server it only keeps the outbox from growing.
 * @returns ends it, after what is being sent at the moment
 */
export function keepMail(mail: MailSettings | null = readMailSettings(env()).mail): () => Promise<void> {
  let round: Promise<void> | null = null;
  let pausedUntil = 0;
  const send = async () => {
    try {
      if (!mail) await tidy();
      else if (!(await sendDue(mail))) pausedUntil = performance.now() + PAUSE_MS;
    } catch (error) {
      complain('outbox', codeOf(error));
    }
    round = null;
  };
  const look = () => {
    if (!round && performance.now() >= pausedUntil) round = send();
  };
  const again = setInterval(look, mail ? LOOK_MS : TIDY_MS).unref();
  look();
  return async () => {
    clearInterval(again);
    await round;
  };
}

const tidy = (): Promise<number> => database().$executeRaw`SELECT 1 FROM mail_tidy(${TRIES}::int, ${STALE}::interval)`;

/**
 * Sends what is due now, one message after the other.
 * @param options.ca certificates to trust instead of those that Node trusts
 * @returns whether the mail server could be reached, and took this server’s name and password
 */
export async function sendDue(mail: MailSettings, { ca }: { ca?: string } = {}): Promise<boolean> {
  const transport = createTransport(transportOptions(mail, ca));
  try {
    for (;;) {
      const [claimed] = await database().$queryRaw<Claimed[]>`
        SELECT "message"::text, "tries", "email", "notices" FROM mail_claim(${uuidv7()}::uuid,
          ${JSON.stringify(mailTiming)}::jsonb, ${TRIES}::int, ${LEASE}::interval, ${STALE}::interval)`;
      if (!claimed) return true;
      if (!(await deliver(claimed, mail, transport))) return false;
    }
  } finally {
    transport.close();
  }
}

function transportOptions({ host, port, security, login }: MailSettings, ca?: string): SMTPTransportOptions {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // A server that doesn’t ask for the name and password isn’t the one that they are for.
    ...(login && { auth: login, forceAuth: true }),
    // This app’s own name, not the machine’s.
    name: new URL(env().APP_URL).hostname,
    ...(ca && { tls: { ca } }),
    dnsTimeout: SILENCE_MS,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Sends one message, and notes how that went. @returns whether it makes sense to go on with others */
async function deliver({ message, tries, email, notices }: Claimed, { from }: MailSettings, transport: Transporter) {
  try {
    await transport.sendMail({
      from,
      // As an object it is one address, whatever signs are in it.
      to: { name: '', address: email },
      messageId: `<${message}@${from.address.split('@')[1]}>`,
      // No answer of a person who is away, RFC 3834 and Exchange’s own.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      xMailer: false,
      signal: AbortSignal.timeout(SENDING_MS),
      ...mailText(notices, words, env().APP_URL),
    });
  } catch (error) {
    const code = codeOf(error);
    complain(message, code);
    const why = kindOf(error);
    const again = why === 'refused' ? null : (AGAIN[tries - 1] ?? null);
    await database().$executeRaw`
      SELECT 1 FROM mail_failed(${message}::uuid, ${tries}::int, ${code}, ${again}::interval)`;
    return why !== 'unreachable';
  }
  await database().$executeRaw`SELECT 1 FROM mail_sent(${message}::uuid)`;
  return true;
}

/**
 * refused: this message or its address, for good. later: likewise, but not for good. unreachable: the server takes nothing
 * from us, whomever it is for, which may be a matter of settings: it is tried again.
 */
function kindOf(error: unknown): 'refused' | 'later' | 'unreachable' {
  const { command, code, responseCode, permanent } = error as NodemailerError;
  if (command === 'API' && code === 'EENVELOPE') return 'refused';
  if (!responseCode || (command !== 'RCPT TO' && command !== 'DATA')) return 'unreachable';
  // “Authentication required” says nothing of whom it is for.
  return permanent && responseCode !== 530 ? 'refused' : 'later';
}

/** What went wrong, in a word: never the server’s own, which may quote an address. */
function codeOf(error: unknown): string {
  const { command, code, originalCode, responseCode } = error as NodemailerError;
  return responseCode ? `${command} ${responseCode}` : (originalCode ?? code ?? 'failed');
}

/** For whoever runs the server: which message failed and how, not whose it is. */
const complain = (message: string, code: string): boolean => process.stderr.write(`Mail ${message}: ${code}\n`);
