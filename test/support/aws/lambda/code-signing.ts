import type { Input } from "./input.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import type { Answer, Scene } from "./scene.ts";
import type { LambdaFunction } from "./state.ts";
import { codeSigningConfigMissing } from "./texts.ts";

/** Of a function without one the answer is empty: [rec] test_function_code_signing_config. */
export function getFunctionCodeSigningConfig(scene: Scene, input: Input): Answer {
  const { codeSigningConfig, name } = lookUp(scene, input, "lambda:GetFunctionCodeSigningConfig");
  const json = codeSigningConfig === undefined ? {} : { CodeSigningConfigArn: codeSigningConfig, FunctionName: name };
  return { status: 200, json };
}

export function putFunctionCodeSigningConfig(scene: Scene, input: Input): Answer {
  const target = lookUp(scene, input, "lambda:PutFunctionCodeSigningConfig");
  checkCodeSigningConfig(scene, input.CodeSigningConfigArn);
  target.codeSigningConfig = input.CodeSigningConfigArn;
  return { status: 200, json: { CodeSigningConfigArn: target.codeSigningConfig, FunctionName: target.name } };
}

/** Throws AWS's refusal of a configuration that does not exist. */
export function checkCodeSigningConfig({ behaviour }: Scene, arn: string | undefined): void {
  if (arn !== undefined && !behaviour.codeSigningConfigs.includes(arn)) throw codeSigningConfigMissing(arn);
}

function lookUp(scene: Scene, input: Input, action: string): LambdaFunction {
  const asked = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize(action, asked.arn);
  return findFunction(scene.state, asked);
}
