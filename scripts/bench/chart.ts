import { type Results, type Situation, tableOf, titleOf } from "./results.ts";
import { BASE, ratio } from "./rounds.ts";
import { TOOLS } from "./tools.ts";

const PANEL = { width: 430, label: 172, bar: 190, line: 22, top: 64 };

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 13px; }
  .set { fill: #59636e; }
  .peer { fill: #afb8c1; }
  .ours { fill: #bc4c00; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .set { fill: #9198a1; }
    .peer { fill: #656c76; }
    .ours { fill: #f0883e; }
  }`;

const PANELS: readonly { readonly situation: Situation; readonly title: string }[] = [
  { situation: "warm", title: "New dependencies, warm caches" },
  { situation: "code-only", title: "Code changed" },
];

/** An SVG with a bar for each tool's time as a part of the plain script's, in light and dark. */
export function renderChart(results: Results): string {
  const rows = PANELS.map(({ situation, title }) =>
    ["fastapi", "pandas"].map((set) => ({ title, set, bars: barsOf(results, situation, set) })),
  );
  const heights = rows.map((panels) => PANEL.top + PANEL.line * Math.max(...panels.map(({ bars }) => bars.length)));
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const width = 2 * PANEL.width;
  const height = heights.reduce((sum, each) => sum + each, 0) + 16;
  const drawn = rows.flatMap((panels, row) =>
    panels.map((panel, column) => {
      const head = `<text class="title" x="8" y="26">${panel.title}</text><text class="set" x="8" y="44">${titleOf(panel.set)}</text>`;
      return `<g transform="translate(${column * PANEL.width} ${tops[row]})">${head}${panel.bars.map(drawBar).join("")}</g>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>Time of each tool as a part of the plain script's time</title><style>${STYLE}\n</style>\n${drawn.join("\n")}\n</svg>\n`;
}

interface Bar {
  readonly label: string;
  readonly ours: boolean;
  readonly value: number;
  readonly longest: number;
}

function barsOf(results: Results, situation: Situation, set: string): readonly Bar[] {
  const rows = tableOf(results, situation, set)?.rows ?? [];
  const base = rows.find(({ tool }) => tool === BASE);
  const bars = TOOLS.flatMap(({ name, title, short = title, ours = false }) => {
    const row = rows.find(({ tool }) => tool === name);
    const value = ratio(row, base, ({ wall }) => wall);
    return value === undefined ? [] : [{ label: short, ours, value }];
  });
  const longest = Math.max(...bars.map(({ value }) => value));
  return bars.map((bar) => ({ ...bar, longest }));
}

function drawBar({ label, ours, value, longest }: Bar, index: number): string {
  const y = PANEL.top + index * PANEL.line - 8;
  const width = Math.max(1, (value / longest) * PANEL.bar).toFixed(1);
  const end = PANEL.label + Number(width) + 6;
  return [
    `<text x="8" y="${y + 11}">${label}</text>`,
    `<rect class="${ours ? "ours" : "peer"}" x="${PANEL.label}" y="${y}" width="${width}" height="14" rx="2"/>`,
    `<text x="${end}" y="${y + 11}">${value.toFixed(2)}</text>`,
  ].join("");
}
