type Texts = { [key: string]: unknown };

/** The text at a path of the messages, or undefined where none stands. */
export function textAt(texts: unknown, path: string): string | undefined {
  let found: unknown = texts;
  for (const key of path.split('.')) found = (found as Texts | undefined)?.[key];
  return typeof found === 'string' ? found : undefined;
}
