import { describe, expect, it } from "vitest";
import { AWS_SDK, sdkNotices } from "../../src/layer/aws-sdk.ts";
import { OTHER_SERVICES } from "../../src/layer/botocore-services.ts";
import { renderSdkSaving } from "../../src/report/aws-sdk.ts";
import type { PackageSize } from "../../src/report/facts.ts";

const MB = 1024 ** 2;
const sized = (name: string): PackageSize => ({ name, version: "1", zipped: MB, unzipped: 2 * MB, files: 1 });
const packages = ["fastapi", ...AWS_SDK].map(sized);

describe("what the runtime has too", () => {
  it("is told with its saving, its price and the other way to save", () => {
    expect(renderSdkSaving({ packages })).toBe(
      "Lambda's runtime has boto3, botocore, jmespath and s3transfer too, in a version that AWS changes. " +
        "Without them (`exclude-packages: aws-sdk`) the layer would be 4.0 MB smaller zipped, 8.0 MB unzipped. " +
        "`botocore-services` saves most of that and keeps the version yours, as AWS advises.",
    );
  });

  it("names no other way where it is gone already", () => {
    const leftOut = [{ what: OTHER_SERVICES, files: 1, bytes: 1 }];
    expect(renderSdkSaving({ packages, leftOut })).toMatch(/ AWS advises to bring them along\.$/);
  });

  it.each<[string, readonly PackageSize[]]>([
    ["none of them", [sized("fastapi")]],
    ["a part of them", packages.filter(({ name }) => name !== "boto3")],
    ["sizes that nobody knows", packages.map(({ name, version }) => ({ name, version }))],
    ["no packages", []],
  ])("is no matter with %s", (_, some) => {
    expect(renderSdkSaving({ packages: some })).toBeUndefined();
  });
});

describe("a part of the SDK", () => {
  it.each<[readonly string[], readonly string[]]>([
    [["fastapi", "jmespath"], []],
    [[...AWS_SDK], []],
    [["boto3", "botocore", "s3transfer"], ["jmespath"]],
    [["fastapi"], [...AWS_SDK]],
  ])("is none with %j, %j excluded", (names, excluded) => {
    expect(sdkNotices(names, excluded)).toEqual([]);
  });

  it("that was left out is a warning", () => {
    expect(sdkNotices(["boto3", "s3transfer", "jmespath"], ["botocore"])).toEqual([
      {
        level: "warning",
        text:
          "The layer has boto3 and s3transfer without botocore: what is missing comes from Lambda's runtime, in a version that may not fit. " +
          "Leave out all of them with `exclude-packages: aws-sdk`, or none.",
      },
    ]);
  });

  it("that nobody asked for is a note, as with aiobotocore", () => {
    expect(sdkNotices(["aiobotocore", "botocore", "jmespath"], ["jmespath"])).toEqual([
      {
        level: "note",
        text:
          "The layer has botocore without boto3 and s3transfer: what is missing comes from Lambda's runtime, in a version that may not fit. " +
          "If your code imports boto3, add it to the requirements.",
      },
    ]);
  });
});
