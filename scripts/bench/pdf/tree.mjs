import { Fragment } from 'react';

/** Stand in a text for the number of its page, and for that of the last. */
export const PAGE = '\ue000';
export const PAGES = '\ue001';

/** What a renderer is told of an element, by the names that the writers use. */
const told = ({ role, lang, id, size, style, fixed = false, wrap = true, minPresenceAhead = 0, ...props }) => ({
  role,
  lang,
  id,
  size,
  fixed,
  whole: !wrap,
  keep: minPresenceAhead > 0,
  begins: props.break === true,
  style: Object.assign({}, ...[style ?? {}].flat(3)),
});

/**
 * Elements of the printed page as plain boxes and texts: each component is asked what it draws. A text has `text`, and
 * `to` where it leads somewhere; a box has `children`.
 */
export function drawn(element) {
  if (element === null || element === undefined || typeof element === 'boolean') return [];
  if (Array.isArray(element)) return element.flatMap(drawn);
  const { type, props } = element;
  if (type === Fragment) return drawn(props.children);
  if (typeof type === 'function') return drawn(type(props));
  const { children } = props;
  if (type === 'TEXT') return [{ ...told(props), text: [children].flat().join('') }];
  if (type === 'LINK') {
    const [text] = drawn(children);
    return [{ ...text, to: props.src.slice(1), style: { ...text.style, ...told(props).style } }];
  }
  return [{ ...told(props), children: drawn(children) }];
}

/** Every text of a box, in its order. */
export const textsOf = (node) => (node.children ? node.children.flatMap(textsOf) : [node]);

/** Whether its children stand beside each other. */
export const isRow = ({ style }) => /^row/.test(style.flexDirection ?? '');
/** Whether the first of them stands at the right. */
export const isMirrored = ({ style }) => style.flexDirection === 'row-reverse';
/** Whether they are as far apart as there is room. */
export const isApart = ({ style, children }) => style.justifyContent === 'space-between' && children.length > 1;
/** Whether a box stands at a place of its own within the box around it. */
export const isPlaced = ({ style }) => style.position === 'absolute';

/** Whether a box is a table: rows of cells, under a row of heads that stands again on each page. */
export const isTable = ({ role }) => role === 'Table';
export const headOf = ({ children }) => children.find(({ fixed }) => fixed);
export const rowsOf = ({ children }) => children.filter(({ fixed }) => !fixed);

/** The four sides of `padding` or `margin`, in points. */
export function sidesOf({ style }, name) {
  const all = style[name] ?? 0;
  return Object.fromEntries(
    ['Top', 'Right', 'Bottom', 'Left'].map((side) => [side.toLowerCase(), style[`${name}${side}`] ?? all]),
  );
}

/** Lines along the sides of a box: the side, the width and the colour. */
export const linesOf = ({ style }) =>
  ['Top', 'Right', 'Bottom', 'Left'].flatMap((side) => {
    const width = style[`border${side}Width`] ?? style.borderWidth;
    const colour = style[`border${side}Color`] ?? style.borderColor;
    return width ? [{ side: side.toLowerCase(), width, colour }] : [];
  });

/** The side at which the lines of a text stand, where that isn’t the one they begin at. */
export const sideOf = ({ style, lang }) =>
  style.textAlign === (lang === 'ar' ? 'right' : 'left') ? undefined : style.textAlign;

/** How the texts of a document look: a name for each way, given when it first comes. */
export function createLooks() {
  const looks = new Map();
  return {
    nameOf({ style: { fontSize, lineHeight, fontWeight, color }, lang }) {
      const key = `${fontSize} ${lineHeight} ${fontWeight} ${color} ${lang}`;
      const known = looks.get(key);
      if (known) return known.name;
      const name = `t${looks.size}`;
      looks.set(key, { name, size: fontSize, lineHeight, weight: fontWeight, colour: color, lang });
      return name;
    },
    all: () => [...looks.values()],
  };
}
