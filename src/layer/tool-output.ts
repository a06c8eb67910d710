import { randomUUID } from "node:crypto";
import { hideSecrets } from "../dependencies/credentials.js";

const SHORTEST_SECRET = 4;

/**
 * Prints the lines of a tool to the job log so that none of them can be a workflow command, with secrets taken out.
 * `core.setSecret` has no effect while the fence is up.
 */
export async function fencedLog<T>(
  log: { info(line: string): void },
  secrets: readonly string[],
  work: (onLine: (line: string) => void) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  log.info(`::stop-commands::${token}`);
  try {
    return await work((line) => log.info(scrub(line, secrets)));
  } finally {
    log.info(`::${token}::`);
  }
}

/** A text of a tool without the user and password of URLs and without the given secrets, also percent-encoded ones. */
export function scrub(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((form) => form.length >= SHORTEST_SECRET); // hiding "1" would hide every version
  return hideSecrets(text, forms).replace(/\/\/[^\s/'"`<>]*@/g, "//***@");
}
