import { SaxesParser, type SaxesTagNS } from 'saxes';
import { TEXT_LIMIT } from '#plan/fields';
import { Refused, shown } from './refusals.ts';

/** How deep elements may lie in each other; XLIFF with the plan’s own groups needs a third of that. */
const DEPTH_LIMIT = 32;
/** How long one tag, text, comment or instruction may be: the longest text of a plan with each of its signs escaped. */
const PIECE_LIMIT = 10 * TEXT_LIMIT;
/** How much is handed to the parser at once. */
const CHUNK = 65_536;

const encodings = new Set(['utf-8', 'utf-16', 'us-ascii']);

/** An element with its namespace. `attribute` takes a name as it is written; the prefix `xml` is the same everywhere. */
export type XmlElement = { namespace: string; name: string; attribute: (name: string) => string | undefined };

/** What is told of a document, in its order. Lines count from 1. */
export type XmlVisitor = {
  opened: (element: XmlElement, line: number) => void;
  text: (text: string, line: number) => void;
  closed: (line: number) => void;
};

/**
 * Reads an XML 1.0 document with namespaces and tells the visitor what is in it. Comments and instructions are passed over.
 * Nothing is fetched, and no entity is known but the five of XML itself: a document type ends the reading, whatever is in it.
 * @throws Refused where the text isn’t well-formed or goes over a limit, and whatever the visitor throws
 */
export function walkXml(text: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  // How much has been read since something could be told: what the parser holds in memory besides its own state.
  let held = 0;
  parser.on('error', () => {
    throw new Refused('', 'notXml', { line: parser.line });
  });
  parser.on('doctype', () => {
    throw new Refused('', 'doctype', { line: parser.line });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !encodings.has(encoding.toLowerCase()))
      throw new Refused('', 'notUtf8', { encoding: shown(encoding) });
  });
  parser.on('opentag', (tag) => {
    held = 0;
    depth += 1;
    if (depth > DEPTH_LIMIT) throw new Refused('', 'tooDeep', { limit: DEPTH_LIMIT, line: parser.line });
    visitor.opened(elementOf(tag), parser.line);
  });
  parser.on('closetag', () => {
    held = 0;
    depth -= 1;
    visitor.closed(parser.line);
  });
  const told = (piece: string) => {
    held = 0;
    visitor.text(piece, parser.line);
  };
  parser.on('text', told);
  parser.on('cdata', told);
  for (let at = 0; at < text.length; at += CHUNK) {
    const chunk = text.slice(at, at + CHUNK);
    parser.write(chunk);
    held += chunk.length;
    if (held > PIECE_LIMIT) throw new Refused('', 'pieceTooLong', { limit: PIECE_LIMIT, line: parser.line });
  }
  parser.close();
}

const elementOf = ({ uri, local, attributes }: SaxesTagNS): XmlElement => ({
  namespace: uri,
  name: local,
  attribute: (name) => attributes[name]?.value,
});
