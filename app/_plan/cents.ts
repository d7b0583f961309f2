/**
 * An amount, a decimal string of at most two places, in hundredths. '' is nothing. Money is counted in whole
 * hundredths only, so that no sum is ever rounded.
 */
export function centsOf(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole || '0') * 100n + BigInt(fraction.padEnd(2, '0') || '0');
}

/** Hundredths as a decimal string of two places. */
export function amountOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount divided into equal shares, exact to the hundredth: what is left over goes to the first ones. */
export function divided(cents: bigint, shares: number): bigint[] {
  const each = cents / BigInt(shares);
  const left = Number(cents % BigInt(shares));
  return Array.from({ length: shares }, (_, index) => each + (index < left ? 1n : 0n));
}

/** The share, 0 to 1, that a part is of a whole, to four places. Nothing is no share of nothing. */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  return Number((part * 20_000n + whole) / (whole * 2n)) / 10_000;
}
