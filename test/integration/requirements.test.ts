import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { pinnedNames } from "../../src/dependencies/pinned.ts";
import { foundIn } from "../support/dependencies.ts";
import { distributionsIn, installFrom } from "../support/install.ts";
import { machineEnvironment, repository } from "../support/machine.ts";
import { createWorkspace, type Files } from "../support/workspace.ts";

const WEB = ["anyio", "certifi", "h11", "h2", "hpack", "httpcore", "httpx", "hyperframe", "idna", "mangum"];

/** The files of one directory below test/fixtures/requirements. */
async function fixture(name: string): Promise<Files> {
  const directory = join(repository, "test/fixtures/requirements", name);
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => {
    const relative = file.slice(directory.length + 1).replaceAll("\\", "/");
    return [relative, await readFile(file, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const names = (distributions: readonly string[]) =>
  distributions.map((distribution) => distribution.replace(/-[^-]*$/, "").replaceAll("_", "-"));

describe("what other tools write is read and installed as written", () => {
  it.each([
    ["pip-compile", [...WEB, "typing-extensions"]],
    ["pip-compile-layered", [...WEB, "typing-extensions"]],
    ["poetry-export", [...WEB, "typing-extensions"]],
    ["uv-export", [...WEB, "shared", "typing-extensions"]],
  ])("%s", async (name, expected) => {
    const files = await fixture(name);
    const { tree } = await installFrom(files, { runtime: "python3.12" });
    const installed = await distributionsIn(tree);
    expect(names(installed)).toEqual(expected);
    expect([...pinnedNames(await foundIn(files))].sort()).toEqual(expect.arrayContaining(expected));
    expect(installed).toContain("httpx-0.28.1");
  });
});

// The real pip, asked for what it reads in the same files.
const ASK_PIP = `
import json, sys
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import parse_req_from_line
from pip._internal.req.req_file import parse_requirements
from pip._vendor.packaging.utils import canonicalize_name

def said(parsed):
    requirement = parse_req_from_line(parsed.requirement, None).requirement
    return {
        "constraint": parsed.constraint,
        "name": canonicalize_name(requirement.name),
        "extras": sorted(map(canonicalize_name, requirement.extras)),
        "specifiers": sorted(str(s) for s in requirement.specifier),
        "hashes": sorted(f"{kind}:{h}" for kind, all in (parsed.options or {}).get("hashes", {}).items() for h in all),
    }

print(json.dumps([said(parsed) for parsed in parse_requirements(sys.argv[1], PipSession())]))
`;

interface Said {
  readonly constraint: boolean;
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifiers: readonly string[];
  readonly hashes: readonly string[];
}

async function pipReads(files: Files, env: Readonly<Record<string, string>>): Promise<readonly Said[]> {
  const workspace = await createWorkspace({ files });
  const output = execFileSync(inject("python"), ["-I", "-c", ASK_PIP, join(workspace, "requirements.txt")], {
    cwd: workspace,
    env: { ...machineEnvironment(), ...env },
    encoding: "utf8",
  });
  return sorted(JSON.parse(output));
}

async function weRead(files: Files, env: Readonly<Record<string, string>>): Promise<readonly Said[]> {
  const { requirements, constraints } = await foundIn(files, { env });
  const said = (constraint: boolean) => (requirement: { readonly canonical: string }) => {
    const [subject = "", ...options] = requirement.canonical.split(/ (?=;|--hash)/);
    const [, name = "", extras = "", specifiers = ""] = /^([a-z0-9-]+)(?:\[(.*)\])?(.*)$/.exec(subject) ?? [];
    const list = (text: string) => text.split(",").filter((item) => item !== "");
    const hashes = options.filter((option) => option.startsWith("--hash=")).map((option) => option.slice(7));
    return { constraint, name, extras: list(extras), specifiers: list(specifiers), hashes };
  };
  return sorted([...requirements.map(said(false)), ...constraints.map(said(true))]);
}

function sorted(said: readonly Said[]): readonly Said[] {
  const texts = new Set(said.map((one) => JSON.stringify(one)));
  return [...texts].sort().map((text) => JSON.parse(text));
}

describe("pip reads the same", () => {
  const hash = (digit: string) => `--hash=sha256:${digit.repeat(64)}`;

  it.each<readonly [string, Files]>([
    ["comments", { "requirements.txt": "# a\nfoo # b\n  #c\nbar\n" }],
    ["line ends", { "requirements.txt": "foo\r\nbar\rbaz\u2028qux\n" }],
    [
      "continuations",
      { "requirements.txt": `foo==1 \\\n  ${hash("a")} \\\n  ${hash("b")}\nbar\\\n==2\nb\\\na\\\nz\n` },
    ],
    ["a continuation before a marker", { "requirements.txt": "foo==1 \\\n ; python_version > '3'\nbar\n" }],
    ["a continuation that a comment ends", { "requirements.txt": "foo \\\n# why\nbar\n" }],
    ["a comment with a backslash", { "requirements.txt": `foo==1 # why \\\n ${hash("a")}\nbar\n# x \\\nbaz\n` }],
    ["a continuation at the end", { "requirements.txt": "foo \\" }],
    ["backslashes at both ends", { "requirements.txt": "\\\\foo\\\\\n==1\n" }],
    ["specifiers", { "requirements.txt": "a>=1,<2\nb (>=1)\nc ~= 1.4\nd===1.0\ne==1.*\nf != 1 , >0\n" }],
    ["names and extras", { "requirements.txt": "Foo_Bar.baz[X_y, z]==1\nfoo[ ]\n" }],
    ["hash options", { "requirements.txt": `foo==1 --hash sha256:${"a".repeat(64)} ${hash("b")}\n` }],
    [
      "quotes in options",
      { "requirements.txt": `foo==1 --hash="sha256:${"a".repeat(64)}"\n-r 'more here.txt'`, "more here.txt": "bar" },
    ],
    [
      "included files",
      {
        "requirements.txt": "-r sub/a.txt\n-c limits.txt\n--requirement=b.txt\n",
        "sub/a.txt": "--constraint ../limits.txt\nfoo\n-rb.txt\n",
        "sub/b.txt": "deep\n",
        "b.txt": "bar\n",
        "limits.txt": "foo==1\n-r extra.txt\n",
        "extra.txt": "extra\n",
      },
    ],
    ["variables", { "requirements.txt": "foo==${" + "V_1}\nbar # ${" + "MISSING}\n" }],
    ["a byte order mark", { "requirements.txt": "\ufefffoo\n" }],
  ])("%s", async (_, files) => {
    const env = { V_1: "1.2" };
    const pip = await pipReads(files, env);
    expect(pip.length).toBeGreaterThan(0);
    expect(await weRead(files, env)).toEqual(pip);
  });

  it.each(["pip-compile", "pip-compile-layered", "poetry-export"])("the file of %s", async (name) => {
    const files = await fixture(name);
    expect(await weRead(files, {})).toEqual(await pipReads(files, {}));
  });
});
