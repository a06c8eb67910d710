const UNITS = ["bytes", "KB", "MB", "GB"] as const;

export type Unit = (typeof UNITS)[number];

/** The unit in which a byte count reads best; 1 KB = 1,024 bytes. 1,048,575 bytes are 1.0 MB, not 1024.0 KB. */
export function unitOf(bytes: number): Unit {
  const amount = Math.abs(bytes);
  return UNITS.findLast((_, index) => index === 0 || amount >= 1023.95 * 1024 ** (index - 1)) ?? "bytes";
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
