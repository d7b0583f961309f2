/** Called once by Next when the web server starts: what waited to be printed, or to be sent by mail, goes on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { keepPrinting } = await import('#server/printRunner');
  keepPrinting();
  const { keepMail } = await import('#server/mailer');
  keepMail();
}
