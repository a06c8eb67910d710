import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PackageIndex, startPackageIndex } from "../support/package-index.ts";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure, readReport } from "../support/report.ts";
import { functionFiles, setStage, WHEELS } from "../support/stage.ts";
import { buildWheel } from "../support/wheels.ts";
import { createWorkspace, temporaryDirectory } from "../support/workspace.ts";

const stage = setStage();
const PASSWORD = "pass/w0rd@index";
const OTHER = "another:w0rd";

let index: PackageIndex;
let uvCache: string;
let count = 0;
let name = "";

beforeAll(async () => {
  const wheels = await Promise.all(WHEELS.map((wheel) => buildWheel(wheel)));
  const credentials = { user: "deploy", password: PASSWORD };
  index = await startPackageIndex({ packages: wheels.map(({ file }) => file), credentials });
});
afterAll(() => index.stop());

beforeEach(async () => {
  count += 1;
  name = `private-${count}`;
  uvCache = await temporaryDirectory("uv-cache");
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
});

const urlWith = (password: string) => index.url.replace("//", `//deploy:${encodeURIComponent(password)}@`);

async function deploy(requirements: string, env: Readonly<Record<string, string>>) {
  const workspace = await createWorkspace({ files: functionFiles("private", requirements) });
  return stage.run(
    workspace,
    { "function-name": name, cache: "false" },
    { env: { UV_DEFAULT_INDEX: undefined, UV_CACHE_DIR: uvCache, ...env } },
  );
}

const secrets = [PASSWORD, OTHER].flatMap((password) => [password, encodeURIComponent(password)]);

interface Way {
  readonly requirements: (dependency: string, password: string) => string;
  readonly env: (password: string) => Readonly<Record<string, string>>;
}

const line = (dependency: string) => `${dependency}\n`;
const ways: Readonly<Record<string, Way>> = {
  UV_INDEX_URL: { requirements: line, env: (password) => ({ UV_INDEX_URL: urlWith(password) }) },
  "UV_INDEX with UV_INDEX_…_PASSWORD": {
    requirements: line,
    env: (password) => ({
      UV_INDEX: `company=${index.url}`,
      UV_INDEX_COMPANY_USERNAME: "deploy",
      UV_INDEX_COMPANY_PASSWORD: password,
    }),
  },
  "`--index-url` with the password": {
    requirements: (dependency, password) => `--index-url ${urlWith(password)}\n${dependency}\n`,
    env: () => ({}),
  },
  "`--index-url` with a variable": {
    requirements: (dependency) =>
      `--index-url ${index.url.replace("//", "//deploy:$".concat("{INDEX_PASSWORD}@"))}\n${dependency}\n`,
    env: (password) => ({ INDEX_PASSWORD: encodeURIComponent(password) }),
  },
};

describe.each(Object.entries(ways))("an index behind a password: %s", (_, { requirements, env }) => {
  it("is read, its password is told nowhere and has no part in the fingerprint", async () => {
    const first = await deploy(requirements("dep==1.0", PASSWORD), env(PASSWORD));
    expect(first.exitCode, first.stdout).toBe(0);
    expect(await stage.invoke(name)).toEqual({ dep: "1.0", code: "private" });
    expect(index.requests.some(({ status, path }) => status === 200 && path.startsWith("/files/dep-1.0"))).toBe(true);

    const asked = index.requests.length;
    const second = await deploy(requirements("dep==1.0", OTHER), env(OTHER));
    expect(second.exitCode, second.stdout).toBe(0);
    expect(second.outputs["layer-source"]).toBe("reused");
    expect(second.outputs["layer-fingerprint"]).toBe(first.outputs["layer-fingerprint"]);
    expect(index.requests).toHaveLength(asked);

    const refused = await deploy(requirements("dep==2.0", OTHER), env(OTHER));
    await expectFailure(refused, { says: [/dep|index/], secrets });
    expect(index.requests.length).toBeGreaterThan(asked);

    for (const run of [first, second]) {
      const { everything } = await readReport(run);
      for (const secret of secrets) expect.soft(everything).not.toContain(secret);
    }
    // Neither the code nor what Lambda shows of the layer.
    const { zip } = await stage.aws.getFunction(name);
    const layers = stage.aws.layerVersions(`${name}-dependencies`);
    for (const secret of secrets) {
      expect(zip.includes(secret)).toBe(false);
      expect(layers.filter((layer) => layer.zip.includes(secret) || layer.description?.includes(secret))).toEqual([]);
    }
  });
});
