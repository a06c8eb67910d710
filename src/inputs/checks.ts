import { EVENT_SHAPES, type EventFile, type SmokeEvent } from "../verify/smoke-event.js";
import { parseSmokeTests, type SmokeTest } from "../verify/smoke-test-line.js";
import { good, type Parsed } from "./forms.js";
import type { InputReader } from "./reader.js";

/** How a new version is checked before callers meet it. */
export interface CheckInputs {
  readonly smokeTests: readonly SmokeTest[];
  readonly smokeEvent: SmokeEvent;
}

/** Reads them; problems stay with the reader, those of the lines one by one. `eventFile` reads a path of the workspace. */
export function readCheckInputs(
  reader: InputReader,
  eventFile: (path: string) => Parsed<EventFile>,
): { readonly smokeTests: readonly SmokeTest[]; readonly smokeEvent: SmokeEvent | undefined } {
  const { tests = [], problems = [] } = reader.optional("smoke-tests", (text) => good(parseSmokeTests(text))) ?? {};
  for (const { line, text } of problems) {
    reader.wrongLine("smoke-tests", line, text);
  }
  const event = reader.required("smoke-event", (text) => smokeEvent(text, eventFile));
  if (typeof event === "object") {
    for (const { line } of tests.filter(({ headers, body }) => headers.length > 0 || body !== undefined)) {
      reader.wrongLine(
        "smoke-tests",
        line,
        "the file of `smoke-event` is sent as it is, without header or body of a line",
      );
    }
  }
  return { smokeTests: tests, smokeEvent: event };
}

function smokeEvent(text: string, eventFile: (path: string) => Parsed<EventFile>): Parsed<SmokeEvent> {
  const shape = EVENT_SHAPES.find((one) => one === text);
  if (shape !== undefined) {
    return good(shape);
  }
  const file = eventFile(text);
  return file.ok ? file : { ...file, allowed: `one of ${EVENT_SHAPES.join(", ")}, or ${file.allowed}` };
}
