import { renderBody } from "../../scripts/render-summary.mjs";
import type { Facts } from "../../src/report/facts.ts";

/** What Markdown, HTML, GitHub and the runner would obey, all in one name. */
export const HOSTILE =
  "x|y</code><b>@octocat</b> <script>alert(1)</script> [a](https://evil.example) www.evil.example a@b.c\n# **bold** ::error::z `";

const KEYS = new Set(["mode", "outcome", "action", "level", "source", "architecture", "subject"]);
const WORDS = new Set(
  "none published reused detached untouched unknown guess input live baseline python-version requires-python too-large gate".split(
    " ",
  ),
);

/** The same facts with another value for every string, but for the words of enums. */
export function filled<T>(value: T, text: string, key = ""): T {
  if (typeof value === "string") {
    return (KEYS.has(key) || WORDS.has(value) ? value : text) as T;
  }
  if (Array.isArray(value)) {
    return value.map((one) => filled(one, text, key)) as T;
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, text, name)])) as T;
  }
  return value;
}

/** The elements of the page that a report becomes, in their order. */
export function elementsOf(render: (facts: Facts) => string, facts: Facts): readonly string[] {
  return [...renderBody(render(facts)).matchAll(/<\/?[a-zA-Z][^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag !== "<br>");
}
