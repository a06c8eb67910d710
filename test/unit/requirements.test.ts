// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { logicalLines } from "../../src/dependencies/logical-lines.ts";
import { findAt, foundIn, refusal } from "../support/dependencies.ts";
import { writeFiles } from "../support/workspace.ts";

const SHA256 = "a".repeat(64);
const OTHER = "b".repeat(64);

describe("lines", () => {
  it.each([
    ["comment lines and empty lines are no lines", "# a\n\nfoo\n  # b\n", [[3, "foo"]]],
    [
      "a comment needs a blank before it",
      "foo # why\nbar@https://h/x.whl#sha256=1\n",
      [
        [1, "foo"],
        [2, "bar@https://h/x.whl#sha256=1"],
      ],
    ],
    [
      "CRLF, CR and a missing line end are line ends",
      "a\r\nb\rc",
      [
        [1, "a"],
        [2, "b"],
        [3, "c"],
      ],
    ],
    [
      "a backslash joins lines and keeps the first number",
      "\nfoo==1 \\\n    --hash=x \\\n    --hash=y\nbar",
      [
        [2, "foo==1     --hash=x     --hash=y"],
        [5, "bar"],
      ],
    ],
    [
      "a backslash before the marker joins",
      'foo==1 \\\n; python_version > "3"',
      [[1, 'foo==1 ; python_version > "3"']],
    ],
    ["a backslash inside a word joins the word", "fo\\\no", [[1, "foo"]]],
    [
      "a comment line ends a continuation",
      "foo \\\n# why\nbar",
      [
        [1, "foo"],
        [3, "bar"],
      ],
    ],
    ["a comment that ends in a backslash does not join", "# why \\\nfoo", [[2, "foo"]]],
    ["a comment swallows what a backslash joins to it, as in pip", "foo # why \\\nbar", [[1, "foo"]]],
    ["a backslash at the end of the file ends the line", "foo \\", [[1, "foo"]]],
    ["a comment line glued to a word stays a comment", "foo\\\n#bar", [[1, "foo"]]],
  ])("%s", (_, text, expected) => {
    expect(logicalLines(text).map(({ number, text: line }) => [number, line])).toEqual(expected);
  });

  it("a byte order mark is skipped", async () => {
    const { requirements } = await foundIn("\ufefffoo==1\r\n");
    expect(requirements.map(({ line }) => line)).toEqual(["foo==1"]);
  });
});

describe("requirements", () => {
  it.each([
    ["foo", "foo", false],
    ["Foo_Bar.baz", "foo-bar-baz", false],
    ["foo==1.2.3", "foo==1.2.3", true],
    ["foo===1.2.3+local", "foo===1.2.3+local", true],
    ["foo==1.*", "foo==1.*", false],
    ["foo~=1.4", "foo~=1.4", false],
    ["Foo_Bar [x] >= 1 , <2", "foo-bar[x]<2,>=1", false],
    ["foo (>=1,<2)", "foo<2,>=1", false],
    ["foo[b,A_a, b]==1", "foo[a-a,b]==1", true],
    ["foo[]", "foo", false],
    ["foo ;python_version<'3.12'", 'foo ; python_version < "3.12"', false],
    [
      "foo==1;(sys_platform=='linux' and python_version not in '3.8 3.9')or extra == \"a'b\"",
      `foo==1 ; ( sys_platform == "linux" and python_version not in "3.8 3.9" ) or extra == "a'b"`,
      true,
    ],
    [
      `foo==1 --hash=sha256:${OTHER} --hash sha256:${SHA256}`,
      `foo==1 --hash=sha256:${SHA256} --hash=sha256:${OTHER}`,
      true,
    ],
    [
      `foo==1 ; os_name == "posix" --hash="SHA256:${SHA256}"`,
      `foo==1 ; os_name == "posix" --hash=sha256:${SHA256}`,
      true,
    ],
    [
      "foo @ https://example.com/a/foo-1.0-py3-none-any.whl",
      "foo @ https://example.com/a/foo-1.0-py3-none-any.whl",
      true,
    ],
    [
      "foo[x]@https://example.com/foo-1.0-py3-none-any.whl ; os_name=='nt'",
      'foo[x] @ https://example.com/foo-1.0-py3-none-any.whl ; os_name == "nt"',
      true,
    ],
    [
      "https://example.com/Foo_Bar-1.0-py3-none-any.whl",
      "foo-bar @ https://example.com/Foo_Bar-1.0-py3-none-any.whl",
      true,
    ],
    [
      "https://example.com/foo-1.0-1-cp311-cp311-manylinux_2_17_x86_64.whl#sha256=1",
      "foo @ https://example.com/foo-1.0-1-cp311-cp311-manylinux_2_17_x86_64.whl#sha256=1",
      true,
    ],
  ])("%s", async (text, canonical, pinned) => {
    const { requirements } = await foundIn(`${text}\n`);
    const [, marker] = / ; (.*?)(?: --hash=.*)?$/.exec(canonical) ?? [];
    const name = /^[a-z-]+/.exec(canonical)?.[0];
    expect(requirements).toEqual([{ line: canonical, canonical, name, pinned, ...(marker && { marker }) }]);
  });

  it("the same requirement in two spellings, two files and two orders is one", async () => {
    const { requirements, files } = await foundIn(
      { "a.txt": "Foo>=1,<2\nbar\n", "b.txt": "foo <2, >=1\n-r a.txt\n" },
      { requirements: ["a.txt", "b.txt", "a.txt"] },
    );
    expect(requirements.map(({ canonical }) => canonical)).toEqual(["foo<2,>=1", "bar"]);
    expect(files).toEqual(["a.txt", "b.txt"]);
  });

  it("constraints are kept apart from requirements", async () => {
    const { requirements, constraints } = await foundIn({
      "requirements.txt": "-c constraints.txt\nfoo\n",
      "constraints.txt": "foo==1\nbar==2 ; os_name == 'posix'\n",
    });
    expect(requirements.map(({ line }) => line)).toEqual(["foo"]);
    expect(constraints.map(({ line }) => line)).toEqual(["foo==1", 'bar==2 ; os_name == "posix"']);
  });
});

