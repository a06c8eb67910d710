import { normaliseName } from "../dependencies/name.js";
import { ActionError } from "../errors.js";
import { importNamesOf, moduleOf } from "../layer/import-names.js";
import type { Notice } from "../report/facts.js";

export interface HandlerQuestion {
  /** `app.main.handler`, the module's part also with `/`; undefined: the function names none, and nothing is to check. */
  readonly handler: string | undefined;
  readonly entries: readonly { readonly path: string }[];
  /** Names that our layer lets import or, where they are not known, of the distributions that it is made of. */
  readonly layerImportNames: readonly string[] | undefined;
  readonly hasOtherLayers: boolean;
}

/** The handler's module as a path without ending, `app/main`. Throws when the handler names none. */
function moduleOfHandler(handler: string): string {
  // The runtime imports what stands before the last dot, with `/` read as a dot.
  const module = handler.slice(0, Math.max(0, handler.lastIndexOf("."))).replaceAll(".", "/");
  if (module === "") {
    throw new ActionError(`The handler ${JSON.stringify(handler)} names no module and function.`, {
      hint: "Give the function a handler like `lambda_function.handler`.",
      code: "handler",
    });
  }
  return module;
}

/** The handler's module is in the code package. */
export function hasHandler(handler: string | undefined, entries: readonly { readonly path: string }[]): boolean {
  if (handler === undefined) return true;
  const module = moduleOfHandler(handler);
  const modules = new Set(entries.map(({ path }) => moduleOf(path)));
  return modules.has(module) || modules.has(`${module}/__init__`);
}

export type HandlerAnswer =
  | { readonly outcome: "present" }
  | { readonly outcome: "elsewhere"; readonly notice: Notice };

const FEW = 3;

/**
 * Is the module of the handler in the code package? Wrappers of observability tools (`datadog_lambda.handler.handler`) come from a layer;
 * where that can be so, a notice says it. Throws when the function could not start.
 */
export function checkHandler({ handler, entries, layerImportNames, hasOtherLayers }: HandlerQuestion): HandlerAnswer {
  if (handler === undefined) return { outcome: "present" };
  const paths = entries.map(({ path }) => path);
  if (hasHandler(handler, entries)) return { outcome: "present" };

  const module = moduleOfHandler(handler);
  const modules = new Set(paths.map(moduleOf));
  const [top = ""] = module.split("/", 1);
  const fromOurs = layerImportNames?.some((name) => normaliseName(name) === normaliseName(top)) ?? false;
  const hiddenByCode = modules.has(top) || modules.has(`${top}/__init__`);
  if (hiddenByCode || !(fromOurs || hasOtherLayers)) throw missing(handler, module, paths);
  const text = `The handler \`${handler}\` is not in the code package; it is expected in a layer.`;
  return { outcome: "elsewhere", notice: { level: "note", text } };
}

function missing(handler: string, module: string, paths: readonly string[]): ActionError {
  const expected = `${module}.py`;
  const message = `The handler ${JSON.stringify(handler)} needs ${JSON.stringify(expected)}, which is not in the code package.`;
  const sameName = paths.filter((path) => endsLike(path, expected)).slice(0, FEW);
  const [first] = sameName;
  if (first !== undefined) {
    const hint = `The package holds ${list(sameName)}: set \`code-artifacts-dir\` so that it becomes ${JSON.stringify(expected)}, or correct the function's handler.`;
    return new ActionError(message, { hint, code: "handler" });
  }
  const names = importNamesOf(paths).slice(0, FEW);
  const found = names.length === 0 ? "no Python modules" : `the modules ${list(names)}`;
  const hint = `At its top the package holds ${found}: check \`code-artifacts-dir\`, \`code-include\`, \`code-exclude\` and the function's handler.`;
  return new ActionError(message, { hint, code: "handler" });
}

/** Same file name, whatever its directory, upper case or the sort of dash. */
function endsLike(path: string, expected: string): boolean {
  const fileName = (text: string): string => normaliseName(text.slice(text.lastIndexOf("/") + 1));
  return fileName(path.replace(/\/__init__\.py$/, ".py")) === fileName(expected);
}

function list(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
