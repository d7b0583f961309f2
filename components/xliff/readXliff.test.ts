import { describe, expect, it, test } from 'vitest';
import { TEXT_LIMIT } from '#plan/fields';
import { XLIFF_LIMIT } from './decodeXml.ts';
import { readXliff } from './readXliff.ts';
import { xliffRefusals } from './refusals.ts';

const CORE = 'urn:oasis:names:tc:xliff:document:2.0';
const file = (units: string, { attributes = 'version="2.1" srcLang="ar" trgLang="en"', namespace = CORE } = {}) =>
  `<xliff xmlns="${namespace}" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" ${attributes}><file id="f">${units}</file></xliff>`;
const unit = (parts: string, id = 'about.foreword') => `<unit id="${id}">${parts}</unit>`;
const segment = (source: string, target?: string, attributes = '', order = '') =>
  `<segment ${attributes}><source>${source}</source>${target === undefined ? '' : `<target ${order}>${target}</target>`}</segment>`;
const gap = '<ignorable><source> </source></ignorable>';

const said = (units: string, options = {}) => {
  const result = readXliff(file(units, options));
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.said;
};
const one = (units: string) => said(units)[0];
const refused = (text: string | Uint8Array) => {
  const result = readXliff(text);
  return result.ok ? [] : result.refusals.map(({ path, code }) => ({ path, code }));
};

