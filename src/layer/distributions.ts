import { normaliseName } from "../dependencies/name.js";

// Where Python looks in a layer: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
const DISTRIBUTION =
  /^python\/(?:lib\/python3\.\d+\/site-packages\/)?(?<name>[^/]+?)-(?<version>[^/-]+)\.dist-info\/METADATA$/;

/** Names (normalised) and versions of the distributions installed in a layer zip, sorted by name. */
export function distributionsOf(
  entries: readonly { readonly path: string }[],
): readonly { readonly name: string; readonly version: string }[] {
  return entries
    .map(({ path }) => DISTRIBUTION.exec(path)?.groups)
    .filter((groups) => groups !== undefined)
    .map(({ name = "", version = "" }) => ({ name: normaliseName(name), version }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
