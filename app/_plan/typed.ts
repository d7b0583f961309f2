/** What is typed into a field of figures, read into what the plan stores; null where it can't be read. */
export type Read = (text: string) => string | number | null;

// Whatever people type or paste: Arabic-Indic and Persian digits, the Arabic decimal and thousands signs, any space.
const plain = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/[−–]/g, '-')
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c\u2066-\u2069'’_]/g, '');

// A comma may only part thousands: “12,5” could mean two things, so it is asked again and not guessed.
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

function decimal(text: string, places: number): string | null {
  const typed = plain(text);
  if (typed === '') return '';
  const ungrouped = grouped.test(typed) ? typed.replaceAll(',', '') : typed;
  const found = /^(-?)0*(\d{1,15})(?:\.(\d*))?$/.exec(ungrouped);
  if (!found) return null;
  const [, sign = '', whole = '', fraction = ''] = found;
  if (fraction.length > places) return null;
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** Money: two decimal places at most, never negative. '' stays ''. */
export const readAmount: Read = (text) => {
  const amount = decimal(text, 2);
  return amount?.startsWith('-') ? null : amount;
};

/** A measured value: six decimal places at most. '' stays ''. */
export const readNumber: Read = (text) => decimal(text, 6);

/** A Gregorian year of four figures between 1900 and 2200. '' gives '', which the field stores as null. */
export const readYear: Read = (text) => {
  const typed = plain(text);
  if (typed === '') return '';
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  return year >= 1900 && year <= 2200 ? year : null;
};

/** A stored figure as the field shows it: thousands parted by commas. */
export function showFigure(value: unknown): string {
  const [whole = '', fraction] = String(value ?? '').split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}
