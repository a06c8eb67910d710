import { describe, expect, it } from "vitest";
import {
  describeSettings,
  differingSettings,
  type FunctionSettings,
  unexpectedSettings,
} from "../../src/function/settings.ts";

/** As AWS shows a function: with everything that it fills in. */
const LIVE: FunctionSettings = {
  role: "arn:aws:iam::123456789012:role/lambda",
  handler: "app.handler",
  description: "",
  memorySize: 256,
  timeout: 3,
  ephemeralStorage: 512,
  environment: { URL: "https://secret.example", OLD: "old-secret" },
  vpc: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"], ipv6: false },
  tracing: "PassThrough",
  snapStart: "None",
  logging: { format: "JSON", applicationLevel: "INFO", systemLevel: "INFO", group: "/aws/lambda/orders" },
  deadLetterTarget: "",
  fileSystems: [],
  kmsKey: "",
};
const QUEUE = "arn:aws:sqs:eu-central-1:123456789012:dead";

describe("settings", () => {
  const same: readonly (readonly [string, FunctionSettings])[] = [
    ["nothing wanted", {}],
    ["everything wanted as it is", LIVE],
    ["a VPC without a word about IPv6", { vpc: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"] } }],
    ["part of the logging", { logging: { format: "JSON" } }],
    ["variables in another order", { environment: { OLD: "old-secret", URL: "https://secret.example" } }],
  ];
  it.each(same)("are not sent when they are there: %s", (_, wanted) => {
    expect(differingSettings(LIVE, wanted)).toEqual({});
    expect(describeSettings(LIVE, {})).toEqual([]);
  });

  const different: readonly (readonly [FunctionSettings, string])[] = [
    [{ role: "arn:aws:iam::123456789012:role/other" }, "`role`"],
    [{ handler: "app.main.handler" }, "`handler` app.handler → app.main.handler"],
    [{ description: "Orders" }, "`function-description`"],
    [{ memorySize: 512 }, "`memory-size` 256 → 512"],
    [{ timeout: 30 }, "`timeout` 3 → 30"],
    [{ ephemeralStorage: 1_024 }, "`ephemeral-storage` 512 → 1024"],
    [
      { environment: { URL: "https://new.example", DEBUG: "true" } },
      "`environment` (`DEBUG` added, `OLD` removed, `URL` changed)",
    ],
    [{ environment: {} }, "`environment` (`OLD` removed, `URL` removed)"],
    [{ environment: { ...LIVE.environment, constructor: "x1" } }, "`environment` (`constructor` added)"],
    [{ vpc: { subnetIds: [], securityGroupIds: [] } }, "`vpc-config`"],
    [{ vpc: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"], ipv6: true } }, "`vpc-config`"],
    [{ tracing: "Active" }, "`tracing-config` PassThrough → Active"],
    [{ snapStart: "PublishedVersions" }, "`snap-start` None → PublishedVersions"],
    [{ logging: { systemLevel: "WARN" } }, "`logging-config`"],
    [{ deadLetterTarget: QUEUE }, "`dead-letter-config`"],
    [
      { fileSystems: [{ arn: "arn:aws:elasticfilesystem:x:1:access-point/a", path: "/mnt/a" }] },
      "`file-system-configs`",
    ],
    [{ kmsKey: "arn:aws:kms:eu-central-1:123456789012:key/a" }, "`kms-key-arn`"],
  ];
  it.each(different)("are sent when they differ, told by name: %j", (wanted, text) => {
    const sent = differingSettings(LIVE, { ...LIVE, ...wanted });
    expect(sent).toEqual(wanted);
    expect(describeSettings(LIVE, sent)).toEqual([text]);
  });

  it("that AWS does not show are sent, and that is said", () => {
    const { environment: _, ...shown } = LIVE;
    const wanted = { environment: { URL: "https://secret.example" }, timeout: 3 };
    expect(differingSettings(shown, wanted)).toEqual({ environment: wanted.environment });
    expect(describeSettings(shown, { environment: wanted.environment })).toEqual([
      "`environment` (the present value cannot be read)",
    ]);
  });

  it("name ten variables and count the rest", () => {
    const environment = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`V${10 + index}`, "x"]));
    const [text] = describeSettings({ environment: {} }, { environment });
    expect(text).toMatch(/^`environment` \(`V10` added, .*`V19` added, 2 more\)$/);
  });

  const found: readonly (readonly [string, FunctionSettings, FunctionSettings, readonly string[]])[] = [
    ["as they were", LIVE, LIVE, []],
    ["another memory", LIVE, { ...LIVE, memorySize: 1_024 }, ["memory-size"]],
    [
      "Text logging, without the levels of before",
      { ...LIVE, logging: { format: "Text" } },
      { ...LIVE, logging: { format: "Text", group: "/aws/lambda/orders" } },
      [],
    ],
    ["variables that are hidden now", LIVE, { timeout: 3 }, []],
    ["variables that were hidden before", { timeout: 3 }, LIVE, []],
  ];
  it.each(found)("are compared with what was expected: %s", (_, expected, now, names) => {
    expect(unexpectedSettings(expected, now)).toEqual(names);
  });
});
