export interface PageOptions {
  readonly theme?: "light" | "dark";
  readonly open?: boolean;
  readonly place?: Place;
}

/** In how wide a column. */
export type Place = "summary" | "comment";

export function renderBody(markdown: string): string;
export function renderHtml(markdown: string, title: string, options?: PageOptions): Promise<string>;
export function screenshot(html: string, png: string, place?: Place): Promise<boolean>;
