export interface PageOptions {
  readonly theme?: "light" | "dark";
  readonly open?: boolean;
}

export function renderBody(markdown: string): string;
export function renderHtml(markdown: string, title: string, options?: PageOptions): Promise<string>;
export function screenshot(html: string, png: string): Promise<boolean>;
