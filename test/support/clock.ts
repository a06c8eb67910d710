import type { Clock } from "../../src/machine/clock.ts";

/** Time that passes only while somebody sleeps, so that waits of minutes take none. */
export function fastClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}
