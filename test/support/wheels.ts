import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RawMember, rawTarGz, rawZip } from "./raw-archives.ts";
import { temporaryDirectory } from "./workspace.ts";

export interface WheelRequest {
  readonly name: string;
  readonly version: string;
  /** By path below site-packages. Hostile paths are written as they are. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Symlinks by path, with their targets. */
  readonly links?: Readonly<Record<string, string>>;
  readonly requires?: readonly string[];
  readonly requiresPython?: string;
  /** `py3-none-any` by default. */
  readonly tag?: string;
  /** `name = module:function`, as console scripts. */
  readonly scripts?: readonly string[];
  /** More lines for METADATA, such as `Summary: …`. */
  readonly metadata?: readonly string[];
  /** `wrong` has hashes of other contents, `missing` no RECORD at all. */
  readonly record?: "correct" | "wrong" | "missing";
  /** A new directory by default. */
  readonly directory?: string;
}

export interface PackageFile {
  /** Absolute path. */
  readonly file: string;
  readonly fileName: string;
  /** Hex. */
  readonly sha256: string;
}

/** Writes a wheel: https://packaging.python.org/en/latest/specifications/binary-distribution-format/. */
export async function buildWheel(request: WheelRequest): Promise<PackageFile> {
  const { version, tag = "py3-none-any", record = "correct" } = request;
  const stem = `${escapeName(request.name)}-${version}`;
  const info = `${stem}.dist-info`;
  const links = Object.entries(request.links ?? {}).map(([name, content]) => ({ name, content, mode: 0o120777 }));
  const members: RawMember[] = [
    ...Object.entries(request.files).map(([name, content]) => ({ name, content })),
    ...links,
    { name: `${info}/METADATA`, content: metadataOf(request) },
    { name: `${info}/WHEEL`, content: wheelOf(tag) },
    ...scriptsOf(info, request.scripts ?? []),
  ];
  const lines = [...members.map((member) => recordLine(member, record === "wrong")), `${info}/RECORD,,`];
  const recordMember = { name: `${info}/RECORD`, content: `${lines.join("\n")}\n` };
  const content = rawZip(record === "missing" ? members : [...members, recordMember]);
  return store(`${stem}-${tag}.whl`, content, request.directory);
}

export interface ProjectRequest {
  readonly name: string;
  readonly version: string;
  /** What its wheel will hold, by path below site-packages. */
  readonly files: Readonly<Record<string, string>>;
  readonly requires?: readonly string[];
  /** A file that appears as soon as any code of the project is executed. */
  readonly marker?: string;
}

/**
 * Sources of a package that build without a network: by a build backend of their own, which also litters the directory
 * it runs in, as real ones do. For path dependencies and sdists.
 */
export function projectFiles(request: ProjectRequest): Record<string, string> {
  const leaveMarker = request.marker === undefined ? "" : `open(${JSON.stringify(request.marker)}, "w").close()\n`;
  const project = [
    "[project]",
    `name = ${JSON.stringify(request.name)}`,
    `version = ${JSON.stringify(request.version)}`,
    `dependencies = ${JSON.stringify(request.requires ?? [])}`,
    "",
    "[build-system]",
    'requires = []\nbuild-backend = "backend"\nbackend-path = ["."]',
  ];
  const sources = Object.entries(request.files).map(([path, content]) => [`lib/${path}`, content]);
  return {
    "pyproject.toml": `${project.join("\n")}\n`,
    "setup.py": `${leaveMarker}from setuptools import setup\nsetup()\n`,
    "backend.py": leaveMarker + backendOf(request),
    ...Object.fromEntries(sources),
  };
}

/** Writes a source distribution of `projectFiles`. */
export async function buildSdist(request: ProjectRequest & { readonly directory?: string }): Promise<PackageFile> {
  const stem = `${escapeName(request.name)}-${request.version}`;
  const files = { "PKG-INFO": metadataOf(request), ...projectFiles(request) };
  const members = Object.entries(files).map(([name, content]) => ({ name: `${stem}/${name}`, content }));
  return store(`${stem}.tar.gz`, rawTarGz(members), request.directory);
}

async function store(fileName: string, content: Buffer, directory: string | undefined): Promise<PackageFile> {
  const file = join(directory ?? (await temporaryDirectory("packages")), fileName);
  await writeFile(file, content);
  return { file, fileName, sha256: createHash("sha256").update(content).digest("hex") };
}

function escapeName(name: string): string {
  return name.replace(/[-_.]+/g, "_").toLowerCase();
}

function metadataOf(request: Partial<WheelRequest> & { readonly name: string; readonly version: string }): string {
  const lines = [
    "Metadata-Version: 2.1",
    `Name: ${request.name}`,
    `Version: ${request.version}`,
    ...(request.requiresPython === undefined ? [] : [`Requires-Python: ${request.requiresPython}`]),
    ...(request.requires ?? []).map((requirement) => `Requires-Dist: ${requirement}`),
    ...(request.metadata ?? []),
  ];
  return `${lines.join("\n")}\n`;
}

function wheelOf(tag: string): string {
  const pure = tag.endsWith("-none-any");
  return `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: ${pure}\nTag: ${tag}\n`;
}

function scriptsOf(info: string, scripts: readonly string[]): RawMember[] {
  if (scripts.length === 0) return [];
  return [{ name: `${info}/entry_points.txt`, content: `[console_scripts]\n${scripts.join("\n")}\n` }];
}

function recordLine({ name, content }: RawMember, wrong: boolean): string {
  const hash = createHash("sha256").update(wrong ? `not ${name}` : content);
  const path = /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
  return `${path},sha256=${hash.digest("base64url")},${Buffer.byteLength(content)}`;
}

function backendOf(request: ProjectRequest): string {
  const stem = `${escapeName(request.name)}-${request.version}`;
  return `import os, zipfile

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    os.makedirs("build", exist_ok=True)
    open("build/trace.txt", "w").close()
    name, info = ${JSON.stringify(`${stem}-py3-none-any.whl`)}, ${JSON.stringify(`${stem}.dist-info`)}
    paths = [os.path.join(folder, file) for folder, _, files in os.walk("lib") for file in files]
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path in sorted(paths):
            wheel.write(path, os.path.relpath(path, "lib"))
        wheel.writestr(info + "/METADATA", ${JSON.stringify(metadataOf(request))})
        wheel.writestr(info + "/WHEEL", ${JSON.stringify(wheelOf("py3-none-any"))})
        wheel.writestr(info + "/RECORD", "")
    return name
`;
}
