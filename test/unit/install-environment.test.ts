import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { configuredIndex, installEnvironment, toolEnvironment } from "../../src/layer/install-environment.ts";

const workspace = resolve("/workspace");

function environment(
  env: Record<string, string>,
  indexArguments: readonly string[] = [],
  existing: readonly string[] = [],
) {
  return installEnvironment({ env, workspace, indexArguments, exists: (path) => existing.includes(path) });
}

const FIXED = {
  UV_PYTHON_DOWNLOADS: "never",
  UV_NO_PROGRESS: "1",
  UV_NO_WRAP: "1",
  NO_COLOR: "1",
  GIT_TERMINAL_PROMPT: "0",
};

describe("what of the runner's environment reaches uv", () => {
  test("nothing but what is needed", () => {
    const kept = {
      PATH: "/bin",
      HOME: "/home/runner",
      TMPDIR: "/tmp",
      LANG: "C.UTF-8",
      XDG_CACHE_HOME: "/cache",
      RUNNER_TRACKING_ID: "github_1",
      UV_INDEX: "https://one https://two",
      UV_INDEX_STRATEGY: "unsafe-best-match",
      UV_INDEX_CORP_USERNAME: "joe",
      UV_INDEX_CORP_PASSWORD: "pass",
      UV_KEYRING_PROVIDER: "subprocess",
      UV_SYSTEM_CERTS: "1",
      UV_NATIVE_TLS: "1",
      UV_HTTP_TIMEOUT: "60",
      UV_CONCURRENT_DOWNLOADS: "2",
      UV_REQUIRE_HASHES: "1",
      HTTPS_PROXY: "http://proxy:1",
      https_proxy: "http://proxy:1",
      no_proxy: "localhost",
      SSH_AUTH_SOCK: "/tmp/agent",
    };
    const dropped = {
      AWS_ACCESS_KEY_ID: "a",
      AWS_SECRET_ACCESS_KEY: "b",
      AWS_SESSION_TOKEN: "c",
      AWS_PROFILE: "d",
      ACTIONS_RUNTIME_TOKEN: "e",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "f",
      GITHUB_TOKEN: "g",
      GH_TOKEN: "h",
      GITHUB_ENV: "i",
      "INPUT_FUNCTION-NAME": "j",
      UV_PUBLISH_TOKEN: "k",
      UV_PYTHON: "3.9",
      UV_LINK_MODE: "symlink",
      UV_COMPILE_BYTECODE: "1",
      VIRTUAL_ENV: "/venv",
      PYTHONPATH: "/hostile",
      PYTHONSTARTUP: "/hostile.py",
      LD_PRELOAD: "/hostile.so",
      NODE_OPTIONS: "--inspect",
      DATABASE_PASSWORD: "l",
    };

    expect(environment({ ...kept, ...dropped }).env).toEqual({ ...kept, ...FIXED });
  });

  test("names are those of Windows, too, whatever their case", () => {
    const env = { Path: "C:\\bin", SystemRoot: "C:\\Windows", Temp: "C:\\t", LOCALAPPDATA: "C:\\l", ComSpec: "cmd" };

    expect(environment(env).env).toEqual({ ...env, ...FIXED });
    expect(toolEnvironment({ ...env, UV_INDEX: "x", PSModulePath: "y" })).toEqual(env);
  });

  test("paths that are relative start from the workspace, since uv runs elsewhere", () => {
    expect(
      environment({ UV_CACHE_DIR: ".uv-cache", SSL_CERT_FILE: "/etc/ca.pem", NETRC: "ci/netrc" }).env,
    ).toMatchObject({
      UV_CACHE_DIR: resolve(workspace, ".uv-cache"),
      SSL_CERT_FILE: resolve("/etc/ca.pem"),
      NETRC: resolve(workspace, "ci/netrc"),
    });
  });

  test("passwords are named, so that they can be hidden", () => {
    expect(
      environment({ UV_INDEX_A_PASSWORD: "one", UV_INDEX_B_C_PASSWORD: "two", UV_INDEX_A_USERNAME: "joe" }).secrets,
    ).toEqual(["one", "two"]);
  });
});

