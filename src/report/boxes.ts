import { cutMiddle, escapeText } from "./escape.js";
import type { Failure, Notice } from "./facts.js";
import { alert } from "./markdown.js";

const NOTICES_SHOWN = 20;

/** Why a run failed and what to do next, in red; of either at most so many characters, before they are escaped. */
export function errorBox({ message, hint }: Failure, longest = Number.POSITIVE_INFINITY): string {
  return alert("CAUTION", [
    `<b>${escapeText(cutMiddle(message, longest))}</b>`,
    ...(hint === undefined ? [] : [`**Next step:** ${escapeText(cutMiddle(hint, longest))}`]),
  ]);
}

/** Warnings and notes, each kind in its box; undefined without any. */
export function noticeBoxes(notices: readonly Notice[]): string | undefined {
  const boxes = (["warning", "note"] as const)
    .map((level) => {
      const texts = notices.filter((notice) => notice.level === level).map(({ text }) => escapeText(text));
      const shown = texts.slice(0, NOTICES_SHOWN);
      const rest = texts.length - shown.length;
      const all = rest > 0 ? [...shown, `and ${rest} more, in the log`] : shown;
      return all.length === 0 ? undefined : alert(level === "warning" ? "WARNING" : "NOTE", all);
    })
    .filter((box) => box !== undefined);
  return boxes.length === 0 ? undefined : boxes.join("\n\n");
}
