// The commands that GitHub's runner obeys in a step's log and in its command files, read as the runner reads them:
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs, ActionCommandManager.cs and
// FileCommandManager.cs in src/Runner.Worker.

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

interface Form {
  readonly separator: string;
  readonly escapedInProperties: readonly string[];
  readonly escapedInData: readonly string[];
}

const DOUBLE_COLON: Form = { separator: ",", escapedInProperties: [":", ","], escapedInData: [] };
const HASHES: Form = { separator: ";", escapedInProperties: ["]", ";"], escapedInData: ["]", ";"] };

/**
 * The command in one line of output, or undefined. Two forms exist: `::name key=value::data`, only spaces before it, and
 * the older `##[name key=value]data`, anywhere in the line. Only a name in `known` (lower case) makes a command.
 */
export function parseCommand(line: string, known: ReadonlySet<string>): Command | undefined {
  return (
    parsed(/^\s*::(.*?)::(.*)$/s.exec(line), DOUBLE_COLON, known) ??
    parsed(/##\[(.*?)\](.*)$/s.exec(line), HASHES, known)
  );
}

function parsed(match: RegExpExecArray | null, form: Form, known: ReadonlySet<string>): Command | undefined {
  if (match === null) return undefined;
  const [, info = "", data = ""] = match;
  const [, word = "", rest = ""] = /^([^ ]*) ?(.*)$/s.exec(info) ?? [];
  const name = word.toLowerCase();
  if (!known.has(name)) return undefined;
  const properties = rest.split(form.separator).flatMap((pair) => {
    const [, key, value] = /^\s*([^=]+)=(.+)$/s.exec(pair) ?? [];
    return key === undefined || value === undefined ? [] : [[key, decode(value, form.escapedInProperties)]];
  });
  return { name, properties: Object.fromEntries(properties), data: decode(data, form.escapedInData) };
}

function decode(text: string, escaped: readonly string[]): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return ["\r", "\n", ...escaped, "%"].reduce((result, each) => result.replaceAll(code(each), each), text);
}

/** Name and value pairs of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE. Throws on what fails the step on GitHub. */
export function parsePairs(text: string): Record<string, string> {
  const lines = text.split(process.platform === "win32" ? /\r?\n/ : "\n");
  const pairs: [string, string][] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const [, name = "", operator, rest = ""] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (operator === undefined || name === "") throw new Error(`Invalid format '${line}'`);
    if (operator === "=") {
      pairs.push([name, rest]);
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (rest === "" || end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    pairs.push([name, lines.slice(index + 1, end).join("\n")]);
    index = end;
  }
  return Object.fromEntries(pairs);
}
