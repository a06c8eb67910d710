// Stands in for undici in the bundle: tsconfig.json says so. @actions/core brings it for the agent below, which only a caller of
// fetch() behind a proxy asks for. Nobody does here, and a third of a run's start went into it.
export class ProxyAgent {
  constructor() {
    throw new Error("undici is not part of this bundle");
  }
}
