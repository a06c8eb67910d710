export interface Tools {
  readonly node: string;
  readonly python: string;
  readonly uv: string;
  readonly env: Record<string, string>;
}

export function prepare(options?: { readonly quiet?: boolean }): Tools;
