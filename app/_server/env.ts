import * as z from 'zod';
import { readMailSettings } from '../../scripts/mailSettings.mjs';

const environment = z
  .object({
    DATABASE_URL: z.string().min(1),
    APP_URL: z.url().default('http://localhost:3000'),
    BETTER_AUTH_SECRET: z.string().min(32),
    /** Most connections to PostgreSQL that this server holds. */
    DATABASE_CONNECTIONS: z.coerce.number().int().min(1).default(16),
    /** How many printings this server runs at a time, and what each may take: mebibytes and minutes. */
    PRINT_PROCESSES: z.coerce.number().int().min(1).max(16).default(1),
    PRINT_MEMORY: z.coerce.number().int().min(256).default(440),
    PRINT_MINUTES: z.coerce.number().min(1).default(10),
    /** The server that sends mail and the address that it comes from, as `readMailSettings` reads them; no mail without. */
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().optional(),
  })
  .superRefine((given, context) => {
    const { problem } = readMailSettings(given);
    if (problem) context.addIssue({ code: 'custom', path: ['SMTP_URL'], message: problem });
  });

let parsed: z.infer<typeof environment> | undefined;

/**
 * What the server was started with, checked once.
 * @throws if something is missing: `npm start` sets all of it, so that is a defect of whoever starts the server.
 */
export function env(): z.infer<typeof environment> {
  parsed ??= environment.parse(process.env);
  return parsed;
}

/** Whether the page with all elements of the interface is there: in development, and where the tests ask for it. */
export const showsComponents = (): boolean =>
  process.env.NODE_ENV === 'development' || process.env.SHOW_COMPONENTS === '1';
