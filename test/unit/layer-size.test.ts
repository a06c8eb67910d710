import { expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import type { Entry } from "../../src/layer/entries.ts";
import { checkLayerSize } from "../../src/layer/layer-size.ts";

const MB = 1_048_576;

function entry(name: string, size: number): Entry {
  return {
    path: `python/${name}/${size}`,
    package: name,
    size,
    executable: false,
    content: { bytes: Buffer.alloc(0) },
  };
}

test("a layer of exactly Lambda's limit passes", () => {
  expect(() => checkLayerSize([entry("a", 262_143_999), entry("", 1)])).not.toThrow();
});

test("a layer over the limit is refused with its five largest packages", () => {
  const sizes = [1, 20, 3, 100, 90, 60, 50];
  const entries = [...sizes.map((size) => entry(`pkg-${size}`, size * MB)), entry("pkg-100", MB), entry("", 400 * MB)];

  const refused = () => checkLayerSize(entries);

  expect(refused).toThrow("The layer is 725.0 MB unzipped; Lambda takes 250.0 MB for code and all layers.");
  expect(refused).toThrow(ActionError);
  expect(refused).toThrow(
    expect.objectContaining({
      code: "too-large",
      hint: "The largest packages: pkg-100 101.0 MB, pkg-90 90.0 MB, pkg-60 60.0 MB, pkg-50 50.0 MB, pkg-20 20.0 MB. Make the layer smaller with `slim: aggressive`, or leave out packages with `exclude-packages`, files with `code-exclude`.",
    }),
  );
});
