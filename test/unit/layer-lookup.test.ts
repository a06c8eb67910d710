import { describe, expect, it } from "vitest";
import type { LayerVersion } from "../../src/aws/lambda.ts";
import { decideLayer } from "../../src/layer/decide.ts";
import { formatDescription, type LayerDescription, parseDescription } from "../../src/layer/description.ts";
import { lookUp, ourLayer } from "../../src/layer/lookup.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const ARN = "arn:aws:lambda:eu-central-1:123456789012:layer:deps";

function describes(fingerprint: string): LayerDescription {
  return {
    fingerprint,
    zipped: 20_000_000,
    unzipped: 40_000_000,
    files: 2_715,
    packages: 23,
    pinned: true,
    bytecode: false,
  };
}

function version(number: number, description: string): LayerVersion {
  return { arn: `${ARN}:${number}`, version: number, description, created: "", runtimes: [], architectures: [] };
}

async function* pages(...all: (readonly LayerVersion[])[]): AsyncGenerator<readonly LayerVersion[]> {
  for (const page of all) {
    yield page;
  }
}

describe("a layer version's Description", () => {
  it("has the agreed form, fits 256 characters with the largest figures, and is read back", () => {
    const text = formatDescription(describes(A));
    expect(text).toBe(`deps sha256:${A} zip=20000000 unzipped=40000000 files=2715 packages=23 pinned=yes bytecode=no`);
    expect(parseDescription(text)).toEqual(describes(A));
    const largest = { ...describes(A), zipped: 262_144_000, unzipped: 262_144_000, files: 65_535, packages: 65_535 };
    expect(formatDescription(largest).length).toBeLessThanOrEqual(256);
  });

  it.each([
    ["", "empty"],
    ["my layer", "written by hand"],
    [formatDescription(describes(A)).toUpperCase(), "other case"],
    [`${formatDescription(describes(A))} more`, "longer"],
    [formatDescription(describes(A)).replace(A, A.slice(1)), "a short fingerprint"],
    [`x\n${formatDescription(describes(A))}`, "on a second line"],
  ])("is not taken from %j (%s)", (text) => {
    expect(parseDescription(text)).toBeUndefined();
  });
});

describe("the look-up", () => {
  it("keeps an attached match, although a newer one is published", async () => {
    const list = [version(9, formatDescription(describes(A))), version(7, formatDescription(describes(A)))];
    const lookup = await lookUp(pages(list), `${ARN}:7`, A);
    expect(lookup.wanted?.version).toBe(7);
  });

  it("takes the newest match when none is attached", async () => {
    const list = [9, 8, 7].map((number) => version(number, formatDescription(describes(number === 9 ? B : A))));
    expect((await lookUp(pages(list), `${ARN}:9`, A)).wanted?.version).toBe(8);
  });

  it("reads further pages only until it has found a match", async () => {
    let read = 0;
    async function* counted() {
      for (const number of [3, 2, 1]) {
        read += 1;
        yield [version(number, formatDescription(describes(number === 2 ? A : B)))];
      }
    }
    expect((await lookUp(counted(), undefined, A)).wanted?.version).toBe(2);
    expect(read).toBe(2);
  });

  it("finds nothing where other hands wrote the Descriptions", async () => {
    expect((await lookUp(pages([version(1, `deps ${A}`)]), undefined, A)).wanted).toBeUndefined();
  });
});

describe("our layer among the attached ones", () => {
  const functionArn = "arn:aws:lambda:eu-central-1:123456789012:function:orders";
  it.each([
    [`${ARN}:3`, true],
    [`${ARN}-old:3`, false],
    ["arn:aws:lambda:eu-central-1:999999999999:layer:deps:3", false],
    ["arn:aws:lambda:us-east-1:123456789012:layer:deps:3", false],
  ])("%s: %s", (arn, ours) => {
    expect(ourLayer([{ arn }], functionArn, "deps")).toBe(ours ? arn : undefined);
  });
});

describe("reuse or make", () => {
  const wanted = { ...version(7, ""), describes: describes(A) };
  const attached = { ...version(6, ""), describes: describes(B) };
  it("reuses a published version", () => {
    expect(decideLayer("`r.txt`", { wanted, attached, attachedArn: attached.arn }, false)).toMatchObject({
      outcome: "reused",
      reason: "Version 7, published earlier, was built from exactly these dependencies.",
    });
  });
  it("makes one when forced, or when there is none", () => {
    expect(decideLayer("`r.txt`", { wanted, attached, attachedArn: undefined }, true).outcome).toBe("missing");
    const none = decideLayer("`r.txt`", { wanted: undefined, attached, attachedArn: attached.arn }, false);
    expect(none).toMatchObject({
      outcome: "missing",
      reason: expect.stringContaining("Version 6 was built from something else"),
    });
  });
});
