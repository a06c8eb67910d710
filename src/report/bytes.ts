const UNITS = ["bytes", "KB", "MB", "GB"] as const;

export type Unit = (typeof UNITS)[number];

/** The unit in which a byte count reads best; 1 KB = 1,024 bytes. What would read 1000.0 KB or more is 1.0 MB. */
export function unitOf(bytes: number): Unit {
  const amount = Math.abs(bytes);
  return UNITS.findLast((_, index) => amount >= beginOf(index)) ?? "bytes";
}

/** Bytes are whole and exact, so 1,023 of them stay; the others are shown with one decimal. */
function beginOf(index: number): number {
  return index < 2 ? index * 1024 : 999.95 * 1024 ** (index - 1);
}

/** A byte count for people: `812 bytes`, `60.1 KB`, `19.5 MB`; in `unit` where a column must not change it. */
export function formatBytes(bytes: number, unit: Unit = unitOf(bytes)): string {
  if (unit === "bytes") {
    return `${formatCount(bytes)} ${Math.abs(bytes) === 1 ? "byte" : "bytes"}`;
  }
  return `${(bytes / 1024 ** UNITS.indexOf(unit)).toFixed(1)} ${unit}`;
}

/** A whole number for people: `1,204`. Without toLocaleString(): its tables take 15 ms to load. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
