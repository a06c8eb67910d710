import type { LayerManifest } from "./manifest.js";

/** What a layer version's Description says of it, so that an unchanged run knows all sizes without a read. */
export interface LayerDescription {
  /** 64 hex digits. */
  readonly fingerprint: string;
  /** Bytes. */
  readonly zipped: number;
  readonly unzipped: number;
  readonly files: number;
  readonly packages: number;
  readonly pinned: boolean;
  readonly bytecode: boolean;
}

const PATTERN =
  /^deps sha256:(?<fingerprint>[0-9a-f]{64}) zip=(?<zipped>\d{1,12}) unzipped=(?<unzipped>\d{1,12}) files=(?<files>\d{1,9}) packages=(?<packages>\d{1,6}) pinned=(?<pinned>yes|no) bytecode=(?<bytecode>yes|no)$/;

/** The Description of a layer version: one line, under 256 characters. */
export function formatDescription(description: LayerDescription): string {
  const { fingerprint, zipped, unzipped, files, packages } = description;
  const yesNo = (flag: boolean) => (flag ? "yes" : "no");
  return `deps sha256:${fingerprint} zip=${zipped} unzipped=${unzipped} files=${files} packages=${packages} pinned=${yesNo(description.pinned)} bytecode=${yesNo(description.bytecode)}`;
}

/** Reads a Description back; undefined when it is not exactly of our form, e.g. written by hand. */
export function parseDescription(text: string): LayerDescription | undefined {
  const parts = PATTERN.exec(text)?.groups;
  if (parts?.fingerprint === undefined) {
    return undefined;
  }
  return {
    fingerprint: parts.fingerprint,
    zipped: Number(parts.zipped),
    unzipped: Number(parts.unzipped),
    files: Number(parts.files),
    packages: Number(parts.packages),
    pinned: parts.pinned === "yes",
    bytecode: parts.bytecode === "yes",
  };
}

/** What the Description of a layer with this content is to say. */
export function describeLayer({ fingerprint, zip, packages, pinned, bytecode }: LayerManifest): LayerDescription {
  const { zipped, unzipped, files } = zip;
  return { fingerprint, zipped, unzipped, files, packages: packages.length, pinned, bytecode };
}
