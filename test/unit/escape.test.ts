import { describe, expect, it } from "vitest";
import { renderBody } from "../../scripts/render-summary.mjs";
import { cutMiddle, escapeCode, escapeName, escapeText } from "../../src/report/escape.ts";

/** Pieces that mean something to Markdown, HTML, GitHub or a terminal. Every name below is made of them. */
const HOSTILE = [
  "a|b",
  "a\\|b",
  "`whoami`",
  "``` x",
  "</code></td></table>",
  "<img src=x onerror=alert(1)>",
  "<!-- hidden -->",
  "&lt;b&gt; &#64;",
  "[click](https://evil.example)",
  "![](https://evil.example/x.png)",
  "[^1] [x]: y",
  "https://evil.example/path",
  "www.evil.example",
  "www.",
  "<https://evil.example>",
  "someone@evil.example",
  "mailto:someone@evil.example",
  "@octocat",
  "fixes #123",
  "::error::boom",
  "::add-mask::a",
  "**bold** __bold__ _it_ *it* ~~gone~~",
  "# heading",
  "- item",
  "1. item",
  "1) item",
  "> [!CAUTION]",
  "    indented",
  "---",
  "$x$ $$y$$",
  "line one\nline two",
  "line one\r\n\r\n# line two",
  "right\u202eto\u2066left",
  "null\u0000bell\u0007esc\u001b[31m",
  "zero\u200bwidth\u2060\ufeff",
  "line\u2028paragraph\u2029",
  "half \ud800 emoji",
] as const;

/** Names of the elements in the order in which they open and close. */
function elements(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-zA-Z][^>]*>/g)].map(([tag]) => tag);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function visible(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => NAMED[name] ?? String.fromCodePoint(Number(code)))
    .replaceAll("\u200b", "");
}

/** Every place in which the summary puts a value. */
const PLACES: readonly (readonly [string, (value: string) => string])[] = [
  ["a heading", (value) => `### ✅ ${value}: code deployed`],
  ["a paragraph's start", (value) => value],
  ["a sentence", (value) => `**Layer** ${value} is reused.`],
  ["a table", (value) => `| a | b |\n|:--|--:|\n| ${value} | 1 |`],
  ["a list", (value) => `1. **Code sent.** ${value}\n2. next`],
  ["an alert", (value) => `> [!NOTE]\n> ${value}\n>\n> next`],
  ["a fold", (value) => `<details><summary><b>Layer</b> ${value}</summary>\n\nbody\n\n</details>`],
];

describe.each(PLACES)("a hostile name in %s", (_, place) => {
  it.each(HOSTILE)("is only text: %j", (hostile) => {
    const plain = renderBody(place(escapeName("plain")));
    const html = renderBody(place(escapeName(hostile)));
    expect(elements(html)).toEqual(elements(plain));
    expect(visible(html)).toBe(visible(plain).replace("plain", () => shown(hostile)));
  });

  it.each(HOSTILE)("is only text in code font: %j", (hostile) => {
    const plain = renderBody(place(escapeCode("plain")));
    const html = renderBody(place(escapeCode(hostile)));
    expect(elements(html)).toEqual(elements(plain));
    expect(visible(html)).toBe(visible(plain).replace("plain", () => shown(hostile)));
  });

  it.each(HOSTILE)("is only text, code spans and line ends as a sentence: %j", (hostile) => {
    const allowed = new Set([...elements(renderBody(place("plain"))), "<code>", "</code>", "<br>"]);
    expect(elements(renderBody(place(escapeText(hostile)))).filter((tag) => !allowed.has(tag))).toEqual([]);
  });
});

/** What a reader sees of a name: itself, and the numbers of what cannot be seen. */
function shown(name: string): string {
  return name
    .replaceAll("\n", "\\n")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

describe("escaping", () => {
  it.each([...HOSTILE])("leaves no sign that GitHub or the runner obeys: %j", (hostile) => {
    for (const escaped of [escapeName(hostile), escapeCode(hostile), escapeText(hostile)]) {
      expect(escaped).not.toMatch(/[\n\r|`@\\[\]*~$!{}]|::|www\.|:\/\/|<(?!\/?code>|br>)/i);
      expect(escaped).not.toMatch(/\p{C}/u);
    }
  });

  // cmark-gfm looks for mail addresses, and GitHub for mentions, in the text that the entities have become.
  it("parts the sign of a mention or an address from the name, also in code font", () => {
    expect(escapeName("a@b.c #12")).toBe("a&#64;&#8203;b.c &#35;&#8203;12");
    expect(escapeCode("a@b.c #12")).toBe("<code>a&#64;&#8203;b.c &#35;12</code>");
  });

  it.each([
    "orders-api",
    "app/services/order_items.py",
    "python-dateutil 2.9.0.post0",
    "arn:aws:lambda:eu-central-1:123456789012:layer:orders-api-dependencies:7",
    "Version 7, attached already, was built from exactly these dependencies.",
  ])("leaves everyday names readable in the source: %s", (name) => {
    expect(escapeName(name)).toBe(name);
  });

  it("keeps code spans and line ends of a sentence", () => {
    expect(escapeText("Set `s3-bucket`.\nOr `a|b`: no.")).toBe(
      "Set <code>s3-bucket</code>&#46;<br>Or <code>a&#124;b</code>&#58; no.",
    );
  });

  it("takes a backtick without a partner as text", () => {
    expect(escapeText("a `b` c ` d")).toBe("a <code>b</code> c &#96; d");
  });

  it("cuts a very long name in the middle and a very long sentence too", () => {
    const name = `${"a".repeat(5_000)}/${"b".repeat(5_000)}.py`;
    expect(escapeName(name)).toMatch(/^a{45}…b{41}&#46;py$|^a{45}…b{41}\.py$/);
    expect(escapeCode(name).length).toBeLessThan(200);
    expect(escapeText("word ".repeat(100_000)).length).toBeLessThan(3_000);
    const list = Array.from({ length: 50 }, (_, line) => `line ${line} ${"word ".repeat(20)}`);
    expect(escapeText(list.join("\n")).split("<br>")).toHaveLength(50);
    expect(escapeText("word\n".repeat(100_000)).length).toBeLessThan(40_000);
  });
});

describe("cutMiddle", () => {
  it.each([
    ["short", 5, "short"],
    ["abcdefghij", 5, "ab…ij"],
    ["abcdefghij", 6, "abc…ij"],
    ["😀😀😀😀😀😀", 6, "😀😀😀…😀😀"],
  ])("%s in %d", (text, longest, cut) => {
    expect(cutMiddle(text, longest)).toBe(cut);
  });

  it("never cuts a character in half", () => {
    for (const longest of [4, 5, 6, 7, 8]) {
      expect(cutMiddle("😀".repeat(50), longest)).toMatch(/^(😀)+…(😀)+$/u);
    }
  });
});
