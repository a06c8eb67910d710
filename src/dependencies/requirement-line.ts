import { normaliseMarker } from "./marker.js";
import { normaliseName } from "./name.js";
import { problem, quoted, refuseControlCharacters } from "./problem.js";

/** A requirement as written, taken apart; every part is checked, so that nothing but it can reach the installer. */
export interface RequirementLine {
  /** Normalised as PEP 503 says; undefined for a bare path or URL. */
  readonly name: string | undefined;
  readonly extras: readonly string[];
  /** `>=1.2`, sorted. */
  readonly specifiers: readonly string[];
  /** The path or URL behind `@`, or the bare one. */
  readonly reference: string | undefined;
  /** Normalised; empty: none. */
  readonly marker: string;
  /** `sha256:<hex>`, sorted. */
  readonly hashes: readonly string[];
}

/** Far beyond any real one; keeps hostile lines from costing time. */
const LONGEST = 8_192;

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
const SPECIFIER = /^(===|==|~=|!=|<=|>=|<|>)\s*([A-Za-z0-9.*+!_-]+)$/;
const HASH = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/** Reads one requirement by PEP 508, or a bare path or URL as pip allows it. `hashes` are those of its `--hash` options. */
export function parseRequirementLine(text: string, hashes: readonly string[] = []): RequirementLine {
  if (text.length > LONGEST) {
    throw problem(`${quoted(text)} is no requirement.`);
  }
  refuseControlCharacters(text);
  const checked = [...new Set(hashes.map(checkHash))].sort();
  return isReference(text) ? parseBareReference(text, checked) : parseNamed(text, checked);
}

/** The requirement as one line for uv, its path or URL replaced by `reference`. */
export function renderRequirement(line: RequirementLine, reference?: string): string {
  const extras = line.extras.length === 0 ? "" : `[${line.extras.join(",")}]`;
  const subject = `${line.name}${extras}${line.specifiers.join(",")}`;
  return [
    reference === undefined ? subject : `${subject} @ ${reference}`,
    ...(line.marker === "" ? [] : [`; ${line.marker}`]),
    ...line.hashes.map((hash) => `--hash=${hash}`),
  ].join(" ");
}

/** Names exactly one version: `==1.2`, not `==1.*`. */
export function isExact(specifiers: readonly string[]): boolean {
  return specifiers.some((specifier) => specifier.startsWith("==") && !specifier.endsWith("*"));
}

function isReference(text: string): boolean {
  const [subject = ""] = /^[^\s;[@]*/.exec(text) ?? [];
  return /^\.|[/\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\.whl$/i.test(subject);
}

function parseBareReference(text: string, hashes: readonly string[]): RequirementLine {
  const { subject, marker } = splitMarker(text, /:\/\//.test(text) ? /\s;|;\s/ : /;/);
  const bracket = subject.endsWith("]") ? subject.lastIndexOf("[") : -1;
  return {
    name: undefined,
    extras: bracket < 0 ? [] : parseExtras(subject.slice(bracket + 1, -1)),
    specifiers: [],
    reference: bracket < 0 ? subject : subject.slice(0, bracket),
    marker,
    hashes,
  };
}

function parseNamed(text: string, hashes: readonly string[]): RequirementLine {
  const match = NAME.exec(text);
  const [begin = "", name = "", extras = ""] = match ?? [];
  const rest = text.slice(begin.length);
  const isDirect = rest.startsWith("@");
  const { subject, marker } = splitMarker(isDirect ? rest.slice(1) : rest, isDirect ? /\s;|;\s/ : /;/);
  const specifiers = isDirect ? [] : parseSpecifiers(subject);
  if (match === null || specifiers === undefined || (isDirect && subject === "")) {
    throw problem(`${quoted(text)} is no requirement.`, "Write it as `name==1.2.3`.");
  }
  return {
    name: normaliseName(name),
    extras: parseExtras(extras),
    specifiers,
    reference: isDirect ? subject : undefined,
    marker,
    hashes,
  };
}

function splitMarker(text: string, separator: RegExp): { readonly subject: string; readonly marker: string } {
  const at = separator.exec(text);
  return at === null
    ? { subject: text.trim(), marker: "" }
    : { subject: text.slice(0, at.index).trim(), marker: normaliseMarker(text.slice(at.index + at[0].length)) };
}

function parseSpecifiers(text: string): readonly string[] | undefined {
  if (text === "") {
    return [];
  }
  const bare = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
  const matches = bare.split(",").map((part) => SPECIFIER.exec(part.trim()));
  return matches.some((match) => match === null)
    ? undefined
    : [...new Set(matches.map((match) => `${match?.[1]}${match?.[2]}`))].sort();
}

function parseExtras(text: string): readonly string[] {
  const extras = text
    .split(",")
    .map((extra) => extra.trim())
    .filter((extra) => extra !== "");
  const wrong = extras.find((extra) => !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(extra));
  if (wrong !== undefined) {
    throw problem(`${quoted(wrong)} is no name of an extra.`);
  }
  return [...new Set(extras.map(normaliseName))].sort();
}

function checkHash(text: string): string {
  const hash = text.toLowerCase();
  if (!HASH.test(hash)) {
    throw problem(`${quoted(text)} is no hash.`, "Write it as `--hash=sha256:<64 hex digits>`.");
  }
  return hash;
}