describe("pip's words", () => {
  test("are translated", () => {
    const { env, arguments: args } = environment(
      {
        PIP_INDEX_URL: "https://pip/simple",
        PIP_EXTRA_INDEX_URL: "https://a/simple\n  https://b/simple",
        PIP_CERT: "/pip.pem",
        PIP_TRUSTED_HOST: "a b",
        PIP_FIND_LINKS: "wheels missing https://links/",
        PIP_NO_INDEX: "true",
      },
      [],
      [resolve(workspace, "wheels")],
    );

    expect(env).toEqual({
      UV_DEFAULT_INDEX: "https://pip/simple",
      UV_EXTRA_INDEX_URL: "https://a/simple https://b/simple",
      SSL_CERT_FILE: resolve("/pip.pem"),
      UV_INSECURE_HOST: "a b",
      UV_FIND_LINKS: `${resolve(workspace, "wheels")},https://links/`,
      ...FIXED,
    });
    expect(args).toEqual(["--no-index"]);
  });

  test.each([
    [{ UV_DEFAULT_INDEX: "https://uv" }, { UV_DEFAULT_INDEX: "https://uv" }],
    [{ UV_INDEX_URL: "https://uv" }, { UV_DEFAULT_INDEX: "https://uv" }],
    [{ UV_EXTRA_INDEX_URL: "https://uv" }, { UV_DEFAULT_INDEX: "https://pip", UV_EXTRA_INDEX_URL: "https://uv" }],
    [
      { UV_INDEX: "https://uv" },
      { UV_DEFAULT_INDEX: "https://pip", UV_INDEX: "https://uv", UV_EXTRA_INDEX_URL: undefined },
    ],
    [{ UV_INSECURE_HOST: "uv" }, { UV_INSECURE_HOST: "uv" }],
    [{ SSL_CERT_FILE: "/uv.pem" }, { SSL_CERT_FILE: resolve("/uv.pem") }],
    [{ UV_DEFAULT_INDEX: "" }, { UV_DEFAULT_INDEX: "https://pip" }],
  ])("give way to %j", (own, expected) => {
    const pip = {
      PIP_INDEX_URL: "https://pip",
      PIP_EXTRA_INDEX_URL: "https://pip-extra",
      PIP_TRUSTED_HOST: "pip",
      PIP_CERT: "/pip.pem",
    };

    const { env } = environment({ ...pip, ...own });

    expect(Object.keys(expected).map((name) => env[name])).toEqual(Object.values(expected));
  });

  test("PIP_FIND_LINKS gives way to UV_FIND_LINKS, which is taken as it is", () => {
    const { env } = environment({ PIP_FIND_LINKS: "https://pip/", UV_FIND_LINKS: "missing,https://uv/" });

    expect(env.UV_FIND_LINKS).toBe(`${resolve(workspace, "missing")},https://uv/`);
  });

  test.each(["0", "false", ""])("PIP_NO_INDEX: %j is no", (PIP_NO_INDEX) => {
    expect(environment({ PIP_NO_INDEX }).arguments).toEqual([]);
  });
});

describe("index options of the dependency files", () => {
  test("count more than the environment, or join it; those that may hold a password are no arguments", () => {
    const { env, arguments: args } = environment(
      {
        UV_DEFAULT_INDEX: "https://env",
        UV_EXTRA_INDEX_URL: "https://env-extra",
        UV_INSECURE_HOST: "env",
        PIP_FIND_LINKS: "https://env-links/",
      },
      [
        ...["--index-url", "https://joe:pass@file", "--extra-index-url", "https://joe:pass@file-extra"],
        ...["--allow-insecure-host", "file", "--find-links", "/workspace/wheels"],
        ...["--find-links", "https://joe:pass@file-links/"],
      ],
    );

    expect(env).toMatchObject({
      UV_DEFAULT_INDEX: "https://joe:pass@file",
      UV_EXTRA_INDEX_URL: "https://env-extra https://joe:pass@file-extra",
      UV_INSECURE_HOST: "env file",
      UV_FIND_LINKS: `${resolve("/workspace/wheels")},https://joe:pass@file-links/,https://env-links/`,
    });
    expect(args).toEqual([]);
  });

  test("--no-index is passed on", () => {
    expect(environment({}, ["--no-index"]).arguments).toEqual(["--no-index"]);
  });

  test.each([
    [{}, [], undefined],
    [{ PIP_INDEX_URL: "https://pip" }, [], "https://pip"],
    [{ PIP_INDEX_URL: "https://pip", UV_INDEX_URL: "https://old" }, [], "https://old"],
    [{ UV_INDEX_URL: "https://old", UV_DEFAULT_INDEX: "https://new" }, [], "https://new"],
    [{ UV_DEFAULT_INDEX: "https://new" }, ["--index-url", "https://one", "--index-url", "https://two"], "https://two"],
  ])("the index of %j and %j is %j", (env, args, expected) => {
    expect(configuredIndex(env, args)).toBe(expected);
  });
});

describe("what would change the result", () => {
  test.each([
    "UV_CONSTRAINT",
    "UV_OVERRIDE",
    "UV_EXCLUDE",
    "UV_EXCLUDE_NEWER",
    "UV_BUILD_CONSTRAINT",
    "UV_RESOLUTION",
    "UV_PRERELEASE",
    "UV_NO_BINARY",
    "UV_NO_BINARY_PACKAGE",
    "UV_ONLY_BINARY",
    "UV_NO_VERIFY_HASHES",
    "UV_NO_BUILD_ISOLATION",
    "UV_TORCH_BACKEND",
    "UV_GIT_LFS",
    "UV_CONFIG_FILE",
  ])("%s is refused by name, its value never shown", (name) => {
    const refused = refusal({ [name]: "hidden-value" });

    expect(refused).toMatchObject({
      message: `${name} would change what is installed without the layer's fingerprint knowing it.`,
      hint: "Unset it for this step and say it in the dependency file instead.",
      code: "uv-environment",
    });
    expect(JSON.stringify(refused)).not.toContain("hidden-value");
  });

  test("all of it is named at once", () => {
    expect(refusal({ UV_RESOLUTION: "lowest", UV_CONSTRAINT: "c.txt", UV_INDEX: "https://x" })).toMatchObject({
      message:
        "UV_CONSTRAINT, UV_RESOLUTION would change what is installed without the layer's fingerprint knowing it.",
      hint: "Unset them for this step and say it in the dependency file instead.",
    });
  });

  test.each(["", "0", "false"])("is not refused when it is off: %j", (value) => {
    expect(environment({ UV_NO_VERIFY_HASHES: value, UV_EXCLUDE_NEWER: value }).env).toEqual(FIXED);
  });
});

function refusal(env: Record<string, string>): ActionError {
  try {
    environment(env);
  } catch (error) {
    if (error instanceof ActionError) return error;
  }
  throw new Error(`Not refused: ${Object.keys(env)}`);
}
