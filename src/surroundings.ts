import type { Environment } from "./machine/environment.js";
/** What a run works with beside its inputs. */
export interface Surroundings {
  readonly env: Environment;
  /** Empty directory of this run. */
  readonly workDirectory: string;
}