describe("included files", () => {
  it("paths start from the file that names them, and every form of the option is read", async () => {
    const { requirements, constraints, files } = await foundIn(
      {
        "app/requirements.txt":
          "-r ../deps/base.txt\n--requirement=more.txt\n-rquick.txt\n--constraint ../deps/limits.txt\n",
        "app/more.txt": "more\n",
        "app/quick.txt": "-r 'with blank.txt'\n",
        "app/with blank.txt": "blank\n",
        "deps/base.txt": "base\n-r nested/deep.txt\n",
        "deps/nested/deep.txt": "-r ../../app/more.txt\ndeep\n",
        "deps/limits.txt": "base==1\n",
      },
      { code: "app" },
    );
    expect(requirements.map(({ name }) => name)).toEqual(["base", "more", "deep", "blank"]);
    expect(constraints.map(({ line }) => line)).toEqual(["base==1"]);
    expect(files).toEqual([
      "app/requirements.txt",
      "deps/base.txt",
      "deps/nested/deep.txt",
      "app/more.txt",
      "app/quick.txt",
      "app/with blank.txt",
      "deps/limits.txt",
    ]);
  });

  it("a file that includes itself, directly or by another, is read once", async () => {
    const { requirements } = await foundIn({
      "requirements.txt": "-r requirements.txt\n-r other.txt\nfoo\n",
      "other.txt": "-r ./requirements.txt\nbar\n",
    });
    expect(requirements.map(({ name }) => name)).toEqual(["bar", "foo"]);
  });

  it("many files that include each other twice take no more time than a few", async () => {
    const chain = Array.from({ length: 60 }, (_, i) => [`f${i}.txt`, `-r f${i + 1}.txt\n-r f${i + 1}.txt\n`]);
    const { requirements } = await foundIn(
      { ...Object.fromEntries(chain), "f60.txt": "foo\n" },
      { requirements: ["f0.txt"] },
    );
    expect(requirements.map(({ name }) => name)).toEqual(["foo"]);
  });

  it("a file is read as requirements and as constraints when both name it", async () => {
    const { requirements, constraints } = await foundIn({
      "requirements.txt": "-r pins.txt\n-c pins.txt\n",
      "pins.txt": "foo==1\n",
    });
    expect([requirements.length, constraints.length]).toEqual([1, 1]);
  });
});

