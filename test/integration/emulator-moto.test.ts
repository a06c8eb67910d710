import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startMoto } from "../support/aws/moto.ts";
import { machineEnvironment } from "../support/machine.ts";

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/moto-api/data.json`).then(
    ({ status }) => status,
    () => "refused",
  );

test("moto answers when started, and is gone when stopped", async () => {
  const moto = await startMoto();
  expect(await answers(moto.port)).toBe(200);
  await moto.stop();
  expect(await answers(moto.port)).toBe("refused");
});

test("moto ends by itself when the process that started it is killed", async () => {
  const module = JSON.stringify(new URL("../support/aws/moto.ts", import.meta.url).href);
  const program = `import { startMoto } from ${module}; console.log((await startMoto()).port); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...machineEnvironment(), PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(child.stdout, "data");
  const port = Number(printed);
  expect(await answers(port)).toBe(200);
  child.kill("SIGKILL");
  for (let tries = 0; tries < 200 && (await answers(port)) !== "refused"; tries++) await sleep(25);
  expect(await answers(port)).toBe("refused");
});

test("a moto that cannot start says why", async () => {
  await expect(startMoto({ python: process.execPath })).rejects.toThrow(/moto did not start .*npm run setup/);
});
