const UNITS = ["KB", "MB", "GB"] as const;

/** A byte count for people: `812 bytes`, `60.1 KB`, `19.5 MB`; 1 KB = 1,024 bytes. */
export function formatBytes(bytes: number): string {
  if (Math.abs(bytes) < 1024) {
    return `${bytes} ${Math.abs(bytes) === 1 ? "byte" : "bytes"}`;
  }
  let value = bytes / 1024;
  let unit = 0;
  // 1,048,575 bytes are 1.0 MB, not 1024.0 KB.
  while (Math.abs(value) >= 1023.95 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}
