/** AWS writes sums in base64, we in hex. */
export function hexToBase64(sha256: string): string {
  return Buffer.from(sha256, "hex").toString("base64");
}

export function base64ToHex(sha256: string): string {
  return Buffer.from(sha256, "base64").toString("hex");
}
