import type { Place } from "./names.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Behaviour, Build, Content, Region } from "./state.ts";

/** Everything that an operation can see and reach besides its input. */
export interface Scene extends Place {
  readonly operation: string;
  readonly requestBytes: number;
  readonly state: Region;
  readonly behaviour: Behaviour;
  /** Tells how many bytes of a zip the request itself brought. */
  uploaded(bytes: number): void;
  /** ARN of who calls. */
  readonly principal: string;
  /** Throws AWS's refusal when a test took this permission away. */
  authorize(action: string, resource: string): void;
  /** The URL under which a zip can be read for ten minutes. */
  location(content: Content, name: string): string;
  fetchObject(object: { bucket: string; key: string; version: string | undefined }): Promise<Buffer>;
  roleExists(arn: string): Promise<boolean>;
  readonly sandbox: Sandbox;
  /** Builds that have run: their next run is no cold start. */
  readonly warm: WeakSet<Build>;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}
