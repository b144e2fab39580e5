export interface RowCounts {
  read: number;
  stored: number;
  unlocated: number;
  duplicates: number;
  refused: Readonly<Record<string, number>>;
}

export interface RowAccount {
  read: number;
  stored: number;
  unlocated: number;
  duplicates: number;
  refused: number;
  /** Refused rows that were kept: those of protected categories are written nowhere. */
  downloadable: number;
  /** Reason and count, most first. */
  reasons: [string, number][];
  /** Whether the parts add up to what was read; if not, somebody must know. */
  addsUp: boolean;
}

/** Every row of a file in exactly one heap. */
export function accountFor(counts: RowCounts): RowAccount {
  const reasons = mostFirst(counts.refused);
  const refused = reasons.reduce((sum, [, count]) => sum + count, 0);
  const { read, stored, unlocated, duplicates } = counts;
  return {
    read,
    stored,
    unlocated,
    duplicates,
    refused,
    downloadable: refused - (counts.refused.protected_category ?? 0),
    reasons,
    addsUp: read === stored + unlocated + duplicates + refused,
  };
}

export function mostFirst(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
