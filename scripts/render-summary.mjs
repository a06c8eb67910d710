// Shows a summary as GitHub does: Markdown to an HTML page, and to a picture where Chromium is installed.
//   node scripts/render-summary.mjs summary.md summary.html|summary.png [--dark] [--open] [--comment]
//   node scripts/render-summary.mjs --docs     (the pictures in the documentation, of Markdown that the tests keep)
import { spawn } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Marked } from "marked";

const root = resolve(import.meta.dirname, "..");
const STYLES = dirname(fileURLToPath(import.meta.resolve("github-markdown-css")));
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** CSS pixels: the columns in which GitHub shows a job summary and a comment on a laptop. */
const WIDTH = { summary: 960, comment: 780 };

/** Markdown that the tests keep, and its pictures in docs/images. */
const PICTURES = [
  ["summary/migrated.md", "summary.png", "summary"],
  ["summary/checked.md", "checks.png", "summary"],
  ["size-report/grown.md", "pull-request.png", "comment"],
  ["size-report/shrunk.md", "pull-request-shrunk.png", "comment"],
  ["size-report/nothing.md", "pull-request-same.png", "comment"],
  ["size-report/first.md", "pull-request-first.png", "comment"],
  ["size-report/besideLive.md", "pull-request-live.png", "comment"],
  ["size-report/overLimit.md", "pull-request-over-limit.png", "comment"],
  ["size-report/fork.md", "pull-request-fork.png", "comment"],
  ["size-report/noFigure.md", "pull-request-no-figure.png", "comment"],
];

const ALERTS = { NOTE: "Note", TIP: "Tip", IMPORTANT: "Important", WARNING: "Warning", CAUTION: "Caution" };

/** GitHub's alerts, `> [!NOTE]`, which Markdown itself does not know. */
const alerts = {
  renderer: {
    blockquote({ tokens }) {
      const html = this.parser.parse(tokens);
      const kind = /^<p>\[!([A-Z]+)\]\n?/.exec(html)?.[1];
      if (kind === undefined || !(kind in ALERTS)) {
        return false;
      }
      const body = html.replace(/^<p>\[![A-Z]+\]\n?/, "<p>").replace(/^<p><\/p>\n/, "");
      const style = kind.toLowerCase();
      return `<div class="markdown-alert markdown-alert-${style}"><p class="markdown-alert-title">${ALERTS[kind]}</p>${body}</div>\n`;
    },
  },
};

const markdownToHtml = new Marked({ gfm: true, async: false }, alerts);

/** The body of the page, without styles: for tests. */
export function renderBody(markdown) {
  return markdownToHtml.parse(markdown);
}

/** A page in GitHub's style, light or dark as the reader's system is, or as `theme` says. */
export async function renderHtml(markdown, title, { theme, open = false, place = "summary" } = {}) {
  const sheet = theme === undefined ? "github-markdown.css" : `github-markdown-${theme}.css`;
  const css = await readFile(join(STYLES, sheet), "utf8");
  const body = renderBody(markdown);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${css}
body { margin: 0; background: ${theme === "dark" ? "#0d1117" : "#ffffff"}; }
${theme === undefined ? "@media (prefers-color-scheme: dark) { body { background: #0d1117; } }" : ""}
.markdown-body { box-sizing: border-box; max-width: ${WIDTH[place]}px; margin: 0 auto; padding: 24px 32px; }
.markdown-body > :last-child { margin-bottom: 0; }
</style>
</head>
<body><main class="markdown-body">
${open ? body.replaceAll("<details>", "<details open>") : body}
</main></body>
</html>
`;
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Writes a picture of an HTML page, as high as its content, two device pixels for one. False where no Chromium is. */
export async function screenshot(html, png, place = "summary") {
  const chromium = await firstThatExists(CHROMIUM);
  if (chromium === undefined) {
    return false;
  }
  const work = await mkdtemp(join(tmpdir(), "render-summary-"));
  try {
    const page = join(work, "page.html");
    // The page tells its height in its title, so that the second start can have a window of that height.
    const measure =
      "<script>onload = () => { document.title = 'height=' + Math.ceil(document.querySelector('main').offsetHeight); }</script>";
    await writeFile(page, html.replace("</body>", `${measure}</body>`));
    const url = pathToFileURL(page).href;
    const browser = (...options) =>
      run(chromium, [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=2",
        `--user-data-dir=${join(work, "profile")}`,
        ...options,
        url,
      ]);
    const dom = await browser(`--window-size=${WIDTH[place]},800`, "--dump-dom");
    const height = Number(/<title>height=(\d+)/.exec(dom)?.[1] ?? 800);
    await browser(`--window-size=${WIDTH[place]},${height}`, `--screenshot=${resolve(png)}`);
    return true;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function firstThatExists(paths) {
  for (const path of paths) {
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) {
      return path;
    }
  }
  return undefined;
}

function run(command, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    const errors = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0
        ? done(Buffer.concat(output).toString())
        : fail(new Error(`${basename(command)} ended with ${code}:\n${Buffer.concat(errors)}`)),
    );
  });
}

async function main([...words]) {
  if (words.includes("--docs")) {
    for (const [markdown, picture, place] of PICTURES) {
      const target = join(root, "docs/images", picture);
      await write(join(root, "test/fixtures", markdown), target, { theme: "light", place });
    }
    return;
  }
  const [source, target] = words.filter((word) => !word.startsWith("--"));
  if (source === undefined || target === undefined) {
    throw new Error(
      "Usage: node scripts/render-summary.mjs summary.md summary.html|summary.png [--dark] [--open] [--comment]",
    );
  }
  await write(source, target, {
    theme: words.includes("--dark") ? "dark" : "light",
    open: words.includes("--open"),
    place: words.includes("--comment") ? "comment" : "summary",
  });
}

async function write(source, target, options) {
  const html = await renderHtml(await readFile(source, "utf8"), basename(source, ".md"), options);
  if (target.endsWith(".html")) {
    await writeFile(target, html);
  } else if (!(await screenshot(html, target, options.place))) {
    throw new Error(`No Chromium in ${CHROMIUM.join(", ")}: write .html instead and open it.`);
  }
  console.log(`Wrote ${target}`);
}

if (process.argv[1] === import.meta.filename) {
  await main(process.argv.slice(2));
}
