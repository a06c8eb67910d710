// Keeps an AWS with the example as a fat function running, so that a workflow can deploy to it with `uses: ./`. The steps after this one
// get its address and credentials through GITHUB_ENV.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "../../test/support/aws/emulator.ts";
import { startMoto } from "../../test/support/aws/moto.ts";
import { repository } from "../../test/support/machine.ts";
import { chooseTarget, packFat } from "./application.ts";

const moto = await startMoto();
const aws = await startEmulator({ motoPort: moto.port });
const target = await chooseTarget();
const zip = await packFat(join(repository, "examples", "fastapi-app"), target);
await aws.createFunction({ ...target, name: "orders-api", zip, handler: "lambda_function.handler" });

const lines = Object.entries(aws.env).map(([name, value]) => `${name}=${value}\n`);
if (process.env.GITHUB_ENV !== undefined) appendFileSync(process.env.GITHUB_ENV, lines.join(""));
console.log(`ready: orders-api on ${aws.url}\n${lines.join("")}`);