describe('what comes back from a translator', () => {
  it('is read from versions 2.0, 2.1 and 2.2, and from languages with a country', () => {
    for (const version of ['2.0', '2.1', '2.2']) {
      const attributes = `version="${version}" srcLang="ar-IQ" trgLang="EN-gb"`;
      const namespace = version === '2.2' ? CORE.replace('2.0', '2.2') : CORE;
      const [found] = said(unit(segment('أ', 'a', 'state="reviewed"')), { attributes, namespace });
      expect(found).toEqual({
        path: 'about.foreword',
        language: 'en',
        source: 'أ',
        text: 'a',
        state: 'reviewed',
        untranslated: 0,
        place: 'about.foreword',
      });
    }
  });

  it('keeps the text inside codes and annotations, and drops codes that hold none', () => {
    const target =
      'a<pc id="1"> b<mrk id="2" type="term"> c</mrk></pc><ph id="3"/><sc id="4"/><sm id="5"/> d<em startRef="5"/><ec startRef="4"/><!-- no --><?no no?><![CDATA[ <e>]]>';
    expect(one(unit(segment('أ', target)))?.text).toBe('a b c d <e>');
  });

  it('is not mixed with what a tool found in its memory, nor with notes', () => {
    const match = `<mtc:matches><mtc:match ref="#1"><source>x</source><target>y</target></mtc:match></mtc:matches>`;
    const notes = '<notes><note>z</note></notes><originalData><data id="d">q</data></originalData>';
    expect(one(unit(match + notes + segment('أ', 'a')))).toMatchObject({ source: 'أ', text: 'a' });
  });

  it('is joined from as many segments as a tool has made, in the order that it asks for', () => {
    const parts = [
      segment('أ.', 'A.', '', 'order="5"'),
      gap,
      segment('ب.', 'B.', '', 'order="1"'),
      gap,
      segment('ج.', 'C.', '', 'order="3"'),
    ];
    expect(one(unit(parts.join('')))).toMatchObject({ source: 'أ. ب. ج.', text: 'B. C. A.' });
  });

  it('is as far as the part that is least far, and a part without a translation is counted', () => {
    const state = (...parts: string[]) => {
      const found = one(unit(parts.join(gap)));
      return found && [found.state, found.untranslated, found.text];
    };
    expect(state(segment('أ', 'a', 'state="final"'), segment('ب', 'b', 'state="reviewed"'))).toEqual([
      'reviewed',
      0,
      'a b',
    ]);
    expect(state(segment('أ', 'a'))).toEqual(['initial', 0, 'a']);
    expect(state(segment('أ', 'a', 'state="final"'), segment('ب'))).toEqual(['initial', 1, 'a ']);
  });

  it('says nothing where there is no translation, or an empty one', () => {
    expect(said(unit(segment('أ')) + unit(segment('أ', ' '), 'about.summary') + unit(gap, 'about.title'))).toEqual([]);
  });

  it('can be in UTF-16 with its mark, or in UTF-8 with or without', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${file(unit(segment('أ', 'a👩')))}`;
    const units = [...`\uFEFF${text}`].flatMap((sign) => sign.split('')).map((sign) => sign.charCodeAt(0));
    const little = Uint8Array.from(units.flatMap((code) => [code & 0xff, code >> 8]));
    const big = Uint8Array.from(units.flatMap((code) => [code >> 8, code & 0xff]));
    const utf8 = new TextEncoder().encode(`\uFEFF${file(unit(segment('أ', 'a👩')))}`);
    for (const bytes of [little, big, utf8, utf8.slice(3)])
      expect(readXliff(bytes)).toMatchObject({ said: [{ text: 'a👩' }] });
  });
});

describe('a file is refused with the place and the reason', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${file('')}`;
  const latin = bytes(...[...declared('iso-8859-1').replace('id="f"', 'id="é"')].map((sign) => sign.charCodeAt(0)));
  const cases: [string, string | Uint8Array, (typeof xliffRefusals)[number], string?][] = [
    ['that is too large', ' '.repeat(XLIFF_LIMIT + 1), 'tooLarge'],
    ['that is too large in bytes, not in signs', 'ب'.repeat(XLIFF_LIMIT / 2 + 1), 'tooLarge'],
    ['in another encoding', latin, 'notUtf8'],
    ['that names another encoding', declared('windows-1256'), 'notUtf8'],
    ['in UTF-16 without a mark', bytes(0x3c, 0, 0x78, 0), 'notUtf8'],
    ['in UTF-32', bytes(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0), 'notUtf8'],
    ['that was cut within a letter', new TextEncoder().encode(file('ب')).slice(0, -20), 'notXml'],
    ['with half a letter', file('\ud800'), 'notUtf8'],
    ['that is empty', '', 'notXml'],
    ['that is no XML', '{"version":1}', 'notXml'],
    ['that breaks off', file(unit(segment('أ', 'a'))).slice(0, -9), 'notXml'],
    ['with an entity', file(unit(segment('أ', '&eacute;'))), 'notXml'],
    ['with an entity of a prototype', file(unit(segment('أ', '&__proto__;'))), 'notXml'],
    ['with a control character', file(unit(segment('أ', '\u0001'))), 'notXml'],
    ['with a control character as a reference', `<?xml version="1.1"?>${file(unit(segment('أ', '&#1;')))}`, 'notXml'],
    ['with a document type', `<!DOCTYPE xliff>${file('')}`, 'doctype'],
    ['that is deep', file('<group id="g">'.repeat(40)), 'tooDeep'],
    ['of another kind', '<html/>', 'notXliff'],
    ['of another kind with that name', '<xliff xmlns="urn:other" version="2.1"/>', 'notXliff'],
    ['without a namespace', '<xliff version="2.1" srcLang="ar" trgLang="en"/>', 'notXliff'],
    ['of version 1.2', `<xliff xmlns="${CORE.replace('2.0', '1.2')}" version="1.2"><file/></xliff>`, 'unknownVersion'],
    ['without a version', file('', { attributes: '' }), 'unknownVersion'],
    ['without a target language', file('', { attributes: 'version="2.1" srcLang="ar"' }), 'wrongLanguages'],
    ['of other languages', file('', { attributes: 'version="2.1" srcLang="ar" trgLang="fr"' }), 'wrongLanguages'],
    ['of one language', file('', { attributes: 'version="2.1" srcLang="ar" trgLang="ar-IQ"' }), 'wrongLanguages'],
    ['of several plans', file('</file><file id="b" original="plan?id=b">'), 'severalPlans'],
    ['with text beside the units', file('x'), 'misplaced'],
    ['with a unit in a unit', file(unit(unit(''))), 'misplaced', 'about.foreword'],
    ['with a unit without an id', file('<unit/>'), 'misplaced'],
    ['with two targets', file(unit(segment('أ', 'a</target><target>'))), 'misplaced', 'about.foreword'],
    ['with a segment without source', file(unit('<segment/>')), 'misplaced', 'about.foreword'],
    ['with codes of version 1.2', file(unit(segment('أ', '<g>a</g>'))), 'misplaced', 'about.foreword'],
    ['with a sign that there isn’t', file(unit(segment('أ', '<cp hex="110000"/>'))), 'misplaced', 'about.foreword'],
    ['with a state that there isn’t', file(unit(segment('أ', 'a', 'state="ok"'))), 'unknownState', 'about.foreword'],
    ['with a place outside', file(unit(segment('أ', 'a', '', 'order="2"'))), 'wrongOrder', 'about.foreword'],
    [
      'with one place twice',
      file(unit(segment('أ', 'a') + segment('ب', 'b', '', 'order="1"'))),
      'wrongOrder',
      'about.foreword',
    ],
    [
      'with a text in another language',
      file(unit(segment('أ', 'a', '', 'xml:lang="fr"'))),
      'wrongLanguages',
      'about.foreword',
    ],
    ['with a path of no plan', file(unit(segment('أ', 'a'), 'about.nothing')), 'unknownPath', 'about.nothing'],
    ['with a path of one language', file(unit(segment('أ', 'a'), 'about.title.en')), 'unknownPath', 'about.title.en'],
    ['with a path of no text', file(unit(segment('أ', 'a'), 'about.start')), 'unknownPath', 'about.start'],
    ['with a path of a section', file(unit(segment('أ', 'a'), 'about')), 'unknownPath', 'about'],
    [
      'with a path into a prototype',
      file(unit(segment('أ', 'a'), '__proto__.title')),
      'unknownPath',
      '__proto__.title',
    ],
    ['with a text twice', file(unit(segment('أ', 'a')) + unit(segment('أ'))), 'duplicateUnit', 'about.foreword'],
    ['with a NUL', file(unit(segment('أ', 'a<cp hex="0000"/>'))), 'notText', 'about.foreword'],
    ['with half a sign', file(unit(segment('أ', 'a<cp hex="D800"/>'))), 'notText', 'about.foreword'],
    ['with a text that is too long', file(unit(segment('أ', 'a'.repeat(TEXT_LIMIT + 1)))), 'tooLong', 'about.foreword'],
    ['with a piece that no text can be', file(`<!--${'? '.repeat(600_000)}-->`), 'pieceTooLong'],
    ['with more units than any plan', file(unit(segment('أ')).repeat(20_001)), 'tooMany'],
  ];

  test.each(cases)('%s', (_, text, code, path = '') => {
    expect(refused(text)).toContainEqual({ path, code });
  });

  test('and every reason is one of these', () => {
    expect(new Set(cases.map(([, , code]) => code))).toEqual(new Set(xliffRefusals));
  });

  test('with no more than twenty reasons', () => {
    expect(refused(file(unit(segment('أ', 'a'), 'no').repeat(100)))).toHaveLength(20);
  });
});

describe('a file that is made to do harm', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  test.each<[string, string, string]>([
    [
      'by entities of entities',
      `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${file(unit(segment('أ', '&l9;')))}`,
      'doctype',
    ],
    ['by asking for another file', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${file('')}`, 'doctype'],
    ['by a depth of 100,000', file('<group id="g">'.repeat(100_000)), 'tooDeep'],
    ['by a depth of 100,000 of what isn’t read', file('<mtc:x>'.repeat(100_000)), 'tooDeep'],
    [
      'by one tag of a million attributes',
      `<xliff ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="" `).join('')}/>`,
      'pieceTooLong',
    ],
    ['by one instruction', `<?x ${'?'.repeat(19_000_000)}?>${file('')}`, 'pieceTooLong'],
    ['by one document type', `<!DOCTYPE x [${'<!ENTITY x "y">'.repeat(1_000_000)}]>${file('')}`, 'pieceTooLong'],
    ['by one name', `<${'n'.repeat(19_000_000)}/>`, 'pieceTooLong'],
    ['by one text', file(unit(segment('أ', 'a'.repeat(19_000_000)))), 'pieceTooLong'],
  ])('%s is refused at once', (_, text, code) => {
    const began = performance.now();
    expect(refused(text)).toContainEqual({ path: '', code });
    // It takes less than a second; without the limits it would be minutes and gigabytes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
