import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "real",
          include: ["test/{integration,e2e}/**/*.test.ts"],
          globalSetup: ["test/support/global-setup.ts", "test/support/emulator-setup.ts"],
        },
      },
    ],
  },
});
