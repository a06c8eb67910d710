import { describe, expect, it } from "vitest";
import { distributionsOf } from "../../src/layer/distributions.ts";

describe("distributionsOf", () => {
  it("finds names and versions at both places where Python looks in a layer", () => {
    const paths = [
      "python/Zope.Interface-7.0.dist-info/METADATA",
      "python/pydantic_core-2.41.5.dist-info/METADATA",
      "python/pydantic_core-2.41.5.dist-info/RECORD",
      "python/lib/python3.12/site-packages/typing_extensions-4.15.0.dist-info/METADATA",
      "python/local-1.0+cpu.dist-info/METADATA",
    ];
    expect(distributionsOf(paths.map((path) => ({ path })))).toEqual([
      { name: "local", version: "1.0+cpu" },
      { name: "pydantic-core", version: "2.41.5" },
      { name: "typing-extensions", version: "4.15.0" },
      { name: "zope-interface", version: "7.0" },
    ]);
  });

  it("takes nothing that only looks like one", () => {
    const paths = [
      "python/noversion.dist-info/METADATA",
      "python/a/vendored-1.0.dist-info/METADATA",
      "other/x-1.0.dist-info/METADATA",
      "x-1.0.dist-info/METADATA",
      "python/x-1.0.dist-info/METADATA/more",
    ];
    expect(distributionsOf(paths.map((path) => ({ path })))).toEqual([]);
  });
});
