/** What the text of a JSON document holds that nothing should be built from. `path`: the keys that lead to it. */
export type Finding = { code: 'tooDeep' | 'duplicateKey' | 'forbiddenKey'; path: string };

type Level = { keys: Set<string> | null; key: string; index: number };

/** Keys that mean something else to JavaScript than to JSON. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks through the text of a JSON document in one pass, without building anything: for nesting beyond `depthLimit`, for
 * the same key twice in an object (of which a parser would silently drop one), and for keys that no plan has any use
 * for. Whether the text is JSON at all is for the parser to say; a text that isn't may be found to hold nothing.
 */
export function scanJson(text: string, depthLimit: number): Finding | null {
  const levels: Level[] = [];
  const path = () => levels.map((level) => (level.keys ? level.key : String(level.index))).join('.');
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
      case '[':
        if (levels.length === depthLimit) return { code: 'tooDeep', path: path() };
        levels.push({ keys: text[at] === '{' ? new Set() : null, key: '', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level) level.index += 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys && isFollowedByColon(text, end)) {
          const key = unescaped(text.slice(at, end + 1));
          level.key = key;
          if (forbidden.has(key)) return { code: 'forbiddenKey', path: path() };
          if (level.keys.has(key)) return { code: 'duplicateKey', path: path() };
          level.keys.add(key);
        }
        at = end;
        break;
      }
    }
  }
  return null;
}

/** Where the string that begins at `start` ends: its closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function isFollowedByColon(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}

function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
