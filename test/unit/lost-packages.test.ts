import { expect, it } from "vitest";
import type { Dependencies } from "../../src/dependencies/find.ts";
import { checkLostPackages, type PackagesQuestion } from "../../src/function/lost-packages.ts";

const FAT = ["app.py", "six.py", "six-1.17.0.dist-info/RECORD", "Zope.Event-5.0.dist-info/METADATA", "zope/event.py"];

const SAID_NONE: Dependencies = { outcome: "untouched", reason: "`requirements: none`." };
const FOUND_NONE: Dependencies = { ...SAID_NONE, overlooked: [] };

function lost(question: Partial<PackagesQuestion>): readonly string[] {
  const code = { removed: FAT, entries: [{ path: "app.py" }] };
  const asked = { ...code, inLayers: [], excluded: [], dependencies: SAID_NONE, ...question };
  return checkLostPackages(asked).map(({ level, text }) => `${level}: ${text}`);
}

it("names the packages of the live code that nothing brings any more", () => {
  expect(lost({})).toEqual([
    "warning: The live code package brings six, zope-event along, the new one and its layers do not. What the function imports of that belongs in the requirements.",
  ]);
});

it.each<[string, Partial<PackagesQuestion>]>([
  ["a layer has them", { inLayers: ["six", "zope-event"] }],
  [
    "the new code has one, in another version, and a layer the other",
    {
      entries: [{ path: "six-1.18.0.dist-info/RECORD" }],
      inLayers: ["zope-event"],
    },
  ],
  ["they are left out on purpose", { excluded: ["six", "zope-event"] }],
  ["a layer was not looked into", { inLayers: undefined }],
  ["the runtime has them", { removed: ["boto3-1.40.0.dist-info/RECORD", "s3transfer-0.13.1.dist-info/RECORD"] }],
  ["no package was inside", { removed: ["six.py", "lib/six-1.17.0.dist-info/RECORD"] }],
])("says nothing when %s", (_, question) => {
  expect(lost(question)).toEqual([]);
});

it("counts those that are too many to name", () => {
  const removed = ["f", "e", "d", "c", "b", "a", "g"].map((name) => `${name}-1.dist-info/RECORD`);
  expect(lost({ removed }).join()).toContain("brings a, b, c, d, e and 2 more along");
});

it("throws when no dependency file was found: nobody has said that they may go", () => {
  expect(() => lost({ dependencies: FOUND_NONE })).toThrow(
    "No dependency file was found, and the live code package brings six, zope-event along: the new version would lack them.",
  );
  expect(lost({ dependencies: FOUND_NONE, inLayers: ["six", "zope-event"] })).toEqual([]);
});
