import { describe, expect, it } from "vitest";
import type { FoundDependencies } from "../../src/dependencies/find.ts";
import { canonicalRecipe, fingerprint, type Recipe } from "../../src/dependencies/fingerprint.ts";
import { targetOf } from "../../src/layer/target.ts";
import { foundIn } from "../support/dependencies.ts";
import type { Files } from "../support/workspace.ts";

const [A, B] = ["a".repeat(64), "b".repeat(64)];

function recipeOf(dependencies: FoundDependencies, choices: Partial<Recipe> = {}): Recipe {
  return {
    dependencies,
    target: targetOf("python3.13", "x86_64"),
    slim: "safe",
    botocoreServices: "all",
    bytecode: "auto",
    ...choices,
  };
}

async function ofFiles(files: Files | string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return fingerprint(recipeOf(await foundIn(files, { code: "app", env: { PATH: process.env.PATH, ...env } })));
}

const LINES = [
  `Foo_Bar[X,y]==1.2 ; python_version>'3.8' --hash=sha256:${A} --hash=sha256:${B}`,
  "bar >= 1 , < 2",
  "baz @ https://ann:pw@h.example/baz-1-py3-none-any.whl",
  "qux",
  "./libs/shared[a,b]",
  "-c limits.txt",
  "--pre",
];

const BASE: Files = {
  "requirements.txt": LINES.join("\n"),
  "limits.txt": "qux==1\ncorge<3\n",
  "libs/shared/pyproject.toml": '[project]\nname = "shared"\n',
  "app/main.py": "",
};

describe("the fingerprint stays", () => {
  const shuffled = (seed: number) => {
    const keyed = LINES.map((line, index) => ({ line, key: ((index + 1) * 7919 * (seed + 3)) % 104_729 }));
    return keyed.sort((a, b) => a.key - b.key).map(({ line }) => line);
  };

  it.each(Array.from({ length: 20 }, (_, seed) => shuffled(seed)))("in the order %s", async (...lines) => {
    expect(await ofFiles({ ...BASE, "requirements.txt": lines.join("\n") })).toBe(await ofFiles(BASE));
  });

  it.each<readonly [string, Files]>([
    [
      "CRLF, a byte order mark, comments, empty lines",
      { "requirements.txt": `\ufeff# why\r\n\r\n${LINES.join("  # why\r\n")}\r\n` },
    ],
    [
      "continuation lines",
      { "requirements.txt": LINES.join("\n").replaceAll(" --hash", " \\\n    --hash").replace(" ;", " \\\n ;") },
    ],
    ["repeated lines", { "requirements.txt": [...LINES, ...LINES].join("\n") }],
    [
      "other names of a package and an extra",
      { "requirements.txt": LINES.join("\n").replace("Foo_Bar[X,y]", "foo.bar [ Y , x ]") },
    ],
    [
      "other quotes and blanks in a marker",
      { "requirements.txt": LINES.join("\n").replace("python_version>'3.8'", 'python_version  >  "3.8"') },
    ],
    [
      "other blanks, brackets and order of specifiers",
      { "requirements.txt": LINES.join("\n").replace("bar >= 1 , < 2", "bar(<2,>=1)") },
    ],
    [
      "hashes in another order",
      { "requirements.txt": LINES.join("\n").replace(`${A} --hash=sha256:${B}`, `${B} --hash=sha256:${A}`) },
    ],
    [
      "lines in another file",
      { "requirements.txt": "-r deps/all.txt", "deps/all.txt": LINES.join("\n").replace("-c limits", "-c ../limits") },
    ],
    ["another password", { "requirements.txt": LINES.join("\n").replace("ann:pw", "bob:other") }],
    ["no password", { "requirements.txt": LINES.join("\n").replace("ann:pw@", "") }],
    [
      "an index with credentials",
      {
        "requirements.txt": ["--index-url https://u:pw@i.example/simple", "--trusted-host i.example", ...LINES].join(
          "\n",
        ),
      },
    ],
    [
      "more indexes and places",
      {
        "requirements.txt": ["--extra-index-url https://i.example/simple", "-f app", "--no-index", ...LINES].join("\n"),
      },
    ],
    [
      "options of pip without a meaning here",
      { "requirements.txt": ["--prefer-binary", "--only-binary :all:", ...LINES].join("\n") },
    ],
    ["other code", { "app/main.py": "changed", "app/more.py": "" }],
    [
      "the path dependency in another directory",
      {
        "requirements.txt": LINES.join("\n").replace("./libs/shared", "-e moved/here"),
        "moved/here/pyproject.toml": '[project]\nname = "shared"\n',
      },
    ],
  ])("with %s", async (_, files) => {
    expect(await ofFiles({ ...BASE, ...files })).toBe(await ofFiles(BASE));
  });

  it("with a name that the workflow repeats", async () => {
    const dependencies = await foundIn(BASE, { code: "app" });
    const of = (excluded: readonly string[]) => fingerprint(recipeOf({ ...dependencies, excluded }));
    expect(of(["b", "a", "b"])).toBe(of(["a", "b"]));
  });

  it("with a rotated token in a variable", async () => {
    const files = { ...BASE, "requirements.txt": LINES.join("\n").replace("ann:pw", "ann:$" + "{TOKEN}") };
    expect(await ofFiles(files, { TOKEN: "one" })).toBe(await ofFiles(BASE));
    expect(await ofFiles(files, { TOKEN: "two" })).toBe(await ofFiles(BASE));
  });
});

