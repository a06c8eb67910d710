import type { Input } from "./input.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import type { Answer, Scene } from "./scene.ts";

export function listTags(scene: Scene, input: Input): Answer {
  return { status: 200, json: { Tags: Object.fromEntries(tagsOf(scene, input, "lambda:ListTags")) } };
}

export function tagResource(scene: Scene, input: Input): Answer {
  const tags = tagsOf(scene, input, "lambda:TagResource");
  for (const [name, value] of Object.entries(input.Tags ?? {})) tags.set(name, value);
  return { status: 204 };
}

export function untagResource(scene: Scene, input: Input): Answer {
  const tags = tagsOf(scene, input, "lambda:UntagResource");
  for (const name of [input.TagKeys ?? []].flat()) tags.delete(name);
  return { status: 204 };
}

function tagsOf(scene: Scene, input: Input, action: string): Map<string, string> {
  const asked = parseFunctionName(input.Resource ?? "", undefined, scene);
  scene.authorize(action, asked.arn);
  return findFunction(scene.state, asked).tags;
}
