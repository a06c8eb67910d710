import { createHash } from "node:crypto";

// The authority of a URL reaches to the first of / ? #, and the userinfo in it to the last @.
const USERINFO = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/?#]*)@/;

/** The URL without user name and password. */
export function withoutUserinfo(url: string): string {
  return url.replace(USERINFO, "$1");
}

/** What of the URL's userinfo must not be shown, as written and decoded: the password, else the user name (tokens stand there). */
export function userinfoSecrets(url: string): readonly string[] {
  const [, scheme = "", userinfo = ""] = USERINFO.exec(url) ?? [];
  const [user = "", ...rest] = userinfo.split(":");
  const password = rest.join(":");
  // git+ssh://git@host is no secret, and masking the word would garble every log.
  const secret = password === "" && !scheme.includes("ssh") ? user : password;
  return [...new Set([secret, decoded(secret)])].filter((text) => text !== "");
}

/** The text with every secret replaced by `***`. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return replaceSecrets(text, secrets, () => "***");
}

/** The text with every secret replaced by a digest of it: another secret gives another text, and none can be read. */
export function digestSecrets(text: string, secrets: readonly string[]): string {
  return replaceSecrets(text, secrets, (secret) => `<sha256:${createHash("sha256").update(secret).digest("hex")}>`);
}

function replaceSecrets(text: string, secrets: readonly string[], replacement: (secret: string) => string): string {
  const wanted = new Map(secrets.flatMap((secret) => formsOf(secret).map((form) => [form, secret] as const)));
  // The longest first, so that a secret inside another one leaves nothing of it behind.
  return [...wanted]
    .filter(([form]) => form !== "")
    .sort(([a], [b]) => b.length - a.length)
    .reduce((rest, [form, secret]) => rest.replaceAll(form, () => replacement(secret)), text);
}

/** A text as it stands in messages too: in JSON, which quotes users' texts there, and in URLs. */
function formsOf(text: string): readonly string[] {
  const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD"); // URLs take nothing else
  return [JSON.stringify(text).slice(1, -1), encodeURI(whole), encodeURIComponent(whole), text];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