describe("the fingerprint changes", () => {
  const replaced = (from: string, to: string) => ({ "requirements.txt": LINES.join("\n").replace(from, to) });

  it("with each of these, and with each to another one", async () => {
    const dependencies = await foundIn(BASE, { code: "app" });
    const base = recipeOf(dependencies);
    const changed: Readonly<Record<string, Recipe>> = {
      base,
      runtime: { ...base, target: targetOf("python3.12", "x86_64") },
      architecture: { ...base, target: targetOf("python3.13", "arm64") },
      platform: { ...base, target: { ...base.target, platform: "x86_64-manylinux_2_28" } },
      slim: { ...base, slim: "off" },
      "botocore services": { ...base, botocoreServices: ["s3"] },
      "other botocore services": { ...base, botocoreServices: ["dynamodb", "s3"] },
      "bytecode required": { ...base, bytecode: "required" },
      "bytecode off": { ...base, bytecode: "off" },
      excluded: recipeOf({ ...dependencies, excluded: ["boto3"] }),
      "more excluded": recipeOf({ ...dependencies, excluded: ["boto3", "botocore"] }),
      allowSource: recipeOf({ ...dependencies, allowSource: ["boto3"] }),
      "require hashes": recipeOf({ ...dependencies, resolverArguments: ["--prerelease", "allow", "--require-hashes"] }),
      "no prereleases": recipeOf(await foundIn({ ...BASE, ...replaced("--pre", "") }, { code: "app" })),
    };
    const files: Readonly<Record<string, Files>> = {
      version: replaced("==1.2", "==1.3"),
      name: replaced("qux", "quux"),
      extra: replaced("[X,y]", "[X]"),
      specifier: replaced("< 2", "<= 2"),
      marker: replaced("python_version>'3.8'", "python_version>'3.9'"),
      hash: replaced(A, "c".repeat(64)),
      "no hash": replaced(` --hash=sha256:${A}`, ""),
      host: replaced("h.example", "i.example"),
      "no constraints": replaced("-c limits.txt", ""),
      constraint: { "limits.txt": "qux==2\ncorge<3\n" },
      "constraints as requirements": replaced("-c limits.txt", "-r limits.txt"),
      "one line less": replaced("qux\n", ""),
      "extra of the path dependency": replaced("[a,b]", "[a]"),
      "marker of the path dependency": replaced("[a,b]", "[a,b] ; os_name == 'posix'"),
      "content of the path dependency": { "libs/shared/x.py": "" },
      "name of the path dependency": { "libs/shared/pyproject.toml": '[project]\nname = "other"\n' },
    };
    for (const [name, change] of Object.entries(files)) {
      expect(changed).not.toHaveProperty([name]);
      Object.assign(changed, { [name]: recipeOf(await foundIn({ ...BASE, ...change }, { code: "app" })) });
    }
    const hashes = Object.entries(changed).map(([name, recipe]) => [fingerprint(recipe), name] as const);
    expect(new Map(hashes).size).toBe(hashes.length);
    expect(hashes.length).toBe(30);
  });
});

describe("the recipe", () => {
  it("holds no place, no index and no secret", async () => {
    const dependencies = await foundIn(
      { ...BASE, "requirements.txt": `-i https://u:pw2@index.example/\n${LINES.join("\n")}` },
      { code: "app" },
    );
    const text = canonicalRecipe(recipeOf(dependencies));
    expect(dependencies.pathDependencies[0]?.directory).toContain("libs");
    for (const forbidden of ["ann", "pw", "index.example", "libs", "workspace", "requirements.txt", process.cwd()]) {
      expect(text).not.toContain(forbidden);
    }
  });

  it("has this form: another one gives every layer another fingerprint", async () => {
    const recipe = recipeOf(await foundIn(BASE, { code: "app", excludePackages: ["boto3"], allowSource: ["z", "a"] }));
    expect(JSON.parse(canonicalRecipe(recipe))).toEqual({
      format: 1,
      requirements: [
        "bar<2,>=1",
        "baz @ https://h.example/baz-1-py3-none-any.whl",
        `foo-bar[x,y]==1.2 ; python_version > "3.8" --hash=sha256:${A} --hash=sha256:${B}`,
        "qux",
      ],
      constraints: ["corge<3", "qux==1"],
      pathDependencies: [
        JSON.stringify(["shared", ["a", "b"], "", recipe.dependencies.pathDependencies[0]?.contentHash]),
      ],
      resolverArguments: "--prerelease allow",
      excluded: ["boto3"],
      allowSource: ["a", "z"],
      runtime: "python3.13",
      architecture: "x86_64",
      platform: "x86_64-manylinux_2_34",
      slim: "safe",
      bytecode: "auto",
    });
    expect(fingerprint(recipe)).toBe("688cc87af1c944eff61577a888933b8c0833831286f689cdc0f9cabc6cae589d");
  });

  it("names the services of botocore only when some are chosen, in one order", async () => {
    const dependencies = await foundIn(BASE, { code: "app" });
    const chosen = recipeOf(dependencies, { botocoreServices: ["s3", "dynamodb", "s3"] });
    expect(JSON.parse(canonicalRecipe(chosen))).toEqual({
      ...JSON.parse(canonicalRecipe(recipeOf(dependencies))),
      botocoreServices: ["dynamodb", "s3"],
    });
    expect(fingerprint(chosen)).toBe(fingerprint(recipeOf(dependencies, { botocoreServices: ["dynamodb", "s3"] })));
  });
});
