import path from "node:path";
import type { Dependencies } from "../dependencies/find.js";
import { ActionError } from "../errors.js";
import { importNamesOf } from "../layer/import-names.js";
import { relativePath } from "../machine/paths.js";
import { hexToBase64 } from "../zip/sha256.js";
import { type WrittenZip, writeZip } from "../zip/write.js";
import { readCodeDistributions } from "./code-distributions.js";
import { findCodeFiles, holdsNothing } from "./code-files.js";
import { findVendored } from "./vendored.js";

export interface CodeRequest {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly directory: string;
  /** gitignore patterns, relative to the directory. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Their files, and what of them is installed in the directory, are left out. */
  readonly dependencies: Dependencies;
  /** Where to write the zip. */
  readonly file: string;
}

export interface CodePackage extends WrittenZip {
  /** As AWS writes it: base64 of the zip's sha256. */
  readonly codeSha256: string;
  /** Distributions installed in the code directory that the layer brings, and that are not in the package. */
  readonly leftOut: readonly string[];
  /** Top-level modules and packages in it. */
  readonly importNames: readonly string[];
}

/** Packs the code without its dependencies; the same files give the same bytes. Throws an ActionError when there is nothing to pack. */
export async function packCode(request: CodeRequest): Promise<CodePackage> {
  const { workspace, directory, include, exclude, dependencies } = request;
  const dependencyFiles = filesOf(dependencies).map((file) => path.resolve(workspace, file));
  const files = findCodeFiles({ directory, include, exclude, dependencyFiles });
  const vendored = findVendored(readCodeDistributions(directory), dependencies);
  const inputs = files.filter((file) => !vendored.owns(file.path));
  if (inputs.length === 0 && holdsNothing(workspace)) {
    throw new ActionError("The workspace is empty.", {
      hint: "Run `actions/checkout` before this step.",
      code: "no-code",
    });
  }
  if (inputs.length === 0) {
    const shown = relativePath(workspace, directory);
    throw new ActionError(`The code directory ${JSON.stringify(shown)} holds no file for the code package.`, {
      hint: "Check `code-artifacts-dir`, `code-include`, `code-exclude` and `.lambdaignore`.",
      code: "no-code",
    });
  }
  const written = await writeZip(inputs, request.file);
  return {
    ...written,
    codeSha256: hexToBase64(written.sha256),
    leftOut: vendored.distributions,
    importNames: importNamesOf(inputs.map((input) => input.path)),
  };
}

function filesOf(dependencies: Dependencies): readonly string[] {
  return dependencies.outcome === "untouched" ? [] : dependencies.files;
}
