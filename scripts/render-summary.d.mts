/** The body of the page, without styles: for tests. */
export function renderBody(markdown: string): string;
/** A page in GitHub's style, light or dark as the reader's system is, or as `theme` says. */
export function renderHtml(
  markdown: string,
  title: string,
  options?: { readonly theme?: "light" | "dark"; readonly open?: boolean },
): Promise<string>;
