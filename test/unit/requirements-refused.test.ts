// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { collectDependencies } from "../../src/dependencies/collect.ts";
import { foundIn, refusal } from "../support/dependencies.ts";

describe("a line that cannot be used is refused with file and line", () => {
  it.each([
    [
      "--config-settings=a=b",
      "the option --config-settings passes settings to a build from source, which is not supported.",
    ],
    [
      "foo --config-settings=a=b",
      "the option --config-settings passes settings to a build from source, which is not supported.",
    ],
    [
      "foo --global-option=--x",
      "the option --global-option passes options to a build from source, which is not supported.",
    ],
    ["--unheard-of value", 'the option "--unheard-of" is not supported.'],
    ["-x", 'the option "-x" is not supported.'],
    ["--constructor", 'the option "--constructor" is not supported.'],
    ["-r", "the option -r has no value."],
    ["--pre=yes", "the option --pre takes no value."],
    ["--pre foo", '"foo" does not belong to an option.'],
    ["foo --index-url https://h.example/", "only `--hash` can follow a requirement."],
    ["foo --pre", "only `--hash` can follow a requirement."],
    [`--hash=sha256:${"a".repeat(64)}`, "`--hash` stands without a requirement."],
    ["foo==1 --hash=sha256:abc", '"sha256:abc" is no hash.'],
    [`foo==1 --hash=md5:${"a".repeat(32)}`, `"md5:${"a".repeat(32)}" is no hash.`],
    ["foo==1 bar==2", '"foo==1 bar==2" is no requirement.'],
    ["foo>=1 <2", '"foo>=1 <2" is no requirement.'],
    ["foo=1", '"foo=1" is no requirement.'],
    ["foo>=1,", '"foo>=1," is no requirement.'],
    ["foo @", '"foo @" is no requirement.'],
    ["_foo", '"_foo" is no requirement.'],
    ["f\u00f6\u00f6", '"f\u00f6\u00f6" is no requirement.'],
    ["foo[a;b]", '"foo[a;b]" is no requirement.', '"a;b" is no name of an extra.'],
    ["foo ; python_version", 'the environment marker " python_version" cannot be read.'],
    ["foo ;", 'the environment marker "" cannot be read.'],
    ["foo ; (os_name == 'a'", "the environment marker \" (os_name == 'a'\" cannot be read."],
    [
      "foo ; os_name == 'a' os_name == 'b'",
      "the environment marker \" os_name == 'a' os_name == 'b'\" cannot be read.",
    ],
    ["foo ; os_name == 'a' $(id)", "the environment marker \" os_name == 'a' $(id)\" cannot be read."],
    ["foo::error::x", '"foo::error::x" is no URL that can be used.'],
    ["::error::x", '"::error::x" is no requirement.'],
    ["-r http://host.example/r.txt", '"http://host.example/r.txt" is a URL; only files of the repository are read.'],
    ["-r file:///etc/passwd", '"file:///etc/passwd" is a URL; only files of the repository are read.'],
    ["-r ../../etc/passwd", '"../../etc/passwd" is outside the workspace.'],
    ["-c /etc/passwd", '"/etc/passwd" is outside the workspace.'],
    ["-r missing.txt", '"missing.txt" does not exist.'],
    ["-r libs", '"libs" is no file.'],
    ["-r link.txt", '"link.txt" is a symbolic link out of the workspace.'],
    ["-r loop.txt", '"loop.txt" is a loop of symbolic links.'],
    ["-f /opt", '"/opt" is outside the workspace.'],
    [
      "name @ file:///etc/x-1-py3-none-any.whl",
      '"/etc/x-1-py3-none-any.whl" is outside the workspace.',
      '"file:///etc/x-1-py3-none-any.whl" is no file of this machine.', // on Windows: it has no drive
    ],
    ["./link", '"./link" is a symbolic link out of the workspace.'],
    ["-e ../elsewhere", '"../elsewhere" is outside the workspace.'],
    ["-e elsewhere", '"./elsewhere" does not exist.'],
    [
      "foo @ file://server/share/foo-1-py3-none-any.whl",
      '"file://server/share/foo-1-py3-none-any.whl" is no file of this machine.',
    ],
    ["./notes.md", '"notes.md" has no name.', '"./notes.md" has no name.'],
    ["foo @ ./notes.md", '"notes.md" is neither a wheel nor a directory.'],
    [
      "bar @ https://h.example/foo-1-py3-none-any.whl",
      '"https://h.example/foo-1-py3-none-any.whl" is "foo", not "bar".',
    ],
    ["https://h.example/foo.html", '"https://h.example/foo.html" is no wheel.'],
    ["foo @ https://h.example/foo.whl", '"https://h.example/foo.whl" is no wheel.'],
    [
      "foo @ https://h.example/foo-1.tar.gz%2Ffoo-1-py3-none-any.whl",
      '"https://h.example/foo-1.tar.gz%2Ffoo-1-py3-none-any.whl" is no wheel.',
    ],
    [
      "ftp://h.example/foo-1-py3-none-any.whl",
      '"ftp://h.example/foo-1-py3-none-any.whl" is neither an https URL nor a path.',
    ],
    ["foo @ hg+https://h.example/foo", '"hg+https://h.example/foo" is no repository that can be used.'],
    ["foo @ git+file:///etc", '"git+file:///etc" is no URL that can be used.'],
    ["--index-url file:///etc", "the URL of a package index is no http or https URL."],
    ["--index-url -x", "the option --index-url has no value."],
    ["--trusted-host=--no-config", '"--no-config" is no host name.'],
    ["-c pathed.txt", '"./libs" can be a requirement only as a directory without `--hash`.'],
  ])("%s", async (line, ...messages) => {
    const error = await refusal({
      "requirements.txt": `ok\n${line}\n`,
      "pathed.txt": "./libs\n",
      "notes.md": "",
      "libs/x": "",
      "link.txt": { linkTo: process.execPath },
      link: { linkTo: dirname(process.execPath) },
      "loop.txt": { linkTo: "loop.txt" },
    });
    const expected = messages.map(
      (message) => `${line === "-c pathed.txt" ? "pathed.txt:1" : "requirements.txt:2"}: ${message}`,
    );
    expect(expected).toContain(error.message);
    expect(error.code).toBe("requirements");
  });

  it("every problem of every file is in one error, ten are listed", async () => {
    const many = Array.from({ length: 11 }, (_, index) => `bad=${index}`).join("\n");
    const error = await refusal({ "requirements.txt": `--what\n-r more.txt\nfoo\n-r none.txt\n`, "more.txt": many });
    const lines = error.message.split("\n");
    expect(lines[0]).toBe("13 lines of the dependency files cannot be used:");
    expect(lines[1]).toBe('- requirements.txt:1: the option "--what" is not supported.');
    expect(lines[2]).toBe('- more.txt:1: "bad=0" is no requirement.');
    expect(lines.slice(-1)).toEqual(["- and 3 more"]);
    expect(lines).toHaveLength(12);
  });

  it("a file that is not UTF-8 is refused", async () => {
    const error = await refusal({ "requirements.txt": Buffer.from("\ufefffoo==1", "utf16le") });
    expect(error.message).toBe("requirements.txt: the file is not text in UTF-8.");
  });
});

