/** The value below which a share of them lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const middle = (values) => percentile(values, 0.5);

/** With one place behind the point, so that a figure can be read. */
export const short = (value) => Math.round(value * 10) / 10;
