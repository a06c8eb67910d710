import { fileURLToPath } from "node:url";
import { withoutUserinfo } from "./credentials.js";
import { normaliseName } from "./name.js";
import { problem, quoted } from "./problem.js";

/** What a path or URL behind a requirement is. */
export type Reference =
  | { readonly kind: "path"; readonly path: string }
  | {
      readonly kind: "wheel" | "sdist" | "vcs";
      /** For uv, userinfo included. */
      readonly url: string;
      /** What the URL itself says that it is; normalised. */
      readonly name: string | undefined;
      /** Cannot mean another file tomorrow. */
      readonly pinned: boolean;
    };

const SDIST = /\.(?:tar\.gz|tgz|tar\.bz2|tbz|tar\.xz|txz|tar|zip)$/i;

/** Tells paths, wheels, source archives and repositories apart; throws for what can be none of them. */
export function readReference(text: string): Reference {
  if (/^file:/i.test(text)) {
    return { kind: "path", path: pathOfFileUrl(text) };
  }
  // A scheme has two letters at least: `C:\libs` is a path.
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]+):/.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    return { kind: "path", path: text };
  }
  if (!isPlainUrl(text)) {
    throw problem(`${quoted(text)} is no URL that can be used.`);
  }
  return scheme.includes("+") ? readRepository(text, scheme) : readArchive(text, scheme);
}

/** A URL with `//` and a host that every reader sees in the same place: `https:user:pw@host` and `\\` are read in two ways. */
export function isPlainUrl(text: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/\s\\][^\s\\]*$/.test(text) && URL.canParse(text) && new URL(text).hostname !== ""
  );
}

/** Name that a wheel's or source archive's file name begins with, normalised. */
export function nameOfArchive(file: string): string | undefined {
  const wheel = /^([A-Za-z0-9._]+)-[^-/]+(?:-[^-/]+)?-[^-/]+-[^-/]+-[^-/]+\.whl$/i.exec(file);
  const sdist = SDIST.test(file) ? /^([A-Za-z0-9._-]+)-[^-/]+$/.exec(file) : null;
  const name = (wheel ?? sdist)?.[1];
  return name === undefined ? undefined : normaliseName(name);
}

export function isSdist(file: string): boolean {
  return SDIST.test(file);
}

function readArchive(url: string, scheme: string): Reference {
  if (scheme !== "https" && scheme !== "http") {
    throw problem(`${quoted(url)} is neither an https URL nor a path.`);
  }
  const file = fileOf(url);
  const name = nameOfArchive(file);
  if (/\.whl$/i.test(file) && name !== undefined) {
    return { kind: "wheel", url, name, pinned: true };
  }
  if (SDIST.test(file)) {
    return { kind: "sdist", url, name, pinned: true };
  }
  throw problem(
    `${quoted(withoutUserinfo(url))} is no wheel.`,
    "Give the URL of a wheel, such as `https://…/name-1.0-py3-none-any.whl`.",
  );
}

function fileOf(url: string): string {
  const file = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

function readRepository(text: string, scheme: string): Reference {
  if (scheme !== "git+https" && scheme !== "git+http" && scheme !== "git+ssh") {
    throw problem(`${quoted(text)} is no repository that can be used.`, "Give it as `name @ git+https://…`.");
  }
  const [base = "", fragment = ""] = text.split("#");
  const parameters = new URLSearchParams(fragment);
  const egg = /^[A-Za-z0-9._-]+/.exec(parameters.get("egg") ?? "")?.[0];
  const subdirectory = parameters.get("subdirectory");
  return {
    kind: "vcs",
    url: subdirectory === null ? base : `${base}#subdirectory=${encodeURI(subdirectory)}`,
    name: egg === undefined ? undefined : normaliseName(egg),
    pinned: /@[0-9a-f]{40}$/.test(base),
  };
}

/** `file:libs/shared` as well as `file:///…`; a fragment is of no use but for `#egg=`. */
function pathOfFileUrl(text: string): string {
  const [url = "", fragment = ""] = text.split("#");
  if (fragment !== "" && !fragment.startsWith("egg=")) {
    throw problem(`${quoted(text)} has a fragment that is not supported.`, "Remove what follows `#`.");
  }
  try {
    return /^file:\//i.test(url) ? fileURLToPath(url) : decodeURIComponent(url.slice("file:".length));
  } catch {
    throw problem(`${quoted(text)} is no file of this machine.`);
  }
}
