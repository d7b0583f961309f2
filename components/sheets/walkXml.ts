import { SaxesParser } from 'saxes';
import { Refused } from './refusals.ts';

/** How deep elements may lie in each other; those that are read lie in six. */
const DEPTH_LIMIT = 32;
/** How long one tag, text or comment may be: thirty times what a cell takes, each of its signs escaped or not. */
const PIECE_LIMIT = 1_000_000;
/** How many elements a workbook may have in all: eight times those of the largest plan. */
const ELEMENT_LIMIT = 1_000_000;
/** How much is decoded and handed to the parser at once. */
const CHUNK = 65_536;

/** What is left of a workbook’s elements, over all of its parts. */
export type Budget = { elements: number };
export const fullBudget = (): Budget => ({ elements: ELEMENT_LIMIT });

type Attributes = Record<string, string>;
/**
 * What is told of a document, in its order. Names are without prefixes: programs write them with any or none, and two
 * namespaces have the same elements (ECMA-376 Transitional and Strict).
 */
export type XmlVisitor = {
  opened: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  closed?: (name: string) => void;
};

/**
 * Reads an XML 1.0 document, UTF-8 or UTF-16, a chunk at a time. Nothing is fetched, and no entity is known but the five of
 * XML itself: a document type ends the reading, whatever is in it.
 * @throws Refused where it isn’t well-formed or goes over a limit, and whatever the visitor throws
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor, budget: Budget): void {
  const parser = new SaxesParser({ forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  // How much has been read since something could be told: what the parser holds in memory besides its own state.
  let held = 0;
  parser.on('error', () => {
    throw new Refused('damaged');
  });
  parser.on('doctype', () => {
    throw new Refused('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    held = 0;
    depth += 1;
    budget.elements -= 1;
    if (depth > DEPTH_LIMIT) throw new Refused('damaged');
    if (budget.elements < 0) throw new Refused('tooMuch', { limit: ELEMENT_LIMIT });
    visitor.opened(local(name), unprefixed(attributes as Attributes));
  });
  parser.on('closetag', ({ name }) => {
    held = 0;
    depth -= 1;
    visitor.closed?.(local(name));
  });
  const told = (text: string) => {
    held = 0;
    visitor.text?.(text);
  };
  parser.on('text', told);
  parser.on('cdata', told);
  const decoder = decoderOf(bytes);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = decoded(decoder, bytes.subarray(at, at + CHUNK), at + CHUNK < bytes.length);
    parser.write(chunk);
    held += chunk.length;
    if (held > PIECE_LIMIT) throw new Refused('damaged');
  }
  parser.close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function unprefixed(attributes: Attributes): Attributes {
  const result: Attributes = Object.create(null);
  for (const name in attributes) {
    const key = local(name);
    // A format’s own attributes have no prefix, and go before others of the same name.
    if (key === name || !(key in result)) result[key] = attributes[name] ?? '';
  }
  return result;
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new Refused('damaged');
  }
}
