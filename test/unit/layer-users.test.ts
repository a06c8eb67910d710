import { describe, expect, it } from "vitest";
import type { ListedFunction } from "../../src/aws/inventory.ts";
import { layerUsers, type SharedLayer } from "../../src/layer/users.ts";

const ARN = "arn:aws:lambda:eu-central-1:123456789012:layer";

function listed(name: string, layers: readonly string[], changes: Partial<ListedFunction> = {}): ListedFunction {
  return {
    name,
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${name}`,
    version: "$LATEST",
    runtime: "python3.13",
    architecture: "x86_64",
    codeSha256: "",
    description: "",
    layers,
    ...changes,
  };
}

const LAYER: SharedLayer = {
  layerName: "deps",
  functionName: "orders",
  version: 7,
  runtimes: ["python3.13"],
  architectures: ["x86_64"],
  moves: false,
};

describe("the users of our layer", () => {
  it("are the other functions whose $LATEST has it, by name", () => {
    const users = layerUsers(
      [
        listed("worker", [`${ARN}:x:1`, `${ARN}:deps:6`]),
        listed("orders", [`${ARN}:deps:6`]),
        listed("worker", [`${ARN}:deps:5`], { version: "12" }),
        listed("api", [`${ARN}:deps:7`]),
        listed("none", []),
        listed("similar", [`${ARN}:deps-old:6`, `${ARN}:old-deps:6`]),
        listed("foreign", ["arn:aws:lambda:eu-central-1:999999999999:layer:deps:6"]),
        listed("elsewhere", ["arn:aws:lambda:us-east-1:123456789012:layer:deps:6"]),
      ],
      LAYER,
    );
    expect(users).toEqual([
      { name: "api", version: 7, behind: false, unfit: undefined },
      { name: "worker", version: 6, behind: true, unfit: undefined },
    ]);
  });

  const behind: readonly (readonly [string, number, Partial<SharedLayer>, boolean])[] = [
    ["an older version", 6, {}, true],
    ["an older version of two digits less", 9, { version: 100 }, true],
    ["this version", 7, {}, false],
    ["a newer version, while the deployed function stays where it is", 8, {}, false],
    ["a newer version, while the deployed function goes back", 8, { moves: true }, true],
    ["this version, while the deployed function comes to it", 7, { moves: true }, false],
    ["any version, while the new one is not published yet", 8, { version: undefined, moves: true }, true],
  ];
  it.each(behind)("are behind or not: with %s", (_, version, changes, expected) => {
    expect(layerUsers([listed("worker", [`${ARN}:deps:${version}`])], { ...LAYER, ...changes })[0]?.behind).toBe(
      expected,
    );
  });

  const unfit: readonly (readonly [string, Partial<ListedFunction>, string | undefined])[] = [
    ["the same platform", {}, undefined],
    ["another runtime", { runtime: "python3.12" }, "runs on python3.12, the layer is for python3.13"],
    ["another processor", { architecture: "arm64" }, "runs on arm64, the layer is for x86_64"],
    ["a container", { runtime: undefined }, "runs on no runtime of Lambda's, the layer is for python3.13"],
  ];
  it.each(unfit)("fit the layer or not: %s", (_, changes, expected) => {
    expect(layerUsers([listed("worker", [`${ARN}:deps:6`], changes)], LAYER)[0]?.unfit).toBe(expected);
  });
});
