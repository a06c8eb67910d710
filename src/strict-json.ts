import { isObject } from "./parse-json.js";

// What was kept in a cache may come from anyone: what is not exactly of our form is a TypeError, for whoever reads it to catch.

/** A sha256 or a fingerprint. */
export const HEX_64 = /^[0-9a-f]{64}$/;

/** An object, whatever its fields are. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new TypeError("no object");
  return value;
}

/** A list of anything. */
export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value;
}

/** A text of a form. */
export function matching(value: unknown, form: RegExp): string {
  if (typeof value !== "string" || !form.test(value)) throw new TypeError("not of the form");
  return value;
}

/** A whole number that counts something: bytes, files. */
export function count(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new TypeError("no count");
  return value;
}

/** True or false. */
export function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new TypeError("no flag");
  return value;
}

/** One of a few words. */
export function oneOf<T extends string>(all: readonly T[], value: unknown): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new TypeError("unknown word");
  return found;
}
