import { createHash } from "node:crypto";
import { afterAll, inject } from "vitest";
import { rawZip } from "../raw-archives.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { lambdaOf } from "./sdk.ts";

/** An emulator for the tests of one file, and the real SDK as its caller. */
export async function startBench() {
  const aws = await startEmulator({ motoPort: inject("motoPort") });
  afterAll(() => aws.stop());
  return { aws, client: lambdaOf(aws) };
}

let functions = 0;

/** Creates a function with `code()`; returns its name, another one each time. */
export async function newFunction(aws: Emulator): Promise<string> {
  functions += 1;
  const name = `hello-${functions}`;
  await aws.createFunction({ name, zip: code(), handler: "app.handler" });
  return name;
}

/** The zip of a function that answers with its event. */
export function code(text = ""): Buffer {
  return rawZip([{ name: "app.py", content: `def handler(event, context): return event\n${text}` }]);
}

/** The zip of a layer. */
export function dependency(text = ""): Buffer {
  return rawZip([{ name: "python/dep.py", content: `x = 1\n${text}` }]);
}

/** The zip, whose directory states that its first file has this size; nothing of it exists. */
export function claiming(zip: Buffer, bytes: number): Buffer {
  zip.writeUInt32LE(bytes, zip.indexOf("PK\x01\x02") + 24);
  return zip;
}

export function shaOf(zip: Buffer): string {
  return createHash("sha256").update(zip).digest("base64");
}

export function invalid(text: string) {
  return { name: "InvalidParameterValueException", status: 400, text };
}