describe("options", () => {
  it("index options become arguments of uv, in order, the last --index-url alone", async () => {
    const { indexArguments, resolverArguments, requirements } = await foundIn({
      "requirements.txt": [
        "-i https://first.example/simple",
        "--extra-index-url https://extra.example/simple --trusted-host extra.example:8443",
        "--index-url=https://last.example/simple",
        "--extra-index-url https://extra.example/simple",
        "-f wheels",
        "--find-links https://links.example/",
        "--no-index",
        "foo",
      ].join("\n"),
      "wheels/readme": "",
    });
    const wheels = indexArguments[indexArguments.indexOf("--find-links") + 1] ?? "";
    expect(wheels).toMatch(/wheels$/);
    expect(indexArguments).toEqual([
      ...["--index-url", "https://last.example/simple"],
      ...["--extra-index-url", "https://extra.example/simple"],
      ...["--allow-insecure-host", "extra.example:8443"],
      ...["--find-links", wheels],
      ...["--find-links", "https://links.example/"],
      "--no-index",
    ]);
    expect(resolverArguments).toEqual([]);
    expect(requirements.map(({ line }) => line)).toEqual(["foo"]);
  });

  it("what changes the choice of versions is kept apart from indexes", async () => {
    const { indexArguments, resolverArguments } = await foundIn("--require-hashes\n--pre\n--pre\nfoo\n");
    expect(resolverArguments).toEqual(["--prerelease", "allow", "--require-hashes"]);
    expect(indexArguments).toEqual([]);
  });

  it("options without a meaning here change nothing", async () => {
    const { indexArguments, resolverArguments } = await foundIn(
      "--prefer-binary\n--only-binary :all:\n--only-binary=foo,bar\n--no-binary :none:\n--use-feature=truststore\nfoo\n",
    );
    expect([indexArguments, resolverArguments]).toEqual([[], []]);
  });
});

describe("variables and credentials", () => {
  const env = { TOKEN: "s3cr3t-t0ken", HOST: "pkg.example.com", VERSION: "1.2.3", USER_1: "ann" };

  it("variables are filled in, and userinfo is in the line only", async () => {
    const { requirements, secrets } = await foundIn(
      "foo @ https://${USER_1}:${TOKEN}@${HOST}/foo-1.0-py3-none-any.whl\nbar==${VERSION}\n",
      { env },
    );
    const digest = createHash("sha256").update("pkg.example.com").digest("hex");
    expect(requirements.map(({ line, canonical }) => [line, canonical])).toEqual([
      [
        "foo @ https://ann:s3cr3t-t0ken@pkg.example.com/foo-1.0-py3-none-any.whl",
        `foo @ https://<sha256:${digest}>/foo-1.0-py3-none-any.whl`,
      ],
      ["bar==1.2.3", "bar==1.2.3"],
    ]);
    expect([...secrets].sort()).toEqual(["ann", "pkg.example.com", "s3cr3t-t0ken"]);
  });

  it("a token that happens to be a part of the URL changes nothing", async () => {
    const text = "foo @ https://${TOKEN}@foo.example/foo-1.0-py3-none-any.whl\n";
    const [one, two] = [await foundIn(text, { env: { TOKEN: "foo" } }), await foundIn(text, { env: { TOKEN: "x1" } })];
    expect(one.requirements[0]?.canonical).toBe("foo @ https://foo.example/foo-1.0-py3-none-any.whl");
    expect(two.requirements[0]?.canonical).toBe(one.requirements[0]?.canonical);
  });

  it("a variable outside the userinfo changes what is hashed, one inside does not", async () => {
    const canonical = async (variables: Record<string, string>) => {
      const text = "foo @ https://u:${TOKEN}@h.example/${PLACE}/foo-1.0-py3-none-any.whl\n";
      return (await foundIn(text, { env: variables })).requirements[0]?.canonical;
    };
    const first = await canonical({ TOKEN: "one", PLACE: "a" });
    expect(await canonical({ TOKEN: "two", PLACE: "a" })).toBe(first);
    expect(await canonical({ TOKEN: "one", PLACE: "b" })).not.toBe(first);
  });

  it.each([
    ["--index-url https://user:p%40ss@host.example/simple", ["p%40ss", "p@ss"]],
    ["--extra-index-url https://gh-token@host.example/simple", ["gh-token"]],
    ["--find-links https://user:pw1@host.example/", ["pw1"]],
    ["bar @ https://user:pw2@host.example/bar-1-py3-none-any.whl", ["pw2"]],
    ["bar @ git+ssh://git@host.example/bar.git", []],
    ["--index-url https://host.example/${TOKEN}/simple", ["s3cr3t-t0ken"]],
  ])("%s is masked", async (line, expected) => {
    const { secrets } = await foundIn(`foo\n${line}\n`, { env, allowSource: ["bar"] });
    expect(secrets).toEqual(expected);
  });

  it.each(["foo==${MISSING}", "--index-url https://${MISSING}@h/", "-r ${MISSING}.txt"])(
    "%s names the variable that is not set",
    async (line) => {
      const error = await refusal(`${line}\n`, { env: { MISSING: "" } });
      expect(error.message).toBe("requirements.txt:1: the environment variable MISSING is not set.");
      expect(error.hint).toBe("Set MISSING in the step's `env:`.");
    },
  );

  it("other forms of variables are plain text, and comments need none", async () => {
    const { requirements } = await foundIn("foo # ${MISSING}\nbar ; os_name == '$HOME'\n");
    expect(requirements.map(({ line }) => line)).toEqual(["foo", 'bar ; os_name == "$HOME"']);
  });

  it("a variable whose value holds a variable is refused, since uv would expand it", async () => {
    const error = await refusal("foo @ https://h.example/${A}/foo-1-py3-none-any.whl\n", {
      env: { A: "${B}", B: "x" },
    });
    expect(error.message).toBe("requirements.txt:1: a variable stands where none is filled in.");
  });
});

