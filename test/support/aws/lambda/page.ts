import type { Input } from "./input.ts";
import { validation } from "./texts.ts";

const LARGEST_PAGE = 50;

/** One page of a list, 50 items at most, and the marker of the next. `largest` is the highest MaxItems that AWS's model admits. */
export function page<T>(
  all: readonly T[],
  { Marker, MaxItems }: Input,
  largest = 10_000,
): { items: readonly T[]; next: string | undefined } {
  const size = Number(MaxItems ?? LARGEST_PAGE);
  if (size < 1) throw validation(String(size), "maxItems", "Member must have value greater than or equal to 1");
  if (size > largest)
    throw validation(String(size), "maxItems", `Member must have value less than or equal to ${largest}`);
  const start = Marker === undefined ? 0 : Number(Buffer.from(Marker, "base64url").toString().split("/")[1]);
  const end = start + Math.min(size, LARGEST_PAGE);
  const next = end < all.length ? Buffer.from(`from/${end}`).toString("base64url") : undefined;
  return { items: all.slice(start, end), next };
}
