import type { Input } from "./input.ts";
import type { Answer, Scene } from "./scene.ts";
import type { Build } from "./state.ts";
import { notEmulated } from "./texts.ts";

export interface Invocation {
  readonly build: Build;
}
export interface Invoked {
  readonly payload: Buffer;
}

export function invoke(_scene: Scene, _input: Input): Answer {
  throw notEmulated("Invoke");
}