describe("hostile files", () => {
  it.each([
    ["larger than 16 MB", "#".repeat(16 * 1024 ** 2 + 1), "requirements.txt: the file is larger than 16 MB."],
    [
      "of endless lines",
      "foo==1\n".repeat(20_001),
      "requirements.txt: there are more than 20000 lines with those of the files before.",
    ],
    [
      "of one endless line",
      `\nfoo==1 ${"--hash=x ".repeat(230_000)}`,
      "requirements.txt: line 2 has more than 2000000 characters.",
    ],
  ])("%s are not read", async (_, text, message) => {
    expect((await refusal({ "requirements.txt": text })).message).toBe(message);
  });

  it("of one line that is just not too long are read to its end", async () => {
    const error = await refusal({ "requirements.txt": `-r ${"a".repeat(1_999_000)}` });
    expect(error.message).toMatch(/^requirements.txt:1: a text of 1999000 characters/);
  });

  it("that name one another are not read for more than 20000 lines", async () => {
    const line = (index: number) => `${`-r ${index}.txt\n`.repeat(9_000)}`;
    const error = await refusal({ "requirements.txt": line(1), "1.txt": line(2), "2.txt": line(3), "3.txt": "foo" });
    expect(error.message).toBe("2.txt: there are more than 20000 lines with those of the files before.");
  });

  it.each([
    ["a NUL", "foo\0bar\n", {}],
    ["an escape sequence", "foo\u001b[31m\n", {}],
    ["a form feed, which pip takes for a line end", "foo\f--no-binary :all:\n", {}],
    ["a newline in a variable", "foo==${V}\n", { V: "1\n--no-binary :all:" }],
    ["a carriage return in a variable", "${V}\n", { V: "foo\r::error::x" }],
  ])("%s cannot get through", async (_, text, env) => {
    const error = await refusal(text, { env });
    expect(error.message).toBe("requirements.txt:1: the line holds a control character.");
  });

  it("a name with an escaped newline or `::` stays on one line of the message", async () => {
    const error = await refusal("foo\\n::error::x\n");
    expect(error.message).not.toMatch(/\n/);
    expect(error.message).toMatch(/^requirements\.txt:1: "/);
  });

  it("a file name with a newline stays on one line of the message", () => {
    const item = { kind: "problem", path: "a\n::error::x.txt", line: 1, message: "wrong.", hint: undefined } as const;
    expect(() => collectDependencies([item])).toThrow(/^"a\\n::error::x\.txt":1: wrong\.$/);
  });

  it.each([
    ["one name", "a".repeat(1_000_000)],
    ["one name that ends badly", `${"a".repeat(1_000_000)}!`],
    ["blanks", `foo${" ".repeat(1_000_000)}x`],
    ["blanks before a hash sign", `foo${" ".repeat(1_000_000)}x # c`],
    ["backslashes", `a${"\\".repeat(1_000_000)}x\\`],
    ["brackets", `foo${"[".repeat(1_000_000)}`],
    ["marker brackets", `foo ; ${"(".repeat(1_000_000)}`],
    ["quotes", `-r ${"\"'".repeat(500_000)}`],
    ["URL beginnings", `foo @ ${"https://".repeat(125_000)}`],
    ["variables that do not end", "${A".repeat(330_000)],
    ["commas", `foo${",".repeat(1_000_000)}`],
    ["dashes", `-${"-".repeat(1_000_000)}`],
  ])("a line of a megabyte is refused without delay: %s", { timeout: 10_000 }, async (_, line) => {
    const error = await refusal(`${line}\n`);
    expect(error.message.length).toBeLessThan(400);
  });

  it("a megabyte of hashes is no problem", async () => {
    const hashes = Array.from(
      { length: 13_000 },
      (_, index) => ` --hash=sha256:${index.toString(16).padStart(64, "0")}`,
    );
    const { requirements } = await foundIn(`foo==1${hashes.join("")}\n`);
    expect(requirements[0]?.line.match(/--hash=/g)).toHaveLength(13_000);
  });

  it.each([
    "foo @ https://user:hunter2@h.example/foo.tar.gz",
    "foo @ https://user:hunter2@h.example/bar-1-py3-none-any.whl",
    "foo @ https://user:hun/hunter2@h.example/x",
    "foo @ https:user:hunter2@h.example/x.whl",
    "foo @ https:////user:hunter2@h.example/foo-1-py3-none-any.whl",
    "foo @ https://user:hunter2@h.example\\@evil.example/foo-1-py3-none-any.whl",
    "https://user:hunter2@h.example/nothing",
    "git+https://user:hunter2@h.example/foo",
    "-e git+https://user:hunter2@h.example/foo#egg=foo",
    "-r https://user:hunter2@h.example/r.txt",
    "--index-url ftp://user:hunter2@h.example/",
    "--index-url https://user:hunter2@h.example/ extra",
    "--unknown=https://user:hunter2@h.example/",
    `foo @ https://user:hunter2${"x".repeat(300)}@h.example/x`,
    "foo @ https://${SECRET}@h.example/x",
    "foo @ https://h.example/${SECRET}/x",
    "${SECRET}!",
    "foo==1 --hash=${SECRET}",
    "-r ${SECRET}",
    "foo ; ${SECRET}",
  ])("no message holds a password: %s", async (line) => {
    const error = await refusal(`${line}\n`, { env: { SECRET: "hunter2" } });
    expect(`${error.message} ${error.hint} ${error.stack}`).not.toContain("hunter2");
  });

  it.each([
    "foo ==${SECRET}",
    "foo @ https://h.example/${SECRET}/x",
    "--index-url https://h.example/${SECRET}/simple extra",
    "-r ${SECRET}",
    `-i https://h.example/\${SECRET}/simple\nbar ==hunter2"\\8+é`,
    `-i https://h.example/\${SECRET}/simple\nbar @ ftp://h.example/hunter2%22%5C8%2B%C3%A9`,
    `-i https://h.example/\${SECRET}/simple\nbar @ ftp://h.example/hunter2%22%5C8+%C3%A9`,
  ])("no message holds a password of quotes and backslashes, in whatever form and line: %s", async (line) => {
    const error = await refusal(`${line}\n`, { env: { SECRET: 'hunter2"\\8+é' } });
    expect(error.message).toContain("requirements.txt:");
    expect(`${error.message} ${error.hint} ${error.stack}`).not.toContain("hunter2");
  });

  it.each([
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_TOKEN",
    "INPUT_TOKEN",
    "RUNNER_TEMP",
    "STATE_X",
  ])("%s is sent to no index", async (name) => {
    for (const env of [{ [name]: "hunter2" }, {}]) {
      const error = await refusal(`foo==1\n-i https://h.example/\${${name}}/simple\n`, { env });
      expect(error.message).toBe(
        `requirements.txt:2: the environment variable ${name} is never filled in: it belongs to the runner or to AWS.`,
      );
      expect(error.hint).toBe("Set a variable with a name of its own in the step's `env:`.");
    }
  });

  it("a token of AWS CodeArtifact, and names that only look alike, are filled in", async () => {
    const env = { CODEARTIFACT_AUTH_TOKEN: "one", MY_AWS_TOKEN: "two", GITHUB_TOKEN_OF_INDEX: "three" };
    const names = Object.keys(env).map((name) => `\${${name}}`);
    const { indexArguments } = await foundIn(`foo==1\n-i https://aws:${names.join("-")}@h.example/simple\n`, { env });
    expect(indexArguments).toEqual(["--index-url", "https://aws:one-two-three@h.example/simple"]);
  });

  it("a password that begins with another one leaves nothing behind", async () => {
    const error = await refusal("foo ; ${A} ${B}\n", { env: { A: "hunter", B: "hunter-and-more" } });
    expect(error.message).toBe('requirements.txt:1: the environment marker " *** ***" cannot be read.');
  });

  it("a password in a pyproject.toml is in no message either", async () => {
    const error = await refusal({
      "requirements.txt": ".",
      "pyproject.toml": '[project]\nname = "me"\ndependencies = ["foo @ https://u:hunter2@h.example/foo.tar.gz"]\n',
    });
    expect(error.message).toMatch(/^pyproject\.toml: /);
    expect(error.message).not.toContain("hunter2");
  });
});