describe("files of the repository", () => {
  const wheel = "wheels/Foo_Bar-1.0-py3-none-any.whl";
  const sha256 = createHash("sha256").update("content").digest("hex");

  it.each([
    `./${wheel}`,
    wheel,
    `foo-bar @ ./${wheel}`,
    `foo.bar @ file:${wheel}`,
    `foo_bar@file:./${wheel}`,
    `./deps/../${wheel}`,
  ])("%s is named by its content and given to uv as absolute URL", async (text) => {
    const { requirements } = await foundIn({ "requirements.txt": text, [wheel]: "content", "deps/x": "" });
    expect(requirements).toEqual([
      {
        line: expect.stringMatching(/^foo-bar @ file:\/\/\/.*\/wheels\/Foo_Bar-1\.0-py3-none-any\.whl$/),
        canonical: `foo-bar @ Foo_Bar-1.0-py3-none-any.whl#sha256=${sha256}`,
        name: "foo-bar",
        pinned: true,
      },
    ]);
  });

  it("extras, marker and blanks in a wheel's path arrive", async () => {
    const { requirements } = await foundIn({
      "requirements.txt": "./my wheels/foo-1-py3-none-any.whl[a] ; os_name == 'posix'",
      "my wheels/foo-1-py3-none-any.whl": "content",
    });
    expect(requirements[0]?.line).toMatch(
      /^foo\[a\] @ file:\/\/\/\S*\/my%20wheels\/foo-1-py3-none-any.whl ; os_name == "posix"$/,
    );
  });

  it("an absolute path inside the workspace is as good as a relative one", async () => {
    const relative = await foundIn({ "requirements.txt": wheel, [wheel]: "content" });
    const directory = /file:\/\/(.*)\/wheels/.exec(relative.requirements[0]?.line ?? "")?.[1] ?? "";
    await writeFiles(directory, { "requirements.txt": `foo-bar @ ${pathToFileURL(join(directory, wheel)).href}\n` });
    expect(await findAt(directory)).toEqual(relative);
  });
});

describe("sources", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";

  it.each([
    ["foo @ git+https://host.example/org/foo.git@main", "foo @ git+https://host.example/org/foo.git@main", false],
    [
      `foo @ git+https://tok@host.example/org/foo.git@${commit}`,
      `foo @ git+https://host.example/org/foo.git@${commit}`,
      true,
    ],
    [
      `git+https://host.example/org/foo.git@${commit}#egg=foo&subdirectory=lib`,
      `foo @ git+https://host.example/org/foo.git@${commit}#subdirectory=lib`,
      true,
    ],
    ["-e git+https://host.example/org/foo.git#egg=foo", "foo @ git+https://host.example/org/foo.git", false],
    ["foo @ git+ssh://git@host.example/org/foo.git", "foo @ git+ssh://host.example/org/foo.git", false],
    ["https://host.example/foo-1.0.tar.gz", "foo @ https://host.example/foo-1.0.tar.gz", true],
    ["foo @ https://host.example/archive/main.zip", "foo @ https://host.example/archive/main.zip", true],
    ["--no-binary foo\nfoo", "foo", false],
  ])("%s needs permission", async (text, canonical, pinned) => {
    const { requirements } = await foundIn(text, { allowSource: ["foo"] });
    expect(requirements.map((one) => [one.canonical, one.pinned])).toEqual([[canonical, pinned]]);
    const error = await refusal(text, { allowSource: ["bar"] });
    expect(error.message).toMatch(/^requirements\.txt:1: .*would (be built|build).*from source|"foo" from source/);
    expect(error.hint).toContain("allow-source");
    expect(error.code).toBe("requirements");
  });

  it("a source archive of the repository needs permission and is named by its content", async () => {
    const files = { "requirements.txt": "./vendor/my-foo-1.0.tar.gz", "vendor/my-foo-1.0.tar.gz": "content" };
    const { requirements } = await foundIn(files, { allowSource: ["my-foo"] });
    expect(requirements[0]?.canonical).toMatch(/^my-foo @ my-foo-1\.0\.tar\.gz#sha256=[0-9a-f]{64}$/);
    expect((await refusal(files)).message).toContain("would be built from source");
  });

  it("permission for one package is none for all", async () => {
    const error = await refusal("--no-binary :all:\nfoo", { allowSource: ["foo"] });
    expect(error.message).toContain('":all:"');
  });
});
