/** A measure with its bounds; max null: no upper bound is known. */
export interface Amount {
  readonly min: number;
  readonly max: number | null;
}

const COMPACT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** An amount in as few signs as a picture has room for: "1.5M", "1M–2M", "4.8M+". */
export function shortAmount({ min, max }: Amount): string {
  if (max === null) return `${COMPACT.format(min)}+`;
  const [low, high] = [COMPACT.format(min), COMPACT.format(max)];
  return low === high ? low : `${low}–${high}`;
}

/** An amount in full: "1,500,000", "1,000,000 to 2,000,000", "up to 2,000,000", "4,800,000 or more", "not known". */
export function fullAmount({ min, max }: Amount): string {
  if (max === null) return min === 0 ? "not known" : `${WHOLE.format(min)} or more`;
  if (min === 0 && max > 0) return `up to ${WHOLE.format(max)}`;
  return min === max ? WHOLE.format(min) : `${WHOLE.format(min)} to ${WHOLE.format(max)}`;
}

/** Amounts together; without an upper bound where one has none. */
export function sumOf(amounts: readonly Amount[]): Amount {
  return {
    min: amounts.reduce((sum, { min }) => sum + min, 0),
    max: amounts.reduce<number | null>(
      (sum, { max }) => (sum === null || max === null ? null : sum + max),
      0,
    ),
  };
}
