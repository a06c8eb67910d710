import { describe, expect, it } from "vitest";
import { wheelsOnly, withoutKeys, withoutVariables } from "../../src/size-report/untrusted.ts";
import { foundIn } from "../support/dependencies.ts";
import { projectFiles } from "../support/wheels.ts";

describe("what strangers ask for", () => {
  it("is installed without what would be built, also where others need it", async () => {
    const project = projectFiles({ name: "Shared.Lib", version: "1.0", files: {} });
    const found = await foundIn(
      {
        "requirements.txt": "./lib\ndep==1.0\nsources==1.0\ngit-one @ git+https://example.com/x@v1\n-c limits.txt\n",
        "limits.txt": "sources<2\nother<2\n",
        ...Object.fromEntries(Object.entries(project).map(([path, text]) => [`lib/${path}`, text])),
      },
      { allowSource: ["sources", "git-one", "far-away"], excludePackages: ["boto3"] },
    );
    const { dependencies, notBuilt } = wheelsOnly(found);
    expect(notBuilt).toEqual(["far-away", "git-one", "shared-lib", "sources"]);
    expect(dependencies.requirements.map(({ name }) => name)).toEqual(["dep"]);
    expect(dependencies.constraints.map(({ name }) => name)).toEqual(["other"]);
    expect(dependencies).toMatchObject({
      pathDependencies: [],
      allowSource: [],
      excluded: ["boto3", "far-away", "git-one", "shared-lib", "sources"],
    });
  });

  it("is the same where nothing would be built", async () => {
    const found = await foundIn("dep==1.0\n");
    expect(wheelsOnly(found)).toEqual({ dependencies: found, notBuilt: [] });
  });
});

describe("the environment of an installer that works for strangers", () => {
  it("has no key to anything", () => {
    const secret = "hunter2";
    const env = {
      PATH: "/usr/bin",
      HTTPS_PROXY: "http://proxy:3128",
      UV_CACHE_DIR: "/cache",
      UV_DEFAULT_INDEX: `https://robot:${secret}@index.example/simple`,
      UV_INDEX: `one=https://robot:${secret}@index.example/simple https://plain.example/simple`,
      UV_EXTRA_INDEX_URL: `https://${secret}@index.example/simple`,
      UV_FIND_LINKS: `https://robot:p@ss${secret}@files.example/`,
      PIP_INDEX_URL: `https://robot:${secret}@index.example/simple`,
      PIP_EXTRA_INDEX_URL: `https://robot:${secret}@a.example/ https://robot:${secret}@b.example/`,
      PIP_FIND_LINKS: `https://robot:${secret}@files.example/`,
      UV_INDEX_ONE_USERNAME: secret,
      UV_INDEX_ONE_PASSWORD: secret,
      uv_index_two_password: secret,
      UV_KEYRING_PROVIDER: "subprocess",
      SSL_CLIENT_CERT: secret,
      SSH_AUTH_SOCK: secret,
      GIT_SSH_COMMAND: secret,
      NETRC: secret,
      UV_CREDENTIALS_DIR: secret,
    };
    expect(withoutKeys(env, "/empty")).toEqual({
      PATH: "/usr/bin",
      HTTPS_PROXY: "http://proxy:3128",
      UV_CACHE_DIR: "/cache",
      UV_DEFAULT_INDEX: "https://index.example/simple",
      UV_INDEX: "one=https://index.example/simple https://plain.example/simple",
      UV_EXTRA_INDEX_URL: "https://index.example/simple",
      UV_FIND_LINKS: "https://files.example/",
      PIP_INDEX_URL: "https://index.example/simple",
      PIP_EXTRA_INDEX_URL: "https://a.example/ https://b.example/",
      PIP_FIND_LINKS: "https://files.example/",
      NETRC: "/empty/netrc",
      UV_CREDENTIALS_DIR: "/empty",
      GIT_ALLOW_PROTOCOL: "none",
    });
  });

  it("fills nothing into their files", () => {
    expect(withoutVariables({ PATH: "/usr/bin", TOKEN: "x", PIP_INDEX_URL: "x" })).toEqual({ PATH: "/usr/bin" });
  });
});
