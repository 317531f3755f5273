export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A number with about three digits that matter. */
export function short(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value >= 10_000 ? Math.round(value).toLocaleString('en') : value.toFixed(Math.min(digits, 4));
}

/** From the least to the greatest. */
export const spread = (values) =>
  values.length > 1 ? `${short(Math.min(...values))}–${short(Math.max(...values))}` : '';

/**
 * Whether what was measured of the first server meets a bar. A bar that names a server is one on the median of the ratios
 * of the rounds, for what one round's noise does to both is in both; another is one on the median itself.
 * @param samples by server: the figure of each round.
 */
export function judge(bar, subject, samples) {
  const own = samples[subject];
  const other = samples[bar.of];
  if (!own?.length || (other && !other.length)) return { bar, value: NaN };
  const value = median(other ? own.map((figure, round) => figure / other[round]) : own);
  const met = bar.atLeast === undefined ? value <= bar.factor : value >= bar.atLeast;
  return { bar, value, met, isRatio: Boolean(other) };
}
