import { expect, it } from "vitest";
import { targetOf } from "../../src/layer/target.ts";

it.each([
  ["python3.9", "Runtime python3.9 is not supported.", /^Set `runtime` to one of python3\.10, /],
  [
    "nodejs22.x",
    "Runtime nodejs22.x is not Python.",
    /^Check `function-name`; .*, set `runtime` to one of python3\.10, /,
  ],
])("%s is refused with the next step that fits", (runtime, message, hint) => {
  const refused = expect.objectContaining({ message, hint: expect.stringMatching(hint) });
  expect(() => targetOf(runtime, "x86_64")).toThrow(refused);
});
