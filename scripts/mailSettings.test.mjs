import { describe, expect, test } from 'vitest';
import { readMailSettings } from './mailSettings.mjs';

const from = 'plans@example.org';
const sender = { name: '', address: from };
const read = (SMTP_URL, MAIL_FROM = from) => readMailSettings({ SMTP_URL, MAIL_FROM });

test('without both there is no mail, and nothing wrong', () => {
  expect(readMailSettings({})).toEqual({ mail: null, problem: null });
  expect(readMailSettings({ SMTP_URL: '', MAIL_FROM: '' })).toEqual({ mail: null, problem: null });
});

describe('a mail server is reached by TLS, but for one on this machine or where it is left out on purpose', () => {
  test.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, security: 'starttls', login: null }],
    ['smtp://mail.example.org:25', { host: 'mail.example.org', port: 25, security: 'starttls', login: null }],
    ['smtps://mail.example.org/', { host: 'mail.example.org', port: 465, security: 'tls', login: null }],
    ['smtps://localhost', { host: 'localhost', port: 465, security: 'tls', login: null }],
    ['smtp://localhost:25', { host: 'localhost', port: 25, security: 'none', login: null }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, security: 'none', login: null }],
    ['smtp://[::1]:25', { host: '::1', port: 25, security: 'none', login: null }],
    ['smtp://[2001:db8::1]', { host: '2001:db8::1', port: 587, security: 'starttls', login: null }],
    ['smtp://relay.example.org:25?tls=off', { host: 'relay.example.org', port: 25, security: 'none', login: null }],
    [
      'smtp://plans%40example.org:p%40ss%3Aword@mail.example.org',
      {
        host: 'mail.example.org',
        port: 587,
        security: 'starttls',
        login: { user: 'plans@example.org', pass: 'p@ss:word' },
      },
    ],
  ])('%s', (url, expected) => {
    expect(read(url)).toEqual({ mail: { ...expected, from: sender }, problem: null });
  });
});

test.each([
  ['plans@example.org', { name: '', address: 'plans@example.org' }],
  [' National Plans <plans@example.org> ', { name: 'National Plans', address: 'plans@example.org' }],
  ['الخطط الوطنية <plans@example.org>', { name: 'الخطط الوطنية', address: 'plans@example.org' }],
])('mail comes from %s', (given, expected) => {
  expect(read('smtps://mail.example.org', given).mail?.from).toEqual(expected);
});

describe('in a sentence that quotes nothing is refused', () => {
  test.each([
    ['SMTP_URL', 'mail.example.org', from],
    ['SMTP_URL', 'https://me:top-secret@mail.example.org', from],
    ['SMTP_URL', 'smtp:mail.example.org', from],
    ['SMTP_URL', 'smtp://me:top-secret@', from],
    ['SMTP_URL', 'smtp://me@mail.example.org', from],
    ['SMTP_URL', 'smtp://:top-secret@mail.example.org', from],
    ['SMTP_URL', 'smtp://me:top-secret%@mail.example.org', from],
    ['SMTP_URL', 'smtp://me:top/secret@mail.example.org', from],
    ['SMTP_URL', 'smtp://mail.example.org:0', from],
    ['SMTP_URL', 'smtp://mail.example.org:70000', from],
    ['SMTP_URL', 'smtp://mail.example.org/path', from],
    ['option', 'smtp://mail.example.org?tls=no', from],
    ['option', 'smtp://mail.example.org?ignoreTLS=true', from],
    ['option', 'smtps://mail.example.org?tls=off', from],
    ['password', 'smtp://me:top-secret@mail.example.org?tls=off', from],
    ['MAIL_FROM', 'smtps://mail.example.org', ''],
    ['MAIL_FROM', 'smtps://mail.example.org', 'top-secret'],
    ['MAIL_FROM', 'smtps://mail.example.org', 'plans@example.org, more@example.org'],
    ['MAIL_FROM', 'smtps://mail.example.org', 'Plans <plans@example.org> <more@example.org>'],
    ['MAIL_FROM', 'smtps://mail.example.org', 'Plans\r\nBcc: more@example.org <plans@example.org>'],
    ['SMTP_URL', '', from],
  ])('%s: %s, %s', (named, url, address) => {
    const { mail, problem } = read(url, address);
    expect(mail).toBeNull();
    expect(problem).toMatch(/^[^\n]+\.$/);
    expect(problem).toContain(named);
    expect(problem).not.toMatch(/top|secret/);
  });
});
