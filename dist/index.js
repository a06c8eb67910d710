import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 298:
/***/ ((module) => {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'

// The characters that carry a meaning of their own inside a regular
//   expression, so a literal one has to be escaped before it is emitted.
const REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/
const BOM = '\uFEFF'
// A run of two or more asterisks is a globstar (#175)
const REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const DOUBLE_SLASH = '//'
const SLASH_CODE = 47
const DOT_CODE = 46


const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const RETURN_FALSE = () => false

// > The range notation, e.g. [a-zA-Z],
// > can be used to match one of the characters in a range.
//
// gitignore(5) defers to fnmatch(3) for this, and git implements it in
//   `wildmatch.c`.  A bracket expression has a sub-grammar of its own, which
//   is neither the surrounding pattern grammar nor the JavaScript one:
//
//   - a `]` right after `[` or `[!` is a literal member, not the terminator
//   - `[:alpha:]` names one of twelve POSIX classes
//   - `\` escapes the next member, `]` included
//   - `*`, `?` and `.` are plain literal members
//   - an unterminated expression makes the whole pattern match nothing
//
// which means the expression can not be located -- let alone translated -- by
//   a regular expression.  It is scanned out of the pattern before the
//   replacers below run, and put back once they are done, so that neither the
//   metacharacter escaper nor the `?` / `*` replacers ever see its body.

// git classifies with its own ASCII-only ctype macros (`wildmatch.c`), never
//   with the C library ones, so these must not be mapped onto `\d` / `\w` /
//   `\s`, which are wider.  `/` is left out of every expansion, because a
//   bracket expression never matches a path separator.
const POSIX_CLASSES = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-.0-~',
  lower: 'a-z',
  print: ' -.0-~',
  punct: '!-.:-@\\[-`{-~',
  // git's `sane-ctype.h` classifies \v and \f as control, not space,
  //   unlike C's `isspace`
  space: ' \\t\\n\\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f'
}

const CLASS_MEMBERS_TO_ESCAPE = '\\]^-['

const escapeMember = char => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0
  ? char
  : ESCAPE + char

// > if (matched == negated || ((flags & WM_PATHNAME) && text_ch == '/'))
// >   return WM_ABORT_TO_STARSTAR;                     (git, `wildmatch.c`)
// A bracket expression never matches a path separator, whatever its members
//   say, so a negated class gets `/` as one more excluded character, while a
//   plain one -- where a literal member or a range could still let `/` in --
//   is guarded with a lookahead, `/` being impossible to subtract from a
//   JavaScript character class.
const NON_SLASH = '(?!\\/)'

const classSource = (negated, body) => {
  if (negated) {
    return `[^\\/${body}]`
  }

  const source = `[${body}]`

  return new RegExp(source).test('/')
    ? NON_SLASH + source
    : source
}

// Scan the bracket expression that starts at `pattern[start] === '['`,
//   mirroring the member loop of git's `wildmatch.c`.
// @returns {{end: number, source: string} | null} `null` if the expression is
//   never terminated, which makes the whole pattern match nothing.
const scanBracket = (pattern, start) => {
  const {length} = pattern
  let index = start + 1
  let negated = EMPTY

  const lead = pattern[index]
  if (lead === '!' || lead === '^') {
    negated = '^'
    index ++
  }

  let body = EMPTY

  // The member a `-` could start a range from, or EMPTY when the previous
  //   member can not open one (start of the body, or a range / POSIX class
  //   that has just closed)
  let prev = EMPTY

  // git scans the members with a do-while, so the first one is consumed
  //   unconditionally.  That is the whole reason a leading `]` is a member
  //   and not the terminator.
  for (;;) {
    const char = pattern[index]

    if (char === UNDEFINED) {
      return null
    }

    if (char === ESCAPE) {
      // A pattern can not end on a lone backslash -- `createRule` has
      //   already thrown it away -- so there is a character to read.
      const escaped = pattern[++ index]
      body += escapeMember(escaped)
      prev = escaped
    } else if (
      char === '-'
      && prev
      && index + 1 < length
      && pattern[index + 1] !== ']'
    ) {
      index ++
      let to = pattern[index]
      if (to === ESCAPE) {
        to = pattern[index += 1]
      }
      // An out-of-order range matches nothing in git but is a syntax error in
      //   JavaScript, so it is dropped.  Its lower bound stays: git tests it
      //   as a plain member before it ever looks at the `-`, so `[c-a]` does
      //   match `c`.
      if (prev <= to) {
        body += `-${escapeMember(to)}`
      }
      prev = EMPTY
    } else if (char === '[' && pattern[index + 1] === ':') {
      const nameStart = index + 2
      let end = nameStart
      while (end < length && pattern[end] !== ']') {
        end ++
      }

      if (end === length) {
        return null
      }

      if (end > nameStart && pattern[end - 1] === ':') {
        const name = pattern.slice(nameStart, end - 1)

        // An unknown class name makes the whole pattern match nothing
        if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
          return null
        }

        body += POSIX_CLASSES[name]
        prev = EMPTY
        index = end
      } else {
        // No `:]` to close it, so the `[` is a plain member and scanning
        //   resumes right after it.
        body += escapeMember('[')
        prev = '['
        index = nameStart - 2
      }
    } else {
      body += escapeMember(char)
      prev = char
    }

    index ++

    if (pattern[index] === ']') {
      return {
        end: index,
        source: classSource(negated, body)
      }
    }
  }
}

// An empty JavaScript class can never match, which is how a pattern that git
//   gives up on (`WM_ABORT_ALL`) is expressed here.
const NEVER_MATCH = '[]'

// A NUL can appear in neither a `.gitignore` line nor a path, which makes it
//   the one safe placeholder character.  A literal one in the pattern is
//   held aside all the same, so a collision is impossible by construction.
const PLACEHOLDER = '\u0000'
const REGEX_RESTORE_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g'
)

// The one wildcard the chain does not expand for itself is a trailing `*`. How
//   it expands depends on the mode (`regex` vs `checkRegex`), so `_make` is
//   left to do it, and until then the pending wildcard travels as this marker.
//   That is what keeps it apart from a user-escaped literal `\*`: the unescape
//   steps collapse the escaped one to the exact `\*` a wildcard would leave
//   behind, so by the time `_make` runs the two are otherwise the same string
//   and a literal star gets wrongly rewritten into a wildcard. The marker is a
//   private-use character, and `extractBrackets` keeps one that came out of the
//   pattern apart from it, so the only marker `_make` ever turns back into a
//   real wildcard is the one this chain put there itself.
const TRAILING_WILDCARD = '\uE000'

// A trailing "/**" is deferred the same way, because `checkRegex` has to tell
//   it apart from a trailing "/*" (see `checkSourceOf`). For `.ignores()` it
//   still never matches the folder itself (#21).
const TRAILING_DOUBLESTAR = '\uE001'

// The three characters above mean something to the chain that builds the
//   source rather than to the path, so one that came out of the pattern is
//   held aside like a bracket expression instead of going straight out. Being
//   held is what makes it safe: the restore runs after the step that anchors
//   the source, so the character comes back in the middle of the source and
//   not at its end, which is the one place `_make` and `checkSourceOf` look
//   for a marker. Without it a pattern's own character lands where a pending
//   marker sits, and `_make` turns it into a real trailing wildcard.
//
// It is held as a one-member class rather than bare, in both of the branches
//   a reserved character can reach, so that the property can be
//   read off this function alone -- a reserved character never goes out on
//   its own -- rather than depending on where in the chain the restore
//   happens to run. In the expression built here `[x]` matches exactly what
//   `x` matches, none of the three being special to a regular expression or
//   inside a class, so no test can tell the two apart: the class is insurance,
//   and the paragraph above is the reason it is not needed.
const isReserved = char =>
  char === PLACEHOLDER
  || char === TRAILING_WILDCARD
  || char === TRAILING_DOUBLESTAR

// Replace every bracket expression with a placeholder the replacers below
//   leave alone, and translate it separately.
const extractBrackets = pattern => {
  const sources = []
  const hold = source =>
    `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`

  const {length} = pattern
  let out = EMPTY
  let index = 0

  while (index < length) {
    const char = pattern[index]

    if (char === ESCAPE) {
      // > Put a backslash ("\") in front of ... a character to make it literal.
      //                                            (gitignore(5) -> fnmatch(3))
      // A backslash quotes the next character, whatever it is, so `\d` is a
      //   literal `d`, not the regex digit class, and `\?` is a literal `?`,
      //   not a wildcard. Held aside as its literal here, the escape never
      //   reaches the replacers below, which would otherwise let `\d`, `\b`,
      //   `\1`, `\/` keep their regular-expression meaning, and would turn a
      //   `\?` into `[^\/]`.
      //
      // Three escapes are still left for the chain: `\*` (a literal star,
      //   told apart from a wildcard by `TRAILING_WILDCARD` and the wildcard
      //   replacers), `\[` (a literal bracket, the one `[` the bracket
      //   replacer still expects), and `\ ` (a quoted space, which one pass
      //   below rewrites in bulk -- holding each one aside instead costs more
      //   on a pattern built out of them).
      //
      // A quoted backslash is not among them. The chain doubles every
      //   backslash, then takes the doubling back out again, and a quoted one
      //   standing next to a character the chain also escapes left the two
      //   counts sharing a run, so one of the escapes was lost. Held here as
      //   the literal it means, it never joins that run.
      const escaped = pattern[index + 1]

      if (escaped === SLASH && index + 2 === length) {
        // Git removes a final directory slash before matching. An escape
        //   without a character after that removal makes the pattern invalid.
        out += hold(NEVER_MATCH)
      } else if (
        escaped === '*'
        || escaped === '['
        || escaped === SPACE
      ) {
        out += pattern.slice(index, index + 2)
      } else {
        out += hold(
          REGEX_LITERAL_SPECIAL.test(escaped)
            ? ESCAPE + escaped
            : isReserved(escaped)
              ? `[${escaped}]`
              : escaped
        )
      }

      index += 2
    } else if (isReserved(char)) {
      out += hold(`[${char}]`)
      index ++
    } else if (char === '[') {
      const scanned = scanBracket(pattern, index)

      if (scanned === null) {
        // git gives up on the whole pattern (`WM_ABORT_ALL`), so whatever
        //   follows can not make it match either.
        out += hold(NEVER_MATCH)
        index = length
      } else {
        out += hold(scanned.source)
        index = scanned.end + 1
      }
    } else {
      out += char
      index ++
    }
  }

  return {
    source: out,
    sources
  }
}

// A step of the chain below is normally a `[matcher, replacer]` pair handed
//   to `String.replace`. `DIRECT` marks the ones that are plain string work
//   instead, and take `(source, pattern)`.
//
// Anchoring the two ends is exactly that -- a test of one character and a
//   concatenation -- and putting it through the regular expression engine
//   cost a third of this chain for nothing: 167ns where 10ns does the same
//   job. The two are still steps in the same list, in the same places,
//   because their position in the order is part of what they mean.
const DIRECT = null

// A separator at the beginning or in the middle of a pattern, as opposed to
//   one at the very end.
const REGEX_INNER_SLASH = /\/(?!$)/
const WILDCARD = '[^\\/]*'

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
// The chain that turns one gitignore pattern into a regular expression
//   source, in order. A step is either
//
//   [matcher, replacer]            handed to `String.replace`
//   [matcher, replacer, required]  the same, but skipped outright unless
//                                    `required` appears in the string, which
//                                    the matcher cannot match without
//   [DIRECT, transform]            plain string work, taking (source, pattern)
//
// The `required` character is only ever a shortcut: finding it does not mean
//   the matcher will match, and not finding it means it cannot. It is there
//   because scanning for one character costs a fraction of running a matcher
//   that then finds nothing -- for the wildcard step, whose `[^\\]+`
//   backtracks its way through the whole string before giving up, 11ns
//   against 400ns.
const REPLACERS = [

  // Replace (\ ) with ' '
  // Only a space: an escaped tab or other whitespace is already a literal by
  //   the time it reaches here, and a bare tab must be left as one, not turned
  //   into a space.
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    // A run of backslashes is taken whole, from its first one, so no match
    //   ever starts again inside it -- `(\\+?) ` did, which made a long run
    //   quadratic.
    /(\\+)( ?)/g,
    (_, run, space) => space
      ? run.slice(0, run.length - run.length % 2) + SPACE
      : run,
    ESCAPE + SPACE
  ],

  // git's wildmatch() reads a run of two or more asterisks as one globstar
  //   whenever the run fills a path segment: it starts the pattern or follows
  //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
  //   already `**`; a longer one is folded into `**` here, so the steps
  //   below only ever have to know `**`.
  // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
  // git also takes a run beside a literal prefix (`a***/b`) or beside an
  //   escaped slash (`***\/b`) as a globstar, and this does not; the README
  //   lists both, under "A run of asterisks".
  [
    /(^|\/)\*{3,}(?=\/|$)/g,
    (_, start) => `${start}**`,
    '*'
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]',
    '?'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^',
    SLASH
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/',
    SLASH
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*(?:\\\*\\\*\\\/)+/,

    // '**/foo' <-> 'foo'
    () => '(?:^|\\/)',
    '*'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    DIRECT,
    (source, pattern) => {
      // Nothing to anchor to, or already anchored (`^` or `(?:^|\/)`)
      if (!source || source[0] === '^' || source[0] === '(') {
        return source
      }

      // If has a slash `/` at the beginning or middle
      const anchor = !REGEX_INNER_SLASH.test(pattern)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'

      return anchor + source
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/ at the end of the pattern, i.e. a trailing `'/**/'`
      // > A trailing `"/**/"` (a trailing `"/**"` restricted to directories)
      // >   matches everything inside, but it should not match the current
      // >   folder itself, so it requires at least one directory segment.
      // 'a/**/' matches 'a/b/', 'a/x/y/' but not 'a/'
      ? str.slice(index + 6) === '\\/'
        ? '(?:\\/[^\\/]+)+'

        // case: /**/
        // > A slash followed by two consecutive asterisks then a slash matches
        // >   zero or more directories.
        // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
        // '/**/'
        : '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder,
      //   resolved by `_make`
      : `\\/${TRAILING_DOUBLESTAR}`,
    '*'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\])(?:\\\*)+(?!$)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    // 1. An asterisk "*" matches anything except a slash.
    // 2. Other consecutive asterisks are considered regular asterisks
    //    and collapse into one non-slash wildcard run.
    (_, p1) => p1 + WILDCARD,
    '*'
  ],

  // trailing wildcard, held apart from a literal star
  [
    // The step above leaves a trailing `*` alone, so a single `\*` is all that
    //   can be left at the end here, and what stands in front of it says which
    //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
    //   nothing before it; a literal arrives as the user's own escape, which
    //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
    //   There is no third case: every backslash still reaching the chain is
    //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
    //   own character, so a longer run can never form. This runs while the
    //   two are still distinct, before the unescape steps below collapse the
    //   literal onto the very `\*` a wildcard leaves behind.
    /(^|[^\\])((?:\\\\)*)\\\*$/,

    (match, p1, p2) =>
      p2 === EMPTY
        // A real wildcard: carry it to `_make` as the marker, so the unescape
        //   steps and the trailing-wildcard rewrite can never mistake it for a
        //   literal `\*` (nor the reverse).
        ? p1 + TRAILING_WILDCARD
        // A literal star: leave it exactly as it stands for the unescape steps.
        : match,
    '*'
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // Every real bracket expression -- POSIX classes included -- has already
    //   been held aside by `extractBrackets`, so the only `[` left in the
    //   pattern is an escaped, literal one.

    // A backslash could only stand at the end of the range if it quoted the
    //   `]`, and `\]` is held aside long before this.
    /\\\[([^\]/]*?)($|\])/g,

    // '\\[bar]' -> '\\\\[bar]'
    (match, range, close) => `\\[${range}${close}`,
    '['
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    DIRECT,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    source => {
      const last = source[source.length - 1]

      // The pattern is empty, or ends in a pending marker `_make` owns --
      //   the trailing wildcard, or a trailing "/**". A trailing `*` that is
      //   not the marker is a literal star, which anchors like any other
      //   final character.
      if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
        return source
      }

      return last === SLASH
        // foo/ will not match 'foo'
        ? `${source}$`
        // foo matches 'foo' and 'foo/'
        : `${source}(?=$|\\/$)`
    }
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const replaceTrailingWildcard = (_, p1) => {
  const prefix = p1
    // '\^':
    // '/*' does not match EMPTY
    // '/*' does not match everything

    // '\\\/':
    // 'abc/*' does not match 'abc/'
    ? `${p1}[^/]+`

    // 'a*' matches 'a'
    // 'a*' matches 'aa'
    : '[^/]*'

  return `${prefix}(?=$|\\/$)`
}

const REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/

// 'abc/**' matches everything under 'abc', but not 'abc/' itself (#21):
//   requiring one arbitrary character (line terminators included, #176)
//   after 'abc/' is necessary and sufficient for `.test(path)`.
const replaceTrailingDoublestar = () => '[\\s\\S]'

// The fixed piece between the wildcard at `at` and the next wildcard of the
//   run: the tokens that separate them, joined as they appear in the source.
//   A run never holds two wildcards in a row, so there is always at least one
//   token.
const separatorAfter = (run, at) => {
  let separator = EMPTY

  for (let index = at + 1; index < run.length && !run[index].wildcard; index ++) {
    separator += run[index].single
  }

  return separator
}

// Where a run of non-slash wildcards is split by fixed pieces --
//   `[^/]*ab[^/]*cd...` -- the engine has many equivalent ways to lay the
//   input across the wildcards, and on input that does not match it works
//   through all of them, so the time grows with the number of wildcards
//   rather than the length of the path. Every wildcard but the last in such a
//   run can be pinned to stop where the piece after it begins, which leaves
//   one way to lay out the input and no rewinding, without changing which
//   paths match: the fixed pieces still bound the count, and the last
//   wildcard still absorbs the rest.
//
// A wildcard is pinned to the whole piece, never to the piece's first
//   character. The pin leaves no way back, so a wildcard that stopped at that
//   first character would hand over wherever the character happens to turn
//   up, including the places the rest of the piece cannot follow -- which is
//   how `f*o/*/*` came to miss `foo/b/c`, the first `o` of `foo` not being
//   the one the `o/` after it needs. Every token of a piece matches exactly
//   one character, so the first place the whole piece fits is the leftmost
//   place it can sit, and whatever is left over goes to the wildcards that
//   follow.
//
// The source is read one token at a time -- a wildcard, a single-character
//   piece (a literal, an escape, a class), or a parenthesised group or anchor
//   that ends the run -- so only a genuine wildcard is touched.
const pinWildcards = source => {
  if (source.indexOf(WILDCARD) < 0) {
    return source
  }

  const tokens = []
  const {length} = source
  let index = 0

  while (index < length) {
    const char = source[index]

    if (source.startsWith(WILDCARD, index)) {
      tokens.push({wildcard: true})
      index += WILDCARD.length
    } else if (char === '[') {
      let end = index + 1

      if (source[end] === '^') {
        end ++
      }

      if (source[end] === ']') {
        end ++
      }

      while (end < length && source[end] !== ']') {
        end += source[end] === ESCAPE
          ? 2
          : 1
      }

      end ++
      tokens.push({single: source.slice(index, end)})
      index = end
    } else if (char === ESCAPE) {
      tokens.push({single: source.slice(index, index + 2)})
      index += 2
    } else if (char === '(') {
      let depth = 0
      let end = index

      do {
        if (source[end] === ESCAPE) {
          end ++
        } else if (source[end] === '(') {
          depth ++
        } else if (source[end] === ')') {
          depth --
        }

        end ++
      } while (end < length && depth > 0)

      if ('*+?'.indexOf(source[end]) >= 0) {
        end ++
      }

      tokens.push({boundary: source.slice(index, end)})
      index = end
    } else if (char === '^' || char === '$') {
      tokens.push({boundary: char})
      index ++
    } else {
      tokens.push({single: char})
      index ++
    }
  }

  let out = EMPTY
  let run = []

  const flush = () => {
    let lastWildcard

    run.forEach((token, at) => {
      if (token.wildcard) {
        lastWildcard = at
      }
    })

    run.forEach((token, at) => {
      if (!token.wildcard) {
        out += token.single
        return
      }

      // Every wildcard but the last is pinned to the whole piece that
      //   follows it, for the reason set out above this function. The last
      //   one stays as it is and takes up the rest.
      out += at === lastWildcard
        ? WILDCARD
        : `(?:(?!${separatorAfter(run, at)})[^\\/])*`
    })

    run = []
  }

  tokens.forEach(token => {
    if (token.boundary === undefined) {
      run.push(token)
      return
    }

    flush()
    out += token.boundary
  })

  flush()

  return out
}

// @param {pattern}
const makeRegexPrefix = pattern => {
  // `/**` matches every path, as `**` does. The translation below only finds
  //   a globstar beside a slash it keeps, and the leading one is turned into
  //   an anchor, so `/**` would come out as `/*` and match one level only.
  //   Here rather than in `createRule`, so that `checkSourceOf`, which
  //   compiles `/**/` again without its trailing slash, gets it too.
  if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
    pattern = '**'
  }

  const {source, sources} = extractBrackets(pattern)

  const replaced = REPLACERS.reduce(
    // A pass whose matcher finds nothing hands back the very string it was
    //   given, so asking first costs a search and saves a rewrite. Ten of the
    //   fifteen passes never fire for a typical .gitignore line, and between
    //   them they were 45% of this chain.
    (prev, [matcher, replacer, required]) => {
      if (matcher === DIRECT) {
        return replacer(prev, pattern)
      }

      if (required !== UNDEFINED && prev.indexOf(required) < 0) {
        return prev
      }

      // A pass whose matcher finds nothing hands back the very string it was
      //   given, so asking first costs a search and saves a rewrite.
      return matcher.test(prev)
        ? prev.replace(matcher, replacer.bind(pattern))
        : prev
    },
    source
  )

  // Most patterns hold no bracket expression at all, and then there is
  //   nothing to put back.
  return sources.length
    ? replaced.replace(
      REGEX_RESTORE_PLACEHOLDER,
      (match, index) => sources[index]
    )
    : replaced
}

// `checkRegex` tests a path with a trailing slash, 'abc/', the way
//   `git check-ignore` matches that literal string once the directory itself
//   is known not to be excluded (see `checkIgnore`): a trailing '/' of the
//   pattern is dropped, a basename pattern sees an empty basename, and only a
//   pattern whose last segment is a pending wildcard can match what is left
//   after the final slash -- 'abc/*' and 'abc/**' match 'abc/', and 'abc/**'
//   also matches 'abc/d/' (#77, #169).
const checkSourceOf = (body, prefix) => {
  if (body[body.length - 1] === SLASH) {
    prefix = makeRegexPrefix(body.slice(0, - 1))
  }

  const head = prefix.slice(0, - 1)
  const last = prefix[prefix.length - 1]

  return last === TRAILING_WILDCARD
    ? `${head}$`
    : last === TRAILING_DOUBLESTAR
      ? head
      : NEVER_MATCH
}

// A trailing slash does not stop a pattern being basename-only: it restricts
//   the match to a directory, it does not let the pattern reach across one.
//   Everything else a pattern can hold -- a wildcard, a character class, an
//   escape -- stays inside a single path segment too, so a pattern with no
//   separator in it can only ever describe the last one.
const matchesBasename = body => {
  const index = body.indexOf(SLASH)

  return index < 0 || index === body.length - 1
}

// The last segment of a path, keeping a trailing slash, because a pattern that
//   ends in one matches only a directory.
// 'a/b/c.js' -> 'c.js';  'a/b/' -> 'b/';  'c.js' -> 'c.js' (no copy made)
const basenameOf = path => {
  const end = path.length - 1

  const index = path.lastIndexOf(
    SLASH,
    path[end] === SLASH
      ? end - 1
      : end
  )

  return index < 0
    ? path
    : path.slice(index + 1)
}

// The parent directory of a path, with its trailing separator, or EMPTY when
//   the path has none.
// 'a/b/c' -> 'a/b/';  'a/b/' -> 'a/';  'a' -> EMPTY;  'a/' -> EMPTY
//
// A path holding an empty segment has to be taken apart, because its
//   ancestors are not prefixes of it: the parent of 'a//b' is 'a/', not
//   'a//', and the parent of '/a/' is nothing at all. Both shapes reach here
//   -- 'a//b' is accepted outright, and `checkIgnore` does not put the path
//   it is given through the relative-path check.
//
// Every other path is a prefix of itself, and cutting one costs a fraction of
//   splitting it into an array and joining that back at every level: 73ns
//   against 207ns.
const parentOf = path => {
  if (
    path.charCodeAt(0) === SLASH_CODE
    || path.indexOf(DOUBLE_SLASH) >= 0
  ) {
    const slices = path.split(SLASH).filter(Boolean)

    slices.pop()

    return slices.length
      ? slices.join(SLASH) + SLASH
      : EMPTY
  }

  const end = path.length - 1

  // Look back from before a trailing separator, since that one belongs to the
  //   path itself.
  //
  // A negative place to start would be a trap here: `lastIndexOf` clamps one
  //   to 0 and searches there rather than reporting no match, so '/' would
  //   come back as its own parent and the walk would never end. It cannot
  //   happen -- that is the only path short enough to produce one, and the
  //   test above has already sent it the other way.
  const cut = path.lastIndexOf(
    SLASH,
    path.charCodeAt(end) === SLASH_CODE
      ? end - 1
      : end
  )

  return cut < 0
    ? EMPTY
    : path.slice(0, cut + 1)
}

const isString = subject => typeof subject === 'string'

// Blank lines, comments and trailing lone backslashes are told by
//   `createRule`, once the pattern is normalized.
const checkPattern = pattern => pattern
  && isString(pattern)

// Git drops one CR before each LF, and one at the end of a final line that
//   has no LF after it.
const splitPattern = pattern => (
  pattern[pattern.length - 1] === '\r'
    ? pattern.slice(0, - 1)
    : pattern
)
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  // Worked out on first use and kept behind an own property, the way `regex`
  //   caches itself in `_regex`. Deciding it in the constructor instead would
  //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
  //   every compile -- including the compiles of rules that are never matched
  //   against anything.
  get _basenameOnly () {
    return define(this, '_basenameOnly', matchesBasename(this.body))
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = pinWildcards(
      mode === MODE_IGNORE
        ? this.regexPrefix
        .replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard)
        .replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar)
        : checkSourceOf(this.body, this.regexPrefix)
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const hasTrailingBackslash = str => {
  let count = 0

  while (str[str.length - count - 1] === ESCAPE) {
    count ++
  }

  return count % 2 === 1
}

// Read a line the way git does: when `stripLineEnd` is set (an unsplit array
//   or object pattern), drop any trailing blank lines along with the LF
//   before each and at most one CR at the end of the line; then trim trailing
//   spaces in the same backward pass. Git trims spaces only, and a space
//   escaped by an odd run of backslashes stays, unescaped, as the last one.
// Scanned from the end: a regular expression can only try each start in
//   turn, which is quadratic over a long run of spaces or backslashes.
// 'a  ' -> 'a';  'a\ ' -> 'a ';  'a\\ ' -> 'a\\';  'a\t' -> 'a\t'
// 'a\r\n' -> 'a';  'a\r\r' -> 'a\r';  'a\n\r' -> 'a'
const trimEnd = (body, stripLineEnd) => {
  let lineEnd = body.length
  let end

  for (;;) {
    if (stripLineEnd && body[lineEnd - 1] === '\r') {
      lineEnd --
    }

    end = lineEnd

    while (body[end - 1] === SPACE) {
      end --
    }

    if (!stripLineEnd || body[end - 1] !== '\n') {
      break
    }

    lineEnd = end - 1
  }

  if (end === lineEnd) {
    return body.slice(0, lineEnd)
  }

  let backslashes = 0

  while (body[end - backslashes - 1] === ESCAPE) {
    backslashes ++
  }

  return backslashes % 2
    ? body.slice(0, end - 1) + SPACE
    : body.slice(0, end)
}

const createRule = (
  pattern,
  mark,
  ignoreCase,
  stripLineEnd,
  stripBOM
) => {
  // Git drops a BOM before it reads the first line, so before anything else.
  let body = stripBOM && pattern[0] === BOM
    ? pattern.slice(1)
    : pattern

  // > A line starting with # serves as a comment.
  if (body[0] === '#') {
    return
  }

  let negative = false

  // > An optional prefix "!" which negates the pattern;
  if (body[0] === '!') {
    negative = true
    body = body.slice(1)
  }

  // Normalize the body before checking which slashes anchor the pattern.
  //   Otherwise `bar/ ` is mistaken for a pattern containing an inner slash.
  //   A line from `splitPattern` has already lost its line ending, so only a
  //   trailing space remains to trim there.
  const last = body[body.length - 1]

  if (
    last === SPACE
    || stripLineEnd && (last === '\r' || last === '\n')
  ) {
    body = trimEnd(body, stripLineEnd)
  }

  // > A blank line matches no files, so it can serve as a separator for
  // >   readability.
  // Nor does a lone "!", a pattern ending on an unpaired backslash, or
  //   anything else left empty here: an empty pattern would compile to a
  //   regex matching every path.
  if (!body || hasTrailingBackslash(body)) {
    return
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []

    // How many of the rules git would tag `EXC_FLAG_NODIR`.
    //
    // The scan uses it to decide, once for the whole set, whether handing
    //   those rules the basename is worth what it costs the others. The
    //   shortcut saves a full-path scan on every rule it applies to and costs
    //   a check on every rule it does not, so a set where almost nothing is
    //   basename-only comes out behind -- a 955 pattern set with 44 of them
    //   measured 19% slower with the shortcut always on.
    //
    // Deciding this by measurement rather than by meaning is safe: a
    //   basename-only pattern gives the very same answer against the whole
    //   path, it just takes longer to say so. The choice can only change how
    //   fast the scan runs, never what it returns.
    this._basenameCount = 0
  }

  _add (pattern, index) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._basenameCount += pattern._rules._basenameCount
      this._added = true
      return
    }

    const isStr = isString(pattern)
    const raw = isStr
      ? pattern
      : pattern.pattern

    const rule = checkPattern(raw)
      && createRule(
        raw,
        isStr ? UNDEFINED : pattern.mark,
        this._ignoreCase,
        !this._split,
        this._stripBOM && !index
      )

    if (rule) {
      this._added = true
      this._rules.push(rule)

      // Deliberately not `rule._basenameOnly`: reading that would materialise
      //   the rule's own copy, and the whole point of leaving it lazy is that
      //   a rule which is compiled and never matched never pays for it.
      if (matchesBasename(rule.body)) {
        this._basenameCount ++
      }
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false
    this._split = isString(pattern)
    this._stripBOM = !this._split || pattern[0] === BOM

    makeArray(
      this._split
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    if (this._added) {
      this._literalRules = UNDEFINED
    }

    return this._added
  }

  // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
  //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
  //   are left out once, rather than tested or compiled for every path.
  testLiteral (path) {
    const rules = this._literalRules || (
      this._literalRules = this._rules.filter(
        ({body}) => body[body.length - (
          body[body.length - 1] === SLASH ? 2 : 1
        )] === '*'
      )
    )

    let ignored = false
    let unignored = false
    let matchedRule

    for (let index = rules.length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule.checkRegex.test(path)) {
        ignored = !rule.negative
        unignored = rule.negative
        matchedRule = rule.negative
          ? UNDEFINED
          : rule
        break
      }
    }

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }

  // Test one single path without recursively checking parent directories
  //
  // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult}
  test (path, mode) {
    // Most of a .gitignore is patterns with no slash in them, and running
    //   those against the whole path makes the regular expression engine walk
    //   every directory name on the way to the only segment that could match.
    //   Handing them the basename instead is what git does, and it is where
    //   the time in a directory walk goes: the rule scan was two thirds of it.
    const rules = this._rules
    const {length} = rules

    const shortcut = this._basenameCount * 2 >= length

    const basename = shortcut
      ? basenameOf(path)
      : path

    // The last rule to match decides, as in git, and it is the rule
    //   `git check-ignore -v` reports, so the scan runs from the end and stops
    //   at the first match.
    // A plain loop rather than `forEach`, so that `path`, `basename` and
    //   `shortcut` are locals. As a callback they became closure variables,
    //   and reaching for one of those once per rule cost 10% of a scan over a
    //   large rule set -- more than the shortcut they were there to serve.
    for (let index = length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule[mode].test(
        shortcut && rule._basenameOnly
          ? basename
          : path
      )) {
        const {negative} = rule

        const ret = {
          ignored: !negative,
          unignored: negative
        }

        if (!negative) {
          ret.rule = rule
        }

        return ret
      }
    }

    return {
      ignored: false,
      unignored: false
    }
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

// > pathname should be a `path.relative()`d one
//
// The same thing `REGEX_TEST_INVALID_PATH` says, spelled out: a path is not
//   relative if it begins with a separator, or with `./` or `../`, or is
//   nothing but `.` or `..`. Every match is decided by the first three
//   characters, and this runs on every path handed to the library -- where it
//   was 55% of a cached lookup, more than the cache lookup itself.
const isNotRelative = path => {
  const first = path.charCodeAt(0)

  if (first === SLASH_CODE) {
    return true
  }

  if (first !== DOT_CODE) {
    return false
  }

  // '.'
  if (path.length === 1) {
    return true
  }

  const second = path.charCodeAt(1)

  // './'
  if (second === SLASH_CODE) {
    return true
  }

  if (second !== DOT_CODE) {
    return false
  }

  // '..' or '../'
  return path.length === 2 || path.charCodeAt(2) === SLASH_CODE
}

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


const convertPath = target =>
  isString(target) && checkPath.convert(target)


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, path) {
    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return path
      ? this._t(path, cache)
      : {
        ignored: false,
        unignored: false
      }
  }

  checkIgnore (target) {
    // A Windows path is converted first, so that a directory given with a
    //   trailing separator, `\` or `/`, is told the same way
    const path = convertPath(target)

    // If the path does not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
      return this._test(target, this._testCache, path)
    }

    // Like `git check-ignore`: a directory excluded by itself or by an
    //   ancestor settles it, and only then is the literal 'abc/' matched
    //   against the rules (see `checkSourceOf`).
    const dir = this._t(path, this._testCache)

    if (dir.ignored) {
      return dir
    }

    const literal = this._rules.testLiteral(path)

    return literal.ignored || literal.unignored
      ? literal
      : dir
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache
  ) {
    if (path in cache) {
      return cache[path]
    }

    const parentPath = parentOf(path)

    // If the path contains a parent directory, check the parent first
    const parent = parentPath
      ? this._t(parentPath, cache)
      : UNDEFINED

    return cache[path] = parent && parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, convertPath(path)).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, convertPath(path))
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(convertPath(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 9327:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 2998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/** GitHub cuts the text of an annotation after so many characters. */
const LONGEST = 4096;
/** A failure as the text of its annotation: sentence and next step. When that is too long, as many whole lines as fit, and where the others are. Pure. */
function annotationOf({ message, hint = "" }) {
    const whole = `${message}${message.includes("\n") ? "\n" : " "}${hint}`.trimEnd();
    if (whole.length <= LONGEST) {
        return whole;
    }
    const end = `\nThe rest is in the log and in the summary. ${hint}`.trimEnd();
    const room = LONGEST - end.length;
    const lineEnd = message.lastIndexOf("\n", room);
    return (lineEnd > 0 ? message.slice(0, lineEnd) : `${message.slice(0, room - 1)}…`) + end;
}


/***/ }),

/***/ 8690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ lastPart),
/* harmony export */   f: () => (/* binding */ withoutQualifier)
/* harmony export */ });
/** The ARN of a function or of a layer, without the version or alias behind it. */
function withoutQualifier(arn) {
    return arn.split(":").slice(0, 7).join(":");
}
/** What an ARN ends in: the number of a version. */
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf(":") + 1);
}


/***/ }),

/***/ 542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pv: () => (/* binding */ createCallLog),
/* harmony export */   di: () => (/* binding */ REQUEST_HANDLER),
/* harmony export */   pE: () => (/* binding */ watchCalls)
/* harmony export */ });
function createCallLog() {
    const calls = new Map();
    let uploadedBytes = 0;
    return {
        count: (operation) => calls.set(operation, (calls.get(operation) ?? 0) + 1),
        uploaded: (bytes) => {
            uploadedBytes += bytes;
        },
        snapshot: () => ({ calls: Object.fromEntries(calls), uploadedBytes }),
    };
}
/**
 * One attempt ends when nothing came or went for so long, in ms: a zip may take as long as a slow line needs, and a
 * server that never answers is noticed.
 */
const REQUEST_HANDLER = { connectionTimeout: 10_000, socketTimeout: 60_000 };
/** Counts what is really sent (the deserialize step lies inside the SDK's retry loop) and names the operation in errors. */
function watchCalls(client, log, prefix = "") {
    const operation = (context) => prefix + (context.commandName ?? "Unknown").replace(/Command$/, "");
    const count = (next, context) => (args) => {
        log.count(operation(context));
        return next(args);
    };
    const nameErrors = (next, context) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            throw error instanceof Error ? Object.assign(error, { operation: operation(context) }) : error;
        }
    };
    const stack = client.middlewareStack;
    stack.add(count, { step: "deserialize", name: "countAttempts" });
    stack.add(nameErrors, { step: "initialize", name: "nameErrors" });
}


/***/ }),

/***/ 8115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   F2: () => (/* binding */ unlessMissing),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   MT: () => (/* binding */ awsFailure),
/* harmony export */   XK: () => (/* binding */ unlessHidden),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   p_: () => (/* binding */ isCredentials)
/* harmony export */ });
/** Reads an error of the SDK; undefined when the error did not come from a call to AWS. */
function awsFailure(error) {
    if (!(error instanceof Error) || !("operation" in error) || typeof error.operation !== "string") {
        return undefined;
    }
    const { $metadata } = error;
    return {
        name: error.name,
        message: error.message,
        status: $metadata?.httpStatusCode,
        operation: error.operation,
    };
}
/** True when AWS may or may not have carried the request out: no answer came, or one without meaning. */
function isUnclear(error) {
    const failure = awsFailure(error);
    return failure !== undefined && (failure.status === undefined ? !isCredentials(failure) : failure.status >= 500);
}
/** True when AWS refused because another update of the function is under way. */
function isConflict(error) {
    return awsFailure(error)?.name === "ResourceConflictException";
}
/** True when AWS refused because too many calls were made; the call had no effect. */
function isThrottled(error) {
    const failure = awsFailure(error);
    return failure !== undefined && (failure.status === 429 || failure.name === "ThrottlingException");
}
function isMissing(error) {
    return awsFailure(error)?.status === 404;
}
function isDenied(error) {
    return awsFailure(error)?.status === 403;
}
/** The answer; undefined when AWS has no such thing. */
function unlessMissing(answer) {
    return unless(isMissing, answer);
}
/** The same; undefined also when it may not be read. */
function unlessHidden(answer) {
    return unless((error) => isMissing(error) || isDenied(error), answer);
}
async function unless(isExpected, answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (isExpected(error)) {
            return undefined;
        }
        throw error;
    }
}
/** True when no credentials could be loaded: nothing was sent. */
function isCredentials(failure) {
    return failure.name === "CredentialsProviderError";
}
/** Short values are no secrets worth the name, and hiding each "1" would make an error unreadable. */
const SHORTEST_SECRET = 4;
/** Takes secrets that were sent out of the error that came back. */
async function withoutSecrets(secrets, send) {
    try {
        return await send();
    }
    catch (error) {
        if (error instanceof Error) {
            const hide = (text) => secrets
                .filter(({ length }) => length >= SHORTEST_SECRET)
                .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
                .reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
            error.message = hide(error.message);
            error.stack = hide(error.stack ?? "");
        }
        throw error;
    }
}


/***/ }),

/***/ 3807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ withoutUserinfo),
/* harmony export */   Qi: () => (/* binding */ digestSecrets),
/* harmony export */   s0: () => (/* binding */ hideSecrets),
/* harmony export */   zC: () => (/* binding */ userinfoSecrets)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

// The authority of a URL reaches to the first of / ? #, and the userinfo in it to the last @.
const USERINFO = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/?#]*)@/;
/** The URL without user name and password. */
function withoutUserinfo(url) {
    return url.replace(USERINFO, "$1");
}
/** What of the URL's userinfo must not be shown, as written and decoded: the password, else the user name (tokens stand there). */
function userinfoSecrets(url) {
    const [, scheme = "", userinfo = ""] = USERINFO.exec(url) ?? [];
    const [user = "", ...rest] = userinfo.split(":");
    const password = rest.join(":");
    // git+ssh://git@host is no secret, and masking the word would garble every log.
    const secret = password === "" && !scheme.includes("ssh") ? user : password;
    return [...new Set([secret, decoded(secret)])].filter((text) => text !== "");
}
/** The text with every secret replaced by `***`. */
function hideSecrets(text, secrets) {
    return replaceSecrets(text, secrets, () => "***");
}
/** The text with every secret replaced by a digest of it: another secret gives another text, and none can be read. */
function digestSecrets(text, secrets) {
    return replaceSecrets(text, secrets, (secret) => `<sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(secret).digest("hex")}>`);
}
function replaceSecrets(text, secrets, replacement) {
    const wanted = new Map(secrets.flatMap((secret) => formsOf(secret).map((form) => [form, secret])));
    // The longest first, so that a secret inside another one leaves nothing of it behind.
    return [...wanted]
        .filter(([form]) => form !== "")
        .sort(([a], [b]) => b.length - a.length)
        .reduce((rest, [form, secret]) => rest.replaceAll(form, () => replacement(secret)), text);
}
/** A text as it stands in messages too: in JSON, which quotes users' texts there, and in URLs. */
function formsOf(text) {
    const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD"); // URLs take nothing else
    return [JSON.stringify(text).slice(1, -1), encodeURI(whole), encodeURIComponent(whole), text];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 7830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findDependencies)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __nccwpck_require__(8141);
// EXTERNAL MODULE: ./lib/dependencies/credentials.js
var credentials = __nccwpck_require__(3807);
// EXTERNAL MODULE: ./lib/dependencies/problem.js
var problem = __nccwpck_require__(3246);
;// CONCATENATED MODULE: ./lib/dependencies/collect.js



const MOST_SHOWN = 10;
/** What all lines say together: repeated ones once. Throws one error with every problem. */
function collectDependencies(items) {
    const dependencies = items.flatMap((item) => (item.kind === "path" ? [item.dependency] : []));
    const secrets = [...new Set(items.flatMap((item) => (item.kind === "secret" ? [item.value] : [])))];
    throwProblems([...items.filter((item) => item.kind === "problem"), ...pathConflicts(dependencies)], secrets);
    return {
        files: [...new Set(items.flatMap((item) => (item.kind === "file" ? [item.path] : [])))],
        requirements: requirementsOf(items, "requirements"),
        constraints: requirementsOf(items, "constraints"),
        indexArguments: indexArguments(argumentsOf(items, "index")),
        resolverArguments: unique(argumentsOf(items, "resolver")).sort().flat(),
        pathDependencies: mergePaths(dependencies),
        secrets,
    };
}
function requirementsOf(items, kind) {
    const wanted = items.flatMap((item) => (item.kind === kind ? [item.requirement] : []));
    return [...new Map(wanted.map((requirement) => [requirement.canonical, requirement])).values()];
}
function argumentsOf(items, kind) {
    return items.flatMap((item) => (item.kind === kind ? [item.arguments] : []));
}
// For pip the last --index-url counts; uv takes one only.
function indexArguments(all) {
    const main = all.filter(([flag]) => flag === "--index-url").at(-1) ?? [];
    return [...main, ...unique(all.filter(([flag]) => flag !== "--index-url")).flat()];
}
function unique(all) {
    return [...new Map(all.map((item) => [JSON.stringify(item), item])).values()];
}
/** One path dependency for each directory, with the extras of all its lines. */
function mergePaths(dependencies) {
    return [...new Map(dependencies.map((one) => [one.directory, one])).values()].map((one) => {
        const same = dependencies.filter(({ directory }) => directory === one.directory);
        return { ...one, extras: [...new Set(same.flatMap(({ extras }) => extras))].sort() };
    });
}
function pathConflicts(dependencies) {
    return [...new Set(dependencies.map(({ name }) => name))].flatMap((name) => {
        const same = dependencies.filter((one) => one.name === name);
        const meanings = [
            ...new Set(same.map(({ path, marker }) => (marker === undefined ? path : `${path} ; ${marker}`))),
        ];
        const message = `the path dependency ${(0,problem/* quoted */.TL)(name)} is named in two ways: ${meanings.map(problem/* quoted */.TL).join(" and ")}.`;
        return meanings.length < 2
            ? []
            : [{ kind: "problem", path: same[0]?.path ?? "", message, hint: "Keep one of them." }];
    });
}
function throwProblems(problems, secrets) {
    // Nobody has masked them yet.
    const clean = (text) => (0,credentials/* hideSecrets */.s0)(text, secrets);
    const lines = problems.map(({ path, line, message }) => `${clean((0,problem/* shownPath */.pS)(path))}${line === undefined ? "" : `:${line}`}: ${clean(message)}`);
    const hints = [...new Set(problems.flatMap(({ hint }) => (hint === undefined ? [] : [clean(hint)])))];
    if (lines.length === 0) {
        return;
    }
    const more = lines.length > MOST_SHOWN ? [`and ${lines.length - MOST_SHOWN} more`] : [];
    throw new errors/* ActionError */.l(lines.length === 1
        ? `${lines[0]}`
        : `${lines.length} lines of the dependency files cannot be used:\n- ${[...lines.slice(0, MOST_SHOWN), ...more].join("\n- ")}`, { hint: hints.slice(0, 3).join(" ") || "Correct the dependency files.", code: "requirements" });
}

;// CONCATENATED MODULE: ./lib/dependencies/overlooked.js



const LISTS_PACKAGES = /requirements.*\.(?:txt|in)$|^Pipfile$/i;
const OF_DEVELOPERS = /[-_./](?:dev|development|tests?|lint|docs?|ci)[-_.]/i;
/** Files, relative to the workspace, that look like a list of packages although their name or place is not one that is searched. */
async function overlookedFiles(workspace, directories) {
    const found = await Promise.all([...new Set(directories)].map(listsIn));
    return found.flat().map((file) => (0,paths/* relativePath */.i)(workspace, file));
}
async function listsIn(directory) {
    const [here, below] = await Promise.all([filesIn(directory), filesIn(external_node_path_.join(directory, "requirements"))]);
    const lists = [
        ...here.filter((name) => LISTS_PACKAGES.test(name)),
        ...below.filter((name) => name.endsWith(".txt")).map((name) => `requirements/${name}`),
    ];
    return lists.filter((name) => !OF_DEVELOPERS.test(`/${name}`)).map((name) => external_node_path_.join(directory, name));
}
async function filesIn(directory) {
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
}

// EXTERNAL MODULE: ./lib/parse-json.js
var parse_json = __nccwpck_require__(2807);
// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
// EXTERNAL MODULE: ./lib/dependencies/requirement-line.js + 1 modules
var requirement_line = __nccwpck_require__(3059);
;// CONCATENATED MODULE: ./lib/dependencies/workspace-path.js




/**
 * The real path of `target` (relative to `base`), which exists inside the workspace, also behind symbolic links.
 * Nothing outside the workspace is touched to find that out. `workspace` is a real path.
 */
async function resolveInside(workspace, base, target) {
    const lexical = external_node_path_.resolve(base, target);
    if (target.includes("\0")) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is no path.`);
    }
    if (!(0,paths/* isInside */.F)(workspace, lexical)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is outside the workspace.`, "Name a path inside the repository.");
    }
    const real = await (0,promises_.realpath)(lexical).catch((error) => {
        throw error.code === "ELOOP"
            ? (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is a loop of symbolic links.`)
            : (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} does not exist.`);
    });
    if (!(0,paths/* isInside */.F)(workspace, real)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is a symbolic link out of the workspace.`, "Put the file itself there.");
    }
    return real;
}

;// CONCATENATED MODULE: ./lib/dependencies/project.js







/** Reads the directory's pyproject.toml; throws when there is none or it has no `[project]` with a name. */
async function readProject(workspace, directory) {
    const file = [(0,paths/* relativePath */.i)(workspace, directory), "pyproject.toml"].join("/").replace(/^\.\//, "");
    const real = await resolveInside(workspace, directory, "pyproject.toml").catch(() => {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file)} does not exist.`, "A path dependency needs a pyproject.toml with `[project]`.");
    });
    const document = await parseToml(file, await readShort(file, real));
    const project = table(document.project);
    if (typeof project.name !== "string" || !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(project.name)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file)} has no valid \`name\` in its \`[project]\` table.`, "Add one.");
    }
    return {
        file,
        name: (0,dependencies_name/* normaliseName */.G)(project.name),
        dependencies: strings(project.dependencies),
        extras: new Map(Object.entries(table(project["optional-dependencies"])).map(([extra, lines]) => [
            (0,dependencies_name/* normaliseName */.G)(extra),
            strings(lines),
        ])),
        dynamic: strings(project.dynamic),
        sources: Object.keys(table(table(table(document.tool).uv).sources)).map(dependencies_name/* normaliseName */.G),
    };
}
/** Does the directory's pyproject.toml list `[project].dependencies`? One that cannot be read lists none. */
async function listsDependencies(workspace, directory) {
    try {
        const file = await resolveInside(workspace, directory, "pyproject.toml");
        const { parse } = await __nccwpck_require__.e(/* import() */ 292).then(__nccwpck_require__.bind(__nccwpck_require__, 3292));
        return strings(table(parse(await readShort("pyproject.toml", file)).project).dependencies).length > 0;
    }
    catch {
        return false;
    }
}
/**
 * The requirements of the project itself, with those of its extras; an extra that names others of the project (`all =
 * ["me[a,b]"]`) brings them. Throws when an extra is unknown or only a build would tell the dependencies.
 */
function projectRequirements(project, extras) {
    const field = extras.length === 0 ? ["dependencies"] : ["dependencies", "optional-dependencies"];
    const dynamic = field.find((name) => project.dynamic.includes(name));
    if (dynamic !== undefined) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(project.file)} leaves its ${dynamic} to a build (\`dynamic\`).`, "List them in `[project]`, or in a requirements file.");
    }
    const wanted = new Set(extras);
    // A set that grows while it is walked visits what was added.
    for (const extra of wanted) {
        for (const line of extraLines(project, extra)) {
            for (const other of ownExtras(project, line)) {
                wanted.add(other);
            }
        }
    }
    const lines = [...project.dependencies, ...[...wanted].flatMap((extra) => extraLines(project, extra))];
    return lines.filter((line) => !isOwn(project, line));
}
function extraLines(project, extra) {
    const lines = project.extras.get(extra);
    if (lines === undefined) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(project.file)} has no extra ${(0,problem/* quoted */.TL)(extra)}.`);
    }
    return lines;
}
function ownExtras(project, line) {
    return isOwn(project, line) ? (0,requirement_line/* parseRequirementLine */.vp)(line).extras : [];
}
// Lines of others are not parsed here: what is wrong with them is told by who resolves them.
function isOwn(project, line) {
    const [name = ""] = /^[A-Za-z0-9._-]*/.exec(line.trim()) ?? [];
    return (0,dependencies_name/* normaliseName */.G)(name) === project.name && (0,requirement_line/* parseRequirementLine */.vp)(line).reference === undefined;
}
/** Bytes; the time of parsing grows with their square. */
const LONGEST = 1024 ** 2;
async function readShort(file, real) {
    if ((await (0,promises_.stat)(real)).size > LONGEST) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file)} is larger than 1 MB.`);
    }
    return (0,promises_.readFile)(real, "utf8");
}
async function parseToml(file, text) {
    const { parse } = await __nccwpck_require__.e(/* import() */ 292).then(__nccwpck_require__.bind(__nccwpck_require__, 3292));
    try {
        return parse(text);
    }
    catch (error) {
        const line = error instanceof Error && "line" in error ? ` (line ${error.line})` : "";
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file)} is no valid TOML${line}.`);
    }
}
function table(value) {
    return (0,parse_json/* isObject */.Gv)(value) ? value : {};
}
function strings(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

;// CONCATENATED MODULE: ./lib/dependencies/logical-lines.js
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const COMMENT = /(^|\s)#.*$/;
/**
 * The lines of a requirements file: continuations joined, comments and empty lines gone, in pip's order of steps.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
function logicalLines(text) {
    const lines = [];
    let begun;
    for (const [index, physical] of text.split(LINE_END).entries()) {
        const comment = /^\s*#/.test(physical);
        const number = begun?.number ?? index + 1;
        const before = begun?.text ?? "";
        if (physical.endsWith("\\") && !comment) {
            begun = { number, text: before + withoutBackslashes(physical) };
        }
        else {
            // The blank keeps a comment line a comment after joining: a `#` inside a word is none.
            lines.push({ number, text: before + (comment ? " " : "") + physical });
            begun = undefined;
        }
    }
    if (begun !== undefined) {
        lines.push(begun);
    }
    return lines
        .map(({ number, text }) => ({ number, text: text.replace(COMMENT, "").trim() }))
        .filter(({ text }) => text !== "");
}
// By hand: a pattern for the end of the line would take quadratic time on a hostile one.
function withoutBackslashes(text) {
    let start = 0;
    let end = text.length;
    while (start < end && text[start] === "\\") {
        start += 1;
    }
    while (end > start && text[end - 1] === "\\") {
        end -= 1;
    }
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./lib/dependencies/option-line.js

const withValue = (read) => ({ takesValue: true, read });
const alone = (option) => ({ takesValue: false, option });
const requirement = withValue((path) => ({ kind: "include", role: "requirements", path }));
const constraint = withValue((path) => ({ kind: "include", role: "constraints", path }));
const editable = withValue((target) => ({ kind: "editable", target }));
const indexUrl = withValue((url) => ({ kind: "index", flag: "--index-url", url }));
const findLinks = withValue((place) => ({ kind: "find-links", place }));
// https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-options
const OPTIONS = {
    "-r": requirement,
    "--requirement": requirement,
    "-c": constraint,
    "--constraint": constraint,
    "-e": editable,
    "--editable": editable,
    "-i": indexUrl,
    "--index-url": indexUrl,
    "--pypi-url": indexUrl,
    "--extra-index-url": withValue((url) => ({ kind: "index", flag: "--extra-index-url", url })),
    "-f": findLinks,
    "--find-links": findLinks,
    "--no-index": alone({ kind: "index-flag", arguments: ["--no-index"] }),
    "--trusted-host": withValue((host) => ({
        kind: "index-flag",
        arguments: ["--allow-insecure-host", checkHost(host)],
    })),
    "--pre": alone({ kind: "resolver", arguments: ["--prerelease", "allow"] }),
    "--require-hashes": alone({ kind: "resolver", arguments: ["--require-hashes"] }),
    "--no-binary": withValue((packages) => ({ kind: "source", packages: packageList(packages) })),
    "--hash": withValue((hash) => ({ kind: "hash", hash })),
    // Wheels alone are installed anyway, and features of pip do not concern uv.
    "--only-binary": withValue(() => ({ kind: "nothing" })),
    "--prefer-binary": alone({ kind: "nothing" }),
    "--use-feature": withValue(() => ({ kind: "nothing" })),
};
const REFUSED = {
    "--config-settings": "passes settings to a build from source",
    "--config-setting": "passes settings to a build from source",
    "-C": "passes settings to a build from source",
    "--global-option": "passes options to a build from source",
    "--install-option": "passes options to a build from source",
    "--build-option": "passes options to a build from source",
};
/** Splits a line before its first option: `foo==1 --hash=…` is a requirement with options, `-r file` options alone. */
function splitOptions(line) {
    const start = /(?:^|\s)-/.exec(line)?.index ?? line.length;
    return { subject: line.slice(0, start).trim(), options: line.slice(start).trim() };
}
/** Reads options as pip does; throws for one that is unknown, refused or without its value. */
function parseOptions(text) {
    const options = [];
    let words = splitWords(text);
    while (words.length > 0) {
        const [word = "", ...rest] = words;
        const { name, glued } = splitOption(word);
        const reader = readerOf(name);
        if (!reader.takesValue) {
            if (glued !== undefined) {
                throw (0,problem/* problem */.CC)(`the option ${name} takes no value.`);
            }
            options.push(reader.option);
            words = rest;
        }
        else {
            const taken = glued === undefined ? valueWords(name, rest) : [];
            const value = glued ?? taken.join(" ");
            if (value === "") {
                throw (0,problem/* problem */.CC)(`the option ${name} has no value.`);
            }
            options.push(reader.read(value));
            words = rest.slice(taken.length);
        }
    }
    return options;
}
// `-e name @ url` is the one value that spans words.
function valueWords(name, rest) {
    const end = rest.findIndex((word) => word.startsWith("-"));
    const available = end < 0 ? rest : rest.slice(0, end);
    return name === "-e" || name === "--editable" ? available : available.slice(0, 1);
}
function splitOption(word) {
    const long = /^(--[^=]*)=(.*)$/s.exec(word);
    const short = /^(-[A-Za-z])(.+)$/s.exec(word);
    const [, name = word, glued] = long ?? short ?? [];
    return { name, glued };
}
function readerOf(name) {
    if (Object.hasOwn(REFUSED, name)) {
        throw (0,problem/* problem */.CC)(`the option ${name} ${REFUSED[name]}, which is not supported.`, `Remove ${name}.`);
    }
    const reader = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (reader === undefined) {
        throw name.startsWith("-")
            ? (0,problem/* problem */.CC)(`the option ${(0,problem/* quoted */.TL)(name)} is not supported.`, "Remove it from the file.")
            : (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(name)} does not belong to an option.`);
    }
    return reader;
}
function splitWords(text) {
    const words = text.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
    return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double = "", single = "") => double + single));
}
function packageList(text) {
    return text
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && name !== ":none:");
}
function checkHost(host) {
    if (!/^[A-Za-z0-9*[][A-Za-z0-9.*:[\]-]*$/.test(host)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(host)} is no host name.`);
    }
    return host;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./lib/dependencies/reference.js




const SDIST = /\.(?:tar\.gz|tgz|tar\.bz2|tbz|tar\.xz|txz|tar|zip)$/i;
/** Tells paths, wheels, source archives and repositories apart; throws for what can be none of them. */
function readReference(text) {
    if (/^file:/i.test(text)) {
        return { kind: "path", path: pathOfFileUrl(text) };
    }
    // A scheme has two letters at least: `C:\libs` is a path.
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]+):/.exec(text)?.[1]?.toLowerCase();
    if (scheme === undefined) {
        return { kind: "path", path: text };
    }
    if (!isPlainUrl(text)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no URL that can be used.`);
    }
    return scheme.includes("+") ? readRepository(text, scheme) : readArchive(text, scheme);
}
/** A URL with `//` and a host that every reader sees in the same place: `https:user:pw@host` and `\\` are read in two ways. */
function isPlainUrl(text) {
    return (/^[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/\s\\][^\s\\]*$/.test(text) && URL.canParse(text) && new URL(text).hostname !== "");
}
/** Name that a wheel's or source archive's file name begins with, normalised. */
function nameOfArchive(file) {
    const wheel = /^([A-Za-z0-9._]+)-[^-/]+(?:-[^-/]+)?-[^-/]+-[^-/]+-[^-/]+\.whl$/i.exec(file);
    const sdist = SDIST.test(file) ? /^([A-Za-z0-9._-]+)-[^-/]+$/.exec(file) : null;
    const name = (wheel ?? sdist)?.[1];
    return name === undefined ? undefined : (0,dependencies_name/* normaliseName */.G)(name);
}
function isSdist(file) {
    return SDIST.test(file);
}
function readArchive(url, scheme) {
    if (scheme !== "https" && scheme !== "http") {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(url)} is neither an https URL nor a path.`);
    }
    const file = fileOf(url);
    const name = nameOfArchive(file);
    if (/\.whl$/i.test(file) && name !== undefined) {
        return { kind: "wheel", url, name, pinned: true };
    }
    if (SDIST.test(file)) {
        return { kind: "sdist", url, name, pinned: true };
    }
    throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)((0,credentials/* withoutUserinfo */.Q3)(url))} is no wheel.`, "Give the URL of a wheel, such as `https://…/name-1.0-py3-none-any.whl`.");
}
function fileOf(url) {
    const file = new URL(url).pathname.split("/").at(-1) ?? "";
    try {
        return decodeURIComponent(file);
    }
    catch {
        return file;
    }
}
function readRepository(text, scheme) {
    if (scheme !== "git+https" && scheme !== "git+http" && scheme !== "git+ssh") {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no repository that can be used.`, "Give it as `name @ git+https://…`.");
    }
    const [base = "", fragment = ""] = text.split("#");
    const parameters = new URLSearchParams(fragment);
    const egg = /^[A-Za-z0-9._-]+/.exec(parameters.get("egg") ?? "")?.[0];
    const subdirectory = parameters.get("subdirectory");
    return {
        kind: "vcs",
        url: subdirectory === null ? base : `${base}#subdirectory=${encodeURI(subdirectory)}`,
        name: egg === undefined ? undefined : (0,dependencies_name/* normaliseName */.G)(egg),
        pinned: /@[0-9a-f]{40}$/.test(base),
    };
}
/** `file:libs/shared` as well as `file:///…`; a fragment is of no use but for `#egg=`. */
function pathOfFileUrl(text) {
    const [url = "", fragment = ""] = text.split("#");
    if (fragment !== "" && !fragment.startsWith("egg=")) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} has a fragment that is not supported.`, "Remove what follows `#`.");
    }
    try {
        return /^file:\//i.test(url) ? (0,external_node_url_.fileURLToPath)(url) : decodeURIComponent(url.slice("file:".length));
    }
    catch {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no file of this machine.`);
    }
}

// EXTERNAL MODULE: ./lib/machine/file-hash.js
var file_hash = __nccwpck_require__(1212);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/machine/git.js
var machine_git = __nccwpck_require__(5169);
;// CONCATENATED MODULE: ./lib/dependencies/git-files.js




/** The files that git tracks in a directory, as its index lists them; empty without git or a repository. A git of the workspace is not started. */
async function gitFiles(workspace, directory, env) {
    const git = (0,machine_git/* findGit */.C)(workspace, env);
    const top = await (0,machine_git/* repositoryOf */._)(directory);
    if (git === undefined || top === undefined) {
        return [];
    }
    const files = (await listIndex(git, top, directory)).map((line) => ({
        path: line.slice(line.indexOf("\t") + 1),
        executable: line.startsWith("100755"),
    }));
    for (const file of files) {
        refuseOutside(directory, file.path);
    }
    // A path in conflict has several stages.
    return [...new Map(files.map((file) => [file.path, file])).values()];
}
/** Lines `<mode> <object> <stage>\t<path>`. */
async function listIndex(git, top, directory) {
    const place = ["-C", directory, `--git-dir=${external_node_path_.join(top, ".git")}`, `--work-tree=${top}`];
    const listing = ["ls-files", "--stage", "-z", "--recurse-submodules"];
    try {
        return (await git([...place, ...listing])).split("\0").filter((line) => line !== "");
    }
    catch {
        return [];
    }
}
/** Throws for what only a forged index lists. */
function refuseOutside(directory, file) {
    const inside = (0,paths/* isInside */.F)(directory, external_node_path_.resolve(directory, file)) && !external_node_path_.isAbsolute(file);
    if (!inside || external_node_path_.posix.normalize(file) !== file) {
        throw (0,problem/* problem */.CC)(`git lists ${(0,problem/* quoted */.TL)(file)} in the path dependency, which is no path inside it.`);
    }
}

;// CONCATENATED MODULE: ./lib/dependencies/tracked-files.js





/**
 * The files of a directory that git tracks and that exist, sorted; where git tracks none, all but hidden and generated
 * ones. Links are listed as what they lead to; one out of the directory is an error. Both paths are real ones.
 */
async function trackedFiles(workspace, directory, env) {
    const tracked = await gitFiles(workspace, directory, env);
    const listed = tracked.length > 0 ? tracked : await walk(directory, "");
    const entries = await Promise.all(listed.map((file) => follow(directory, file)));
    const files = entries.flatMap((entry) => (entry?.kind === "file" ? [entry.file] : []));
    const linked = [];
    for (const entry of entries.filter((one) => one?.kind === "directory")) {
        for (const file of filesBehind(entry, files)) {
            linked.push(file);
        }
        if (files.length + linked.length > MOST_FILES) {
            throw (0,problem/* problem */.CC)(`links lead to more than ${MOST_FILES} files of the path dependency.`, "Remove them.");
        }
    }
    return [...files, ...linked].sort((a, b) => (a.path < b.path ? -1 : 1));
}
// As many as a zip can hold; some thousand links to a directory of as many files would be millions.
const MOST_FILES = 65_535;
const GENERATED = /^(?:\..*|__pycache__|build|dist|node_modules|.*\.egg-info)$/;
async function walk(directory, below) {
    const entries = await (0,promises_.readdir)(external_node_path_.join(directory, below), { withFileTypes: true });
    if (below !== "" && entries.some((entry) => entry.name === "pyvenv.cfg")) {
        return [];
    }
    const kept = entries.filter((entry) => !GENERATED.test(entry.name));
    const files = await Promise.all(kept.map(async (entry) => {
        const file = external_node_path_.posix.join(below, entry.name);
        if (entry.isDirectory()) {
            return walk(directory, file);
        }
        const status = await (0,promises_.stat)(external_node_path_.join(directory, file)).catch(() => undefined);
        return [{ path: file, executable: ((status?.mode ?? 0) & 0o111) !== 0 }];
    }));
    return files.flat();
}
async function follow(directory, file) {
    const real = await (0,promises_.realpath)(external_node_path_.join(directory, file.path)).catch(() => undefined);
    if (real === undefined) {
        return undefined; // deleted, but not yet committed
    }
    if (!(0,paths/* isInside */.F)(directory, real)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file.path)} is a symbolic link out of the path dependency.`, "Put the file itself there.");
    }
    const target = (0,paths/* relativePath */.i)(directory, real);
    if (target.split("/").includes(".git")) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(file.path)} is a symbolic link into \`.git\`.`, "Remove it: passwords may stand there.");
    }
    const status = await (0,promises_.stat)(real);
    if (status.isDirectory()) {
        return { kind: "directory", link: file.path, target };
    }
    return status.isFile() ? { kind: "file", file } : undefined;
}
function filesBehind({ link, target }, files) {
    const prefix = target === "." ? "" : `${target}/`;
    return files
        .filter((file) => file.path.startsWith(prefix))
        .map((file) => ({ ...file, path: `${link}/${file.path.slice(prefix.length)}` }));
}

;// CONCATENATED MODULE: ./lib/dependencies/path-dependency.js






/** Reads the project in a directory of the workspace (both real paths); throws when it has no `[project].name`. */
async function readPathDependency(workspace, directory, env) {
    const { name } = await readProject(workspace, directory);
    const files = await trackedFiles(workspace, directory, env);
    return {
        name,
        extras: [],
        directory,
        path: (0,paths/* relativePath */.i)(workspace, directory),
        files: files.map((file) => file.path),
        contentHash: await hashFiles(directory, files),
    };
}
async function hashFiles(directory, files) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of files) {
        const content = await (0,file_hash/* hashFile */.D)(external_node_path_.join(directory, file.path));
        hash.update(JSON.stringify([file.path, file.executable, content]));
    }
    return hash.digest("hex");
}

;// CONCATENATED MODULE: ./lib/dependencies/variables.js

/** pip's form of a variable: upper case, digits, underscore. */
const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;
// What the runner and AWS give to a step: in a URL it would go to whoever answers there.
const RUNNERS_OWN = /^(?:AWS_|ACTIONS_|INPUT_|GITHUB_TOKEN$|RUNNER_|STATE_)/;
/** Fills in `${NAME}` as pip does; throws when one is the runner's or AWS's own, has no value, or has a variable as its value (uv would expand that again). */
function expandVariables(text, env) {
    const words = text.split(/(\s+)/).map((word) => expandWord(word, env));
    const expanded = words.map((word) => word.text).join("");
    refuseVariables(expanded);
    const inUrls = words.filter((word) => word.text.includes("://"));
    return {
        text: expanded,
        values: words.flatMap((word) => word.values),
        secrets: inUrls.flatMap((word) => word.values),
        inPlace: inUrls.flatMap((word) => word.inPlace),
    };
}
/** Throws when the text holds a variable: uv would expand it by its own environment. */
function refuseVariables(text) {
    if (text.search(VARIABLE) >= 0) {
        throw (0,problem/* problem */.CC)("a variable stands where none is filled in.", "Write its value, without `${`.");
    }
}
function expandWord(word, env) {
    const names = namesIn(word);
    const refused = names.find((name) => RUNNERS_OWN.test(name));
    if (refused !== undefined) {
        throw (0,problem/* problem */.CC)(`the environment variable ${refused} is never filled in: it belongs to the runner or to AWS.`, "Set a variable with a name of its own in the step's `env:`.");
    }
    const unset = names.find((name) => !env[name]);
    if (unset !== undefined) {
        throw (0,problem/* problem */.CC)(`the environment variable ${unset} is not set.`, `Set ${unset} in the step's \`env:\`.`);
    }
    return {
        text: word.replace(VARIABLE, (_, name) => env[name] ?? ""),
        values: valuesIn(word, env),
        inPlace: valuesIn(word.replace(/:\/\/[^/?#]*@/, "://"), env),
    };
}
function namesIn(text) {
    return [...text.matchAll(VARIABLE)].map(([, name = ""]) => name);
}
function valuesIn(text, env) {
    return namesIn(text).map((name) => env[name] ?? "");
}

;// CONCATENATED MODULE: ./lib/dependencies/requirement.js














/** Follows a requirement to the files that it names; throws for all that would be built without permission. */
async function resolveRequirement(line, place, bounds) {
    const { name, reference } = line;
    if (reference !== undefined) {
        const target = readReference(reference);
        return target.kind === "path"
            ? resolvePath(line, target.path, place, bounds)
            : resolveUrl(line, target, place, bounds);
    }
    if (name === undefined) {
        throw (0,problem/* problem */.CC)("a requirement has no name.");
    }
    const text = (0,requirement_line/* renderRequirement */.oR)(line);
    return only({ line: text, canonical: text, name, ...markerOf(line), pinned: (0,requirement_line/* isExact */.u0)(line.specifiers) });
}
function resolveUrl(line, target, place, bounds) {
    const name = agreedName(line, target.name);
    if (target.kind !== "wheel") {
        requirePermission(name, bounds);
    }
    const shown = (0,credentials/* digestSecrets */.Qi)((0,credentials/* withoutUserinfo */.Q3)(target.url), place.inPlace);
    return {
        ...only({
            line: (0,requirement_line/* renderRequirement */.oR)({ ...line, name }, target.url),
            canonical: (0,requirement_line/* renderRequirement */.oR)({ ...line, name }, shown),
            name,
            ...markerOf(line),
            pinned: target.pinned,
        }),
        secrets: (0,credentials/* userinfoSecrets */.zC)(target.url),
    };
}
async function resolvePath(line, target, place, bounds) {
    const real = await locate(target, place, bounds);
    const status = await (0,promises_.stat)(real);
    if (status.isFile()) {
        return resolveArchive(line, real, bounds);
    }
    if (!status.isDirectory() || place.role === "constraints" || line.hashes.length > 0) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} can be a requirement only as a directory without \`--hash\`.`);
    }
    // The code's own project, also when it lies above the code directory: its code is what the code package holds.
    return (0,paths/* isInside */.F)(real, bounds.codeDirectory)
        ? resolveProject(line, real, place, bounds)
        : resolveDirectory(line, real, bounds);
}
// pip starts from where it is called, which is here unknown: the file's directory is tried first, then the workspace.
async function locate(target, place, { workspace }) {
    return resolveInside(workspace, place.directory, target).catch((error) => resolveInside(workspace, workspace, target).catch(() => {
        throw error;
    }));
}
async function resolveArchive(line, file, bounds) {
    const base = external_node_path_.basename(file);
    const name = agreedName(line, nameOfArchive(base));
    if (isSdist(base)) {
        requirePermission(name, bounds);
    }
    else if (nameOfArchive(base) === undefined) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(base)} is neither a wheel nor a directory.`);
    }
    const named = { ...line, name };
    return only({
        line: (0,requirement_line/* renderRequirement */.oR)(named, (0,external_node_url_.pathToFileURL)(file).href),
        canonical: (0,requirement_line/* renderRequirement */.oR)(named, `${base}#sha256=${await (0,file_hash/* hashFile */.D)(file)}`),
        name,
        ...markerOf(line),
        pinned: true,
    });
}
async function resolveDirectory(line, directory, bounds) {
    const dependency = await readPathDependency(bounds.workspace, directory, bounds.env);
    agreedName(line, dependency.name);
    return { ...NOTHING, pathDependencies: [{ ...dependency, extras: line.extras, ...markerOf(line) }] };
}
async function resolveProject(line, directory, place, bounds) {
    const project = await readProject(bounds.workspace, directory);
    agreedName(line, project.name);
    if (place.project !== undefined || line.marker !== "") {
        throw (0,problem/* problem */.CC)(`the code itself (${(0,problem/* quoted */.TL)(project.file)}) can be named once, and without a marker.`);
    }
    const inProject = { directory, role: place.role, inPlace: [], project };
    const resolved = [];
    for (const text of projectRequirements(project, line.extras)) {
        try {
            resolved.push(await resolveProjectLine(text, inProject, bounds));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.l)) {
                throw error;
            }
            resolved.push({ ...NOTHING, problems: [{ project: project.file, error }] });
        }
    }
    return merge(resolved);
}
async function resolveProjectLine(text, place, bounds) {
    const line = (0,requirement_line/* parseRequirementLine */.vp)(text);
    refuseVariables(text);
    if (line.name !== undefined && place.project?.sources.includes(line.name)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(line.name)} has a source in \`[tool.uv.sources]\` of ${(0,problem/* quoted */.TL)(place.project.file)}, which is not read.`, "Name it by path or URL in the requirements file.");
    }
    return resolveRequirement(line, place, bounds);
}
/** The name written before `@`, or that of the file; throws when they differ or there is none. */
function agreedName({ name, reference = "" }, actual) {
    const agreed = name ?? actual;
    if (agreed === undefined) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(reference)} has no name.`, "Write it as `name @ …`.");
    }
    if (actual !== undefined && actual !== agreed) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(reference)} is ${(0,problem/* quoted */.TL)(actual)}, not ${(0,problem/* quoted */.TL)(agreed)}.`);
    }
    return agreed;
}
function requirePermission(name, { allowSource }) {
    if (!allowSource.includes(name)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(name)} would be built from source, which runs code of the package.`, `Use a wheel, or add ${(0,problem/* quoted */.TL)(name)} to \`allow-source\`.`);
    }
}
function markerOf({ marker }) {
    return marker === "" ? {} : { marker };
}
const NOTHING = { requirements: [], pathDependencies: [], secrets: [], problems: [] };
function only(requirement) {
    return { ...NOTHING, requirements: [requirement] };
}
function merge(parts) {
    return {
        requirements: parts.flatMap((part) => part.requirements),
        pathDependencies: parts.flatMap((part) => part.pathDependencies),
        secrets: parts.flatMap((part) => part.secrets),
        problems: parts.flatMap((part) => part.problems),
    };
}

;// CONCATENATED MODULE: ./lib/dependencies/text-file.js


/** Bytes. A lock file of 500 packages with all hashes has 2 MB; what is much larger would cost minutes and all memory. */
const text_file_LONGEST = 16 * 1024 ** 2;
/** The text of a dependency file, which is a file; throws when it is no UTF-8 or too large. */
async function readText(file) {
    if ((await (0,promises_.stat)(file)).size > text_file_LONGEST) {
        throw (0,problem/* problem */.CC)("the file is larger than 16 MB.", "Name only what the function needs.");
    }
    const bytes = await (0,promises_.readFile)(file);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        throw (0,problem/* problem */.CC)("the file is not text in UTF-8.", "Save it as UTF-8.");
    }
}

;// CONCATENATED MODULE: ./lib/dependencies/requirements.js















/**
 * Everything that requirements files say, `-r` and `-c` followed, in the order in which it is written. `files` are real
 * paths in the workspace. Nothing that a line says wrong throws: it is an item too.
 */
async function readRequirements(files, bounds) {
    const seen = new Set();
    let count = 0;
    const visit = async ({ file, role }) => {
        // A file that is named again, also by itself, says nothing new.
        if (seen.has(`${role} ${file}`)) {
            return [];
        }
        seen.add(`${role} ${file}`);
        const where = { path: (0,paths/* relativePath */.i)(bounds.workspace, file) };
        const items = [{ kind: "file", ...where }];
        const lines = await orProblem(where, () => readLines(file, count));
        if ("kind" in lines) {
            return [...items, lines];
        }
        count += lines.length;
        for (const line of lines) {
            for (const item of await readLine(line, { file, role }, bounds)) {
                items.push(...(item.kind === "include" ? await visit(item) : [item]));
            }
        }
        return items;
    };
    const all = [];
    for (const file of files) {
        all.push(...(await visit({ file, role: "requirements" })));
    }
    return all;
}
// Far beyond any real ones; keeps hostile files from costing minutes.
const MOST_LINES = 20_000;
const LONGEST_LINE = 2_000_000;
/** The lines of a file, when `before` were read of others. */
async function readLines(file, before) {
    const lines = logicalLines(await readText(file));
    if (before + lines.length > MOST_LINES) {
        throw (0,problem/* problem */.CC)(`there are more than ${MOST_LINES} lines with those of the files before.`, "Remove some.");
    }
    const long = lines.find(({ text }) => text.length > LONGEST_LINE);
    if (long !== undefined) {
        throw (0,problem/* problem */.CC)(`line ${long.number} has more than ${LONGEST_LINE} characters.`, "Shorten it.");
    }
    return lines;
}
async function orProblem(where, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l)) {
            throw error;
        }
        return problemItem(where, error, []);
    }
}
async function readLine({ number, text }, { file, role }, bounds) {
    const where = { path: (0,paths/* relativePath */.i)(bounds.workspace, file), line: number };
    let expanded = { text, values: [], secrets: [], inPlace: [] };
    try {
        expanded = expandVariables(text, bounds.env);
        const place = { directory: external_node_path_.dirname(file), role, inPlace: expanded.inPlace };
        const said = await readStatement(expanded.text, place, bounds);
        return [...secretItems(expanded.secrets), ...said];
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l)) {
            throw error;
        }
        return [...secretItems(expanded.secrets), problemItem(where, error, expanded.values)];
    }
}
async function readStatement(text, place, bounds) {
    (0,problem/* refuseControlCharacters */.qx)(text);
    const { subject, options } = splitOptions(text);
    const parsed = parseOptions(options);
    if (subject !== "") {
        return readRequirement(subject, parsed, place, bounds);
    }
    const items = [];
    for (const option of parsed) {
        items.push(...(await readOption(option, place, bounds)));
    }
    return items;
}
async function readRequirement(subject, options, place, bounds) {
    const hashes = options.map((option) => {
        if (option.kind !== "hash") {
            throw (0,problem/* problem */.CC)("only `--hash` can follow a requirement.", "Write other options on lines of their own.");
        }
        return option.hash;
    });
    const resolved = await resolveRequirement((0,requirement_line/* parseRequirementLine */.vp)(subject, hashes), place, bounds);
    return [
        ...secretItems(resolved.secrets),
        ...resolved.requirements.map((requirement) => ({ kind: place.role, requirement })),
        ...resolved.pathDependencies.map((dependency) => ({ kind: "path", dependency })),
        ...resolved.problems.map(({ project, error }) => problemItem({ path: project }, error, [])),
    ];
}
async function readOption(option, place, bounds) {
    switch (option.kind) {
        case "include":
            return [{ kind: "include", role: option.role, file: await includedFile(option.path, place, bounds) }];
        case "editable":
            return readEditable(option.target, place, bounds);
        case "index":
            return [...indexSecrets(option.url), { kind: "index", arguments: [option.flag, checkIndexUrl(option.url)] }];
        case "find-links":
            return readFindLinks(option.place, place, bounds);
        case "index-flag":
            return [{ kind: "index", arguments: option.arguments }];
        case "resolver":
            return [{ kind: "resolver", arguments: option.arguments }];
        case "source":
            return refuseSource(option.packages, bounds);
        case "hash":
            throw (0,problem/* problem */.CC)("`--hash` stands without a requirement.", "End the line before it with `\\`.");
        case "nothing":
            return [];
        default:
            return option;
    }
}
async function includedFile(target, place, { workspace }) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(target)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is a URL; only files of the repository are read.`, "Put the file there.");
    }
    const file = await resolveInside(workspace, place.directory, target);
    if (!(await (0,promises_.stat)(file)).isFile()) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(target)} is no file.`);
    }
    return file;
}
async function readEditable(target, place, bounds) {
    // Behind -e a bare word is a directory, not a package.
    const named = (0,requirement_line/* parseRequirementLine */.vp)(target).reference === undefined;
    return readRequirement(named ? `./${target}` : target, [], place, bounds);
}
async function readFindLinks(target, place, { workspace }) {
    if (/^[a-z][a-z0-9+.-]+:/i.test(target)) {
        return [...indexSecrets(target), { kind: "index", arguments: ["--find-links", checkIndexUrl(target)] }];
    }
    return [{ kind: "index", arguments: ["--find-links", await resolveInside(workspace, place.directory, target)] }];
}
function refuseSource(packages, { allowSource }) {
    const refused = packages.find((name) => !allowSource.includes((0,dependencies_name/* normaliseName */.G)(name)));
    if (refused !== undefined) {
        throw (0,problem/* problem */.CC)(`\`--no-binary\` would build ${(0,problem/* quoted */.TL)(refused)} from source, which runs code of the package.`, "Remove it, or name each such package in `allow-source`.");
    }
    return [];
}
function checkIndexUrl(url) {
    if (!/^https?:/i.test(url) || !isPlainUrl(url)) {
        throw (0,problem/* problem */.CC)("the URL of a package index is no http or https URL.");
    }
    return url;
}
function indexSecrets(url) {
    return secretItems((0,credentials/* userinfoSecrets */.zC)(url));
}
function secretItems(values) {
    return values.map((value) => ({ kind: "secret", value }));
}
function problemItem(where, error, secrets) {
    return { kind: "problem", ...where, message: (0,credentials/* hideSecrets */.s0)(error.message, secrets), hint: error.hint };
}

;// CONCATENATED MODULE: ./lib/dependencies/find.js










/** In order of preference. Locks come first: they name every package. */
const SEARCHED = ["uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "requirements.txt"];
/** Files that cannot be read yet, and what writes a requirements file from them. */
const EXPORTERS = [
    // Poetry 2 has `export` no more by itself: https://python-poetry.org/docs/cli/#export
    { kind: /^poetry\.lock$/, command: "poetry self add poetry-plugin-export && poetry export -o requirements.txt" },
    { kind: /^Pipfile(?:\.lock)?$/, command: "pipenv requirements > requirements.txt" },
    { kind: /\.(?:toml|lock)$/, command: "uv export --no-dev --no-emit-project -o requirements.txt" },
];
/** Finds and reads what the function needs; throws one ActionError with every problem of every file. */
async function findDependencies(request) {
    if (request.requirements === "none") {
        return { outcome: "untouched", reason: "`requirements: none`: only the code is deployed." };
    }
    const workspace = await (0,promises_.realpath)(request.workspace);
    const codeDirectory = await (0,promises_.realpath)(request.codeDirectory);
    const files = request.requirements === "auto"
        ? await searchFile(workspace, codeDirectory)
        : await namedFiles(workspace, request.requirements);
    if (files.length === 0) {
        return { outcome: "untouched", ...(await nothingFound(workspace, codeDirectory)) };
    }
    const { env, allowSource } = request;
    const items = await readRequirements(files, { workspace, codeDirectory, env, allowSource });
    const collected = collectDependencies(items);
    const asked = [...collected.requirements, ...collected.pathDependencies];
    if (asked.every(({ name }) => request.excludePackages.includes(name))) {
        const shown = collected.files.map((file) => `\`${file}\``).join(", ");
        const only = asked.length === 0 ? "no packages" : "packages only that `exclude-packages` leaves out";
        return { outcome: "empty", files: collected.files, reason: `${shown} asks for ${only}.` };
    }
    return { outcome: "found", ...collected, excluded: request.excludePackages, allowSource };
}
async function searchFile(workspace, codeDirectory) {
    for (const directory of await searchedDirectories(workspace, codeDirectory)) {
        for (const name of SEARCHED) {
            if (await isFile(external_node_path_.join(directory, name))) {
                return [await dependencyFile(workspace, directory, name)];
            }
        }
    }
    return [];
}
/** The code directory, and the workspace unless a project of its own lies between: then the workspace's files are not its. */
async function searchedDirectories(workspace, codeDirectory) {
    const project = await projectDirectory(workspace, codeDirectory);
    return project === workspace && codeDirectory !== workspace ? [codeDirectory, workspace] : [codeDirectory];
}
/** The nearest directory with a pyproject.toml, from the code upwards; else the workspace. */
async function projectDirectory(workspace, directory) {
    return directory === workspace || (await isFile(external_node_path_.join(directory, "pyproject.toml")))
        ? directory
        : projectDirectory(workspace, external_node_path_.dirname(directory));
}
/** Why nothing was found, as a sentence. Throws when a pyproject.toml says that the code does need packages. */
async function nothingFound(workspace, codeDirectory) {
    const directories = await searchedDirectories(workspace, codeDirectory);
    const places = directories.map((directory) => (0,problem/* quoted */.TL)((0,paths/* relativePath */.i)(workspace, directory))).join(" and ");
    const missing = `No dependency file was found in ${places} (looked for ${SEARCHED.join(", ")})`;
    const project = await projectDirectory(workspace, codeDirectory);
    if (await listsDependencies(workspace, project)) {
        const source = (0,paths/* relativePath */.i)(workspace, external_node_path_.join(project, "pyproject.toml"));
        const place = directories.includes(project) ? project : codeDirectory;
        const target = (0,paths/* relativePath */.i)(workspace, external_node_path_.join(place, "requirements.txt"));
        throw new errors/* ActionError */.l(`${missing}, but ${(0,problem/* quoted */.TL)(source)} lists dependencies.`, {
            hint: `Run \`uv pip compile ${(0,problem/* shownPath */.pS)(source)} -o ${(0,problem/* shownPath */.pS)(target)}\` and commit that file, or name another file in \`requirements\`, \`none\` for no layer.`,
            code: "requirements",
        });
    }
    return {
        reason: `${missing}: the layers stay as they are.`,
        overlooked: await overlookedFiles(workspace, [codeDirectory, project, workspace]),
    };
}
async function namedFiles(workspace, names) {
    const files = [];
    for (const name of names) {
        files.push(await dependencyFile(workspace, workspace, name));
    }
    return files;
}
/** The real path of a dependency file that can be read; throws when it is missing, no file, outside, or of an unsupported kind. */
async function dependencyFile(workspace, directory, name) {
    const file = await resolveInside(workspace, directory, name).catch(async (error) => {
        throw error instanceof errors/* ActionError */.l
            ? unusable(error.message, error.hint ?? (await neighbours(workspace, directory, name)))
            : error;
    });
    if (!(await isFile(file))) {
        throw unusable(`${(0,problem/* quoted */.TL)(name)} is no file.`, "Name files, not directories, in `requirements`.");
    }
    const exporter = EXPORTERS.find(({ kind }) => kind.test(external_node_path_.basename(name)));
    if (exporter !== undefined) {
        const shown = (0,problem/* quoted */.TL)((0,paths/* relativePath */.i)(workspace, file));
        throw unusable(`${shown} is of a kind that is not supported yet.`, `Run \`${exporter.command}\` and set \`requirements: requirements.txt\`.`);
    }
    return file;
}
/** The dependency files that do exist where one is missing. */
async function neighbours(workspace, directory, name) {
    const parent = external_node_path_.dirname(external_node_path_.resolve(directory, name));
    const real = await resolveInside(workspace, workspace, parent).catch(() => undefined);
    const names = real === undefined ? [] : await (0,promises_.readdir)(real);
    const beside = names.filter((neighbour) => /\.(?:txt|in|lock|toml)$/.test(neighbour)).sort();
    return beside.length === 0
        ? "Correct `requirements`; its paths start from the workspace."
        : `Correct \`requirements\`; beside it are ${beside.slice(0, 10).map(problem/* quoted */.TL).join(", ")}.`;
}
function unusable(message, hint) {
    return new errors/* ActionError */.l(`The dependency file ${message}`, { hint, code: "requirements" });
}
async function isFile(file) {
    return (0,promises_.stat)(file).then((status) => status.isFile(), () => false);
}


/***/ }),

/***/ 3649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* unused harmony export canonicalRecipe */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** Raise it when the same recipe makes other bytes than before. */
const BUILDER_FORMAT = 1;
/** Identity of a layer: sha256 of the canonical recipe, 64 hex digits. Index URLs, credentials, paths and order have no part in it. */
function fingerprint(recipe) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(canonicalRecipe(recipe)).digest("hex");
}
/** The JSON that is hashed. */
function canonicalRecipe({ dependencies, target, slim, botocoreServices, bytecode }) {
    return JSON.stringify({
        format: BUILDER_FORMAT,
        requirements: sortedSet(dependencies.requirements.map(({ canonical }) => canonical)),
        constraints: sortedSet(dependencies.constraints.map(({ canonical }) => canonical)),
        pathDependencies: sortedSet(dependencies.pathDependencies.map(({ name, extras, marker, contentHash }) => JSON.stringify([name, sortedSet(extras), marker ?? "", contentHash]))),
        resolverArguments: dependencies.resolverArguments.join(" "),
        excluded: sortedSet(dependencies.excluded),
        allowSource: sortedSet(dependencies.allowSource),
        runtime: target.runtime,
        architecture: target.architecture,
        platform: target.platform,
        slim,
        bytecode,
        // Not there unless asked for: layers of before this choice keep their fingerprint.
        ...(botocoreServices !== "all" && { botocoreServices: sortedSet(botocoreServices) }),
    });
}
// Not localeCompare: its order depends on the machine.
function sortedSet(values) {
    return [...new Set(values)].sort();
}


/***/ }),

/***/ 1654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normaliseName)
/* harmony export */ });
/** A package's name as all places write it: https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normaliseName(name) {
    return name.replace(/[-_.]+/g, "-").toLowerCase();
}


/***/ }),

/***/ 7447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ pinnedNames)
/* harmony export */ });
/**
 * Names of packages that come in one version only, or from the repository: all requirements that name them are exact, or
 * all constraints are.
 */
function pinnedNames(found) {
    const { requirements, constraints, pathDependencies } = found;
    return new Set([...exact(requirements), ...exact(constraints), ...pathDependencies.map(({ name }) => name)]);
}
function exact(lines) {
    const loose = new Set(lines.filter(({ pinned }) => !pinned).map(({ name }) => name));
    return lines.map(({ name }) => name).filter((name) => !loose.has(name));
}


/***/ }),

/***/ 3246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   bF: () => (/* binding */ shownFiles),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   qx: () => (/* binding */ refuseControlCharacters)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** Text that is longer is described, not shown: a cut could leave half a password that nothing recognises. */
const LONGEST_SHOWN = 200;
const MOST_FILES = 3;
/**
 * A URL that can be read in one way only: its userinfo ends where the host begins, and `@main` in its path is a reference.
 * A host without a dot or with a port may as well be the begin of a password that holds a slash.
 */
const PLAIN_URL = /^([^\s:\\]*:\/\/)([^\s/?#\\]*@)?((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?:\/[^\s:?#\\]*)?(?:[?#][^\s:@\\]*)?)$/;
/** Something wrong in a dependency file; the reader adds file and line, and collects all of them into one error. */
function problem(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(message, { code: "requirements", ...(hint === undefined ? {} : { hint }) });
}
/** User's text for a message: on one line, in quotes, without what could be a password in a URL. */
function quoted(text) {
    return text.length > LONGEST_SHOWN
        ? `a text of ${text.length} characters`
        : JSON.stringify(text.replace(/\S+/g, withoutPassword));
}
/** In doubt all up to the last `@`, also where it is written as `%40`. */
function withoutPassword(word) {
    const [, begin, userinfo, rest] = PLAIN_URL.exec(word) ?? [];
    if (begin !== undefined) {
        return `${begin}${userinfo === undefined ? "" : "***@"}${rest}`;
    }
    const scheme = /^(?:[^\s:/]*:)?\/\/+/.exec(word)?.[0] ?? "";
    const hidden = word.slice(scheme.length).replace(/^.*(?:@|%40)/, "***@");
    return scheme !== "" || word.includes(":") ? scheme + hidden : word;
}
/** `"requirements-prod.txt", "api/Pipfile"`. */
function shownFiles(files) {
    return `${files.slice(0, MOST_FILES).map(quoted).join(", ")}${files.length > MOST_FILES ? ", …" : ""}`;
}
/** Throws when a text holds a line end or another control character: it would end the line of whoever reads it next. */
function refuseControlCharacters(text) {
    if (/(?!\t)\p{Cc}|[\u2028\u2029]/u.test(text)) {
        throw problem("the line holds a control character.", "Remove it, or correct the variable that brings it.");
    }
}
/** A path at the begin of a message: in quotes only when it could be misread. */
function shownPath(path) {
    return /^[\w./@+ -]+$/.test(path) ? path : quoted(path);
}


/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u0: () => (/* binding */ isExact),
  vp: () => (/* binding */ parseRequirementLine),
  oR: () => (/* binding */ renderRequirement)
});

// EXTERNAL MODULE: ./lib/dependencies/problem.js
var problem = __nccwpck_require__(3246);
;// CONCATENATED MODULE: ./lib/dependencies/marker.js

const TOKEN = /\s*(?:("[^"]*"|'[^']*')|(===|==|~=|!=|<=|>=|<|>)|([()])|([A-Za-z_][A-Za-z0-9_.]*))/y;
/** An environment marker in one spelling of blanks and quotes; throws when it is none by PEP 508's grammar. */
function normaliseMarker(marker) {
    const tokens = tokenise(marker);
    if (tokens === undefined || !isMarker(tokens)) {
        throw (0,problem/* problem */.CC)(`the environment marker ${(0,problem/* quoted */.TL)(marker)} cannot be read.`);
    }
    return tokens.map((token) => token.text).join(" ");
}
function tokenise(marker) {
    const tokens = [];
    const text = marker.trim();
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
        const match = TOKEN.exec(text);
        if (match === null) {
            return undefined;
        }
        tokens.push(tokenOf(match));
    }
    return tokens;
}
function tokenOf([, string, operator, bracket, word = ""]) {
    if (string !== undefined) {
        const content = string.slice(1, -1);
        return { kind: "value", text: content.includes('"') ? `'${content}'` : `"${content}"` };
    }
    if (bracket !== undefined) {
        return { kind: bracket === "(" ? "(" : ")", text: bracket };
    }
    if (operator !== undefined || word === "in" || word === "not") {
        return { kind: "operator", text: operator ?? word };
    }
    return { kind: word === "and" || word === "or" ? "and-or" : "value", text: word };
}
// marker = term (and|or term)*; term = "(" marker ")" | value operator value. Brackets are few: a line is short.
function isMarker(tokens) {
    const shape = { value: "v", operator: "o", "and-or": "b", "(": "(", ")": ")" };
    let text = tokens.map((token) => (token.text === "not" ? "n" : shape[token.kind])).join("");
    text = text.replaceAll("no", "o").replaceAll("vov", "m");
    for (let before = ""; before !== text;) {
        before = text;
        text = text.replace(/m(?:bm)+/g, "m").replaceAll("(m)", "m");
    }
    return text === "m";
}

// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
;// CONCATENATED MODULE: ./lib/dependencies/requirement-line.js



/** Far beyond any real one; keeps hostile lines from costing time. */
const LONGEST = 8_192;
const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
const SPECIFIER = /^(===|==|~=|!=|<=|>=|<|>)\s*([A-Za-z0-9.*+!_-]+)$/;
const HASH = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** Reads one requirement by PEP 508, or a bare path or URL as pip allows it. `hashes` are those of its `--hash` options. */
function parseRequirementLine(text, hashes = []) {
    if (text.length > LONGEST) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no requirement.`);
    }
    (0,problem/* refuseControlCharacters */.qx)(text);
    const checked = [...new Set(hashes.map(checkHash))].sort();
    return isReference(text) ? parseBareReference(text, checked) : parseNamed(text, checked);
}
/** The requirement as one line for uv, its path or URL replaced by `reference`. */
function renderRequirement(line, reference) {
    const extras = line.extras.length === 0 ? "" : `[${line.extras.join(",")}]`;
    const subject = `${line.name}${extras}${line.specifiers.join(",")}`;
    return [
        reference === undefined ? subject : `${subject} @ ${reference}`,
        ...(line.marker === "" ? [] : [`; ${line.marker}`]),
        ...line.hashes.map((hash) => `--hash=${hash}`),
    ].join(" ");
}
/** Names exactly one version: `==1.2`, not `==1.*`. */
function isExact(specifiers) {
    return specifiers.some((specifier) => specifier.startsWith("==") && !specifier.endsWith("*"));
}
function isReference(text) {
    const [subject = ""] = /^[^\s;[@]*/.exec(text) ?? [];
    return /^\.|[/\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\.whl$/i.test(subject);
}
function parseBareReference(text, hashes) {
    const { subject, marker } = splitMarker(text, /:\/\//.test(text) ? /\s;|;\s/ : /;/);
    const bracket = subject.endsWith("]") ? subject.lastIndexOf("[") : -1;
    return {
        name: undefined,
        extras: bracket < 0 ? [] : parseExtras(subject.slice(bracket + 1, -1)),
        specifiers: [],
        reference: bracket < 0 ? subject : subject.slice(0, bracket),
        marker,
        hashes,
    };
}
function parseNamed(text, hashes) {
    const match = NAME.exec(text);
    const [begin = "", name = "", extras = ""] = match ?? [];
    const rest = text.slice(begin.length);
    const isDirect = rest.startsWith("@");
    const { subject, marker } = splitMarker(isDirect ? rest.slice(1) : rest, isDirect ? /\s;|;\s/ : /;/);
    const specifiers = isDirect ? [] : parseSpecifiers(subject);
    if (match === null || specifiers === undefined || (isDirect && subject === "")) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no requirement.`, "Write it as `name==1.2.3`.");
    }
    return {
        name: (0,dependencies_name/* normaliseName */.G)(name),
        extras: parseExtras(extras),
        specifiers,
        reference: isDirect ? subject : undefined,
        marker,
        hashes,
    };
}
function splitMarker(text, separator) {
    const at = separator.exec(text);
    return at === null
        ? { subject: text.trim(), marker: "" }
        : { subject: text.slice(0, at.index).trim(), marker: normaliseMarker(text.slice(at.index + at[0].length)) };
}
function parseSpecifiers(text) {
    if (text === "") {
        return [];
    }
    const bare = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
    const matches = bare.split(",").map((part) => SPECIFIER.exec(part.trim()));
    return matches.some((match) => match === null)
        ? undefined
        : [...new Set(matches.map((match) => `${match?.[1]}${match?.[2]}`))].sort();
}
function parseExtras(text) {
    const extras = text
        .split(",")
        .map((extra) => extra.trim())
        .filter((extra) => extra !== "");
    const wrong = extras.find((extra) => !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(extra));
    if (wrong !== undefined) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(wrong)} is no name of an extra.`);
    }
    return [...new Set(extras.map(dependencies_name/* normaliseName */.G))].sort();
}
function checkHash(text) {
    const hash = text.toLowerCase();
    if (!HASH.test(hash)) {
        throw (0,problem/* problem */.CC)(`${(0,problem/* quoted */.TL)(text)} is no hash.`, "Write it as `--hash=sha256:<64 hex digits>`.");
    }
    return hash;
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
/** A failure that a person can act on: one sentence, one next step. Every failure this action foresees is one of these. */
class ActionError extends Error {
    hint;
    /** Short machine word for report-json, e.g. `input`, `no-wheel`, `too-large`, or the name of the AWS error. */
    code;
    constructor(message, options) {
        super(message, { cause: options.cause });
        this.name = "ActionError";
        this.hint = options.hint;
        this.code = options.code;
    }
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8115);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);


const CREDENTIALS = "Run aws-actions/configure-aws-credentials before this step, in a job with `permissions: id-token: write`.";
/** What a run has learned of where it works. */
function placeOf({ function: of, alias, putBack, }) {
    return {
        ...(of?.name && { functionName: of.name }),
        ...(of?.region !== undefined && { region: of.region }),
        settled: alias === undefined && (putBack === undefined || putBack.outcome === "left"),
    };
}
/** Turns whatever was thrown into one sentence and one next step. AWS's own text is kept where it says more. */
function describeFailure(error, place = {}) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) {
        return { message: error.message, ...(error.hint !== undefined && { hint: error.hint }), code: error.code };
    }
    const failure = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)(error);
    if (failure === undefined) {
        const message = error instanceof Error ? error.message : String(error);
        return { message, hint: "This was not foreseen. Please report it with the log of this step.", code: "unexpected" };
    }
    return { ...explain(failure, place), code: (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isCredentials */ .p_)(failure) ? "credentials" : failure.name };
}
function explain(failure, place) {
    const { message, hint } = explainAccess(failure, place) ?? explainRefusal(failure, place) ?? explainService(failure);
    // 412: $LATEST is somebody else's by now.
    if (failure.operation !== "PublishVersion" || !place.settled || failure.status === 412) {
        return { message, hint };
    }
    return { message, hint: /\brun again\b/i.test(hint) ? ONLY_THE_VERSION : `${hint} ${ONLY_THE_VERSION}` };
}
/** Running again would find nothing to do. */
const ONLY_THE_VERSION = "`$LATEST` is as wanted, at most its version is missing: publish one with `aws lambda publish-version`, or with the next deploy that changes something.";
/** Who asks: credentials, signatures, permissions. */
function explainAccess(failure, place) {
    if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isCredentials */ .p_)(failure)) {
        return { message: "No AWS credentials were found.", hint: CREDENTIALS };
    }
    if (/^ExpiredToken/.test(failure.name)) {
        return {
            message: `The AWS credentials expired before ${failure.operation}.`,
            hint: "Get credentials right before this step, or longer ones (`role-duration-seconds`).",
        };
    }
    if (/^(UnrecognizedClient|InvalidSignature|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch)/.test(failure.name)) {
        return {
            message: `AWS does not accept the credentials (${failure.name} at ${failure.operation}).`,
            hint: CREDENTIALS,
        };
    }
    if (failure.status === 403) {
        return explainDenied(failure, place);
    }
    return undefined;
}
function explainDenied(failure, place) {
    const { action, resource } = deniedAction(failure);
    if (action === "lambda:GetLayerVersion" && /resource-based policy/.test(failure.message)) {
        return {
            message: `The layer ${resource ?? ""} is not shared with this account.`,
            hint: "Ask its owner for `lambda:GetLayerVersion`, or take it out of `layers`.",
        };
    }
    const [, policy] = /with an explicit deny in (an? [a-z -]+?)(?=[.,:]| arn:|$)/.exec(failure.message) ?? [];
    if (policy !== undefined) {
        return {
            message: `The credentials may not perform ${action}${resource ? ` on ${resource}` : ""}: ${policy} denies it.`,
            hint: "No permission of the role helps against that: ask who writes this policy.",
        };
    }
    return {
        message: `The credentials may not perform ${action}${resource ? ` on ${resource}` : ""}.`,
        hint: `Allow \`${action}\` in the policy of the role that deploys ${place.functionName ?? "the function"}.`,
    };
}
/** What AWS names, else what the operation needs. Lambda reads S3 for the caller, and says so in words of its own. */
function deniedAction({ message, operation = "" }) {
    const [, inS3, object] = /denied by S3\b.* permission to (\w+) for (\S+)\. S3 Error/.exec(message) ?? [];
    if (inS3 !== undefined) {
        return { action: `s3:${inS3}`, resource: `arn:aws:s3:::${object}` };
    }
    const [, action, resource] = /not authorized to perform: (\S+?)(?: on resource: (\S+))?[\s,.]/.exec(`${message} `) ?? [];
    if (action !== undefined) {
        return { action, ...(resource !== undefined && { resource }) };
    }
    const [service, name] = operation.startsWith("s3.") ? ["s3", operation.slice(3)] : ["lambda", operation];
    return { action: `${service}:${permissionOf(name)}` };
}
/** The permission behind an operation, where the names differ. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
function permissionOf(operation) {
    const others = {
        GetLayerVersionByArn: "GetLayerVersion",
        HeadObject: "GetObject",
        Invoke: "InvokeFunction",
    };
    return others[operation] ?? operation;
}
/** What is asked: AWS understood the request and says no. */
function explainRefusal(failure, place) {
    const text = failure.message;
    if (failure.status === 404 && failure.operation === "GetFunction") {
        return {
            message: `The function ${place.functionName} does not exist in ${place.region}.`,
            hint: "Check `function-name` and `region`.",
        };
    }
    if (failure.status === 412) {
        return {
            message: "The function was changed by somebody else during this deploy.",
            hint: "Run again, and give the workflow a `concurrency` group for this function.",
        };
    }
    if (failure.name === "ResourceConflictException") {
        return {
            message: sentence(`The function stayed busy: ${text}`),
            hint: "Run again later, or raise `wait-for-minutes`.",
        };
    }
    if (failure.name === "CodeStorageExceededException") {
        return {
            message: "The account's code storage in this Region is full.",
            hint: "Delete old function and layer versions; GetAccountSettings shows the usage.",
        };
    }
    if (failure.status === 413) {
        return { message: sentence(`The upload is too large for ${failure.operation}: ${text}`), hint: "Set `s3-bucket`." };
    }
    if (failure.status === 301 || /PermanentRedirect/.test(text)) {
        return {
            message: "The bucket of `s3-bucket` is in another Region.",
            hint: `Use a bucket in ${place.region ?? "the function's Region"}.`,
        };
    }
    if (/NoSuchBucket/.test(failure.name + text)) {
        return { message: "The bucket of `s3-bucket` does not exist.", hint: "Create it in the function's Region first." };
    }
    if (failure.status === 400) {
        return { message: sentence(`${failure.operation} was refused: ${text}`), hint: hintForInvalid(text) };
    }
    return undefined;
}
function hintForInvalid(text) {
    if (/Layer version .* does not exist/.test(text)) {
        return "Take that layer out of the function with `layers`, or name a version that exists.";
    }
    if (/combined with layers|Unzipped size|must be smaller/.test(text)) {
        return "Make code or layers smaller: `code-exclude`, `exclude-packages`; other layers count too.";
    }
    if (/cannot be assumed by Lambda/.test(text)) {
        return "Let `lambda.amazonaws.com` assume the role of `role`; one that was just made needs some seconds: run again.";
    }
    if (/no longer supported/.test(text)) {
        return "Set `runtime` to a newer Python.";
    }
    if (/CodeSHA256/.test(text)) {
        return "Somebody else deployed at the same time: give the workflow a `concurrency` group for this function.";
    }
    return "AWS's sentence says what it does not take; correct that input.";
}
/** Whether it answers: throttling, outages, the network. */
function explainService(failure) {
    if (failure.status === 429) {
        return {
            message: `AWS throttled ${failure.operation} until the retries were used up.`,
            hint: "Run again later; deploy fewer functions of this account at the same time.",
        };
    }
    if (failure.status !== undefined && failure.status >= 500) {
        return {
            message: `AWS answered ${failure.status} to ${failure.operation}.`,
            hint: "Run again; a deploy converges.",
        };
    }
    if (/socket timed out after/.test(failure.message)) {
        return { message: `AWS did not answer ${failure.operation} in time.`, hint: "Run again; a deploy converges." };
    }
    if (failure.status === undefined) {
        return {
            message: `AWS could not be reached for ${failure.operation} (${failure.message}).`,
            hint: "Check the Region and the runner's network, then run again.",
        };
    }
    return {
        message: sentence(`${failure.operation} failed: ${failure.message}`),
        hint: "Correct what AWS names, then run again.",
    };
}
/** Some texts of AWS end with a point and some do not. */
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}


/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ packCode)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/layer/import-names.js
var import_names = __nccwpck_require__(6649);
// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __nccwpck_require__(8141);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var sha256 = __nccwpck_require__(580);
// EXTERNAL MODULE: ./lib/zip/write.js + 2 modules
var write = __nccwpck_require__(2351);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/layer/record.js
var record = __nccwpck_require__(4952);
// EXTERNAL MODULE: ./lib/function/own-file.js
var own_file = __nccwpck_require__(7279);
;// CONCATENATED MODULE: ./lib/function/code-distributions.js



/** Bytes; the RECORD of the largest packages has a few MiB. */
const LONGEST_METADATA = 64 * 1024 ** 2;
/** The distributions at the top of the code directory. Without RECORD it is none: its files could not be told from the code's own. */
function readCodeDistributions(directory) {
    const root = (0,external_node_fs_.realpathSync)(directory);
    return (0,external_node_fs_.readdirSync)(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => readDistribution(root, entry.name))
        .filter((distribution) => distribution !== undefined);
}
function readDistribution(root, metadata) {
    const named = (0,record/* parseDistInfo */.Oe)(metadata);
    if (named === undefined)
        return undefined;
    const files = (0,record/* parseRecord */.Hh)(read(root, `${metadata}/RECORD`)).map((row) => whereInstalled(row.path));
    if (files.length === 0)
        return undefined;
    const [header = ""] = read(root, `${metadata}/METADATA`).split(/\r?\n\r?\n/, 1);
    const requires = [...header.matchAll(/^Requires-Dist:\s*(.+)$/gim)].map(([, text = ""]) => text);
    return { name: named.name, metadata, files, requires };
}
function read(root, name) {
    const file = (0,own_file/* readOwnFile */.z)(root, name, LONGEST_METADATA);
    return file.outcome === "text" ? file.text : "";
}
/** `pip install --target` moves programs after it has written their old places into RECORD. */
function whereInstalled(recorded) {
    return recorded.replace(/^\.\.\/\.\.\/bin\//, "bin/");
}

// EXTERNAL MODULE: ./lib/function/directory-item.js
var directory_item = __nccwpck_require__(5423);
;// CONCATENATED MODULE: ./lib/function/excluded.js
// Never part of a function, wherever they lie: hidden entries (`.git`, `.venv`, `.env`, `.pytest_cache`, `.DS_Store`),
// what tools leave behind, and state files that may hold secrets.
const ANYWHERE = [
    (name) => name.startsWith("."),
    (name) => name === "__pycache__",
    (name) => name === "node_modules",
    (name) => name === "cdk.out",
    (name) => name.endsWith(".pyc"),
    (name) => name.endsWith(".egg-info"),
    (name) => name.includes(".tfstate"),
];
// Ordinary names of packages below the top.
const TOP_DIRECTORIES = ["build", "tests"];
/** The built-in list; undefined for an entry that is not on it. */
function leftOut(name, traits) {
    const listed = ANYWHERE.find((rule) => rule(name));
    if (listed)
        return { name, isNamedBy: listed };
    const { directory, atTop, environment, dependencyFile } = traits;
    const atItsPlace = environment || dependencyFile || (directory && atTop && TOP_DIRECTORIES.includes(name));
    return atItsPlace ? { name, isNamedBy: (part) => part === name } : undefined;
}

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __nccwpck_require__(298);
;// CONCATENATED MODULE: ./lib/function/selection.js

/** Reads lists of gitignore patterns (https://git-scm.com/docs/gitignore#_pattern_format); upper and lower case differ on every platform. */
function readSelection(include, exclude) {
    const patterns = include.filter((text) => !text.startsWith("#")).map(readPattern);
    const positive = patterns.filter(({ takes }) => takes);
    // The last one that matches decides, also below a directory that an earlier one takes: `app`, `!app/drafts/`.
    const included = (path) => patterns.findLast(({ matches }) => matches(path))?.takes ?? false;
    const excluded = matcher(exclude);
    const named = (leftOut, candidates) => leftOut.every((entry) => candidates.some((pattern) => names(pattern, entry)));
    return {
        takesFile: (path, leftOut) => included(path) &&
            !excluded(path) &&
            (leftOut.length === 0 ||
                named(leftOut, positive.filter((pattern) => pattern.matches(path)))),
        entersDirectory: (path, leftOut) => !excluded(`${path}/`) && named(leftOut, positive) && positive.some((pattern) => reachesInto(pattern, path)),
    };
}
function readPattern(text) {
    const takes = !text.startsWith("!");
    const pattern = (takes ? text : text.slice(1)).replace(/^\.\//, "/");
    const parts = pattern.split("/").filter((part) => part !== "");
    return { takes, matches: matcher([pattern]), parts, anchored: pattern.startsWith("/") || parts.length > 1 };
}
function names(pattern, entry) {
    return pattern.parts.some((part) => entry.isNamedBy(part) && matcher([part])(entry.name));
}
/** Saves reading directories, and failing on something in them, that no pattern can mean. */
function reachesInto({ parts, anchored }, directory) {
    if (!anchored)
        return true;
    for (const [index, name] of directory.split("/").entries()) {
        const part = parts[index];
        if (part === undefined || part.includes("**"))
            return true;
        if (!matcher([part])(name))
            return false;
    }
    return true;
}
function matcher(patterns) {
    const rules = ignore({ ignoreCase: false }).add(patterns.map((pattern) => ({ pattern })));
    return (path) => rules.ignores(path);
}

;// CONCATENATED MODULE: ./lib/function/code-files.js







// As many as a zip can hold; also ends the walk through links that lead into one another's directories again and again.
const MOST_FILES = 65_535;
const MOST_DIRECTORIES = 65_535;
const LONGEST_IGNORE_FILE = 1024 ** 2;
// Each is compared with each file.
const MOST_PATTERNS = 1_000;
/** The files that are the code package, links followed. Throws an ActionError that names an entry which cannot be part of it. */
function findCodeFiles(request) {
    const root = (0,external_node_fs_.realpathSync)(request.directory);
    const walk = {
        root,
        selection: readSelection(request.include, [...readLambdaIgnore(root), ...request.exclude]),
        dependencyFiles: new Set(request.dependencyFiles.map((file) => (0,paths/* relativePath */.i)(request.directory, file))),
    };
    const files = [];
    let directories = 0;
    for (const found of walkBelow({ real: root, path: "", leftOut: [], chain: [root] }, walk)) {
        if (found === "directory")
            directories += 1;
        else
            files.push(found);
        if (files.length > MOST_FILES) {
            throw (0,directory_item/* refusal */.x5)(`The code package would hold more than ${MOST_FILES} files.`, TOO_MANY_HINT);
        }
        if (directories > MOST_DIRECTORIES) {
            throw (0,directory_item/* refusal */.x5)(`The code directory leads into more than ${MOST_DIRECTORIES} directories.`, TOO_MANY_HINT);
        }
    }
    return files;
}
const TOO_MANY_HINT = "Leave some out with `code-exclude`, or look for links that lead into one another.";
function readLambdaIgnore(root) {
    const name = ".lambdaignore";
    const file = (0,own_file/* readOwnFile */.z)(root, name, LONGEST_IGNORE_FILE);
    switch (file.outcome) {
        case "text":
            return patternsOf(name, file.text);
        case "missing":
            return [];
        case "refused":
            throw (0,directory_item/* refusal */.x5)(`\`${name}\` ${file.why}.`, "Put a text file there, or remove it.");
        default:
            return file;
    }
}
function patternsOf(name, text) {
    const patterns = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
    if (patterns.length > MOST_PATTERNS) {
        throw (0,directory_item/* refusal */.x5)(`\`${name}\` holds more than ${MOST_PATTERNS} patterns.`, "Name directories instead of files.");
    }
    return patterns;
}
/** Each file of the package and, before what it holds, each directory that is entered. */
// Synchronous: thousands of short calls, each of which would cost more on the way through libuv's threads.
function* walkBelow(directory, walk) {
    yield "directory";
    for (const entry of entriesOf(directory)) {
        const item = (0,directory_item/* readItem */.k0)(entry, directory.real, directory.path);
        const left = [...directory.leftOut, ...listedNames(item.path, item.real, item.kind === "directory", walk)];
        if (item.kind === "directory") {
            if (!walk.selection.entersDirectory(item.path, left))
                continue;
            const { path: below, real } = checkPlace(item, walk);
            if (directory.chain.includes(real))
                throw loop(below);
            yield* walkBelow({ real, path: below, leftOut: left, chain: [...directory.chain, real] }, walk);
        }
        else if (walk.selection.takesFile(item.path, left)) {
            const { path: file, size, executable, real } = checkPlace(item, walk);
            yield { path: file, size, executable, content: { file: real } };
        }
    }
}
/** The entry, when its name or what it is puts it on the built-in list. */
function listedNames(itemPath, real, directory, walk) {
    const listed = leftOut(external_node_path_.posix.basename(itemPath), {
        directory,
        atTop: !itemPath.includes("/"),
        environment: directory && (0,external_node_fs_.existsSync)(external_node_path_.join(real, "pyvenv.cfg")),
        dependencyFile: walk.dependencyFiles.has(itemPath),
    });
    return listed ? [listed] : [];
}
/** The entry, when it can be part of the package; else throws, also for a link to what stays out: `notes.txt` → `.git/config`. */
function checkPlace(item, walk) {
    const packable = (0,directory_item/* checkItem */.es)(item, walk.root);
    const target = (0,paths/* relativePath */.i)(walk.root, item.real);
    if (item.link && target !== "." && staysOut(target, item.kind === "directory", walk)) {
        throw (0,directory_item/* refusal */.x5)(`The link ${JSON.stringify(item.path)} leads to ${JSON.stringify(target)}, which stays out.`, "Leave the link out with `code-exclude`, or name what it leads to in `code-include`.");
    }
    return packable;
}
/** Is a part of the path on the built-in list, and not named by `code-include`? */
function staysOut(target, directory, walk) {
    const names = target.split("/");
    const left = names.flatMap((_, index) => {
        const above = names.slice(0, index + 1).join("/");
        return listedNames(above, external_node_path_.join(walk.root, above), directory || index < names.length - 1, walk);
    });
    const { entersDirectory, takesFile } = walk.selection;
    return left.length > 0 && !(directory ? entersDirectory : takesFile)(target, left);
}
function loop(link) {
    const message = `The link ${JSON.stringify(link)} leads back to a directory that contains it.`;
    return (0,directory_item/* refusal */.x5)(message, "Remove it, or leave it out with `code-exclude`.");
}
function entriesOf(directory) {
    try {
        const entries = (0,external_node_fs_.readdirSync)(directory.real, { withFileTypes: true });
        // In an order of its own, so that of several problems always the same one is reported.
        return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    }
    catch (cause) {
        throw (0,directory_item/* unreadable */.O$)(directory.path || ".", false, (0,directory_item/* errorCode */.CA)(cause));
    }
}
/** The directory has no entry at all. */
function holdsNothing(directory) {
    return (0,external_node_fs_.readdirSync)(directory).length === 0;
}

// EXTERNAL MODULE: ./lib/dependencies/requirement-line.js + 1 modules
var requirement_line = __nccwpck_require__(3059);
// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
// EXTERNAL MODULE: ./lib/layer/target.js
var target = __nccwpck_require__(3100);
;// CONCATENATED MODULE: ./lib/function/lambda-marker.js


// The values that environment markers have in every Python runtime of Lambda.
const CONSTANTS = {
    implementation_name: "cpython",
    os_name: "posix",
    platform_python_implementation: "CPython",
    platform_system: "Linux",
    sys_platform: "linux",
};
const VERSIONS = target/* RUNTIMES */.aC.map((runtime) => versionNumber(runtime.slice("python".length)));
const COMPARISON = /^(\w+)\s*(==|!=|<=|>=|<|>)\s*["']([^"']*)["']$/;
/**
 * Does this environment marker hold in every Lambda runtime, with these (normalised) extras? What is not plainly so counts as no:
 * alternatives, and variables that the runtime alone does not decide. `""` holds.
 */
function holdsOnLambda(marker, extras) {
    if (marker.trim() === "")
        return true;
    return marker
        .replace(/[()]/g, " ")
        .split(/\sand\s/)
        .every((part) => comparisonHolds(part.trim(), extras));
}
function comparisonHolds(comparison, extras) {
    const [, variable = "", operator = "", value = ""] = COMPARISON.exec(comparison) ?? [];
    if (variable === "extra")
        return operator === "==" && extras.has((0,dependencies_name/* normaliseName */.G)(value));
    if (variable === "python_version") {
        const asked = versionNumber(value);
        return VERSIONS.every((version) => compare(version, operator, asked));
    }
    const constant = CONSTANTS[variable];
    if (constant === undefined)
        return false;
    return operator === "==" ? constant === value : operator === "!=" && constant !== value;
}
function compare(left, operator, right) {
    switch (operator) {
        case "==":
            return left === right;
        case "!=":
            return left !== right;
        case "<":
            return left < right;
        case "<=":
            return left <= right;
        case ">":
            return left > right;
        case ">=":
            return left >= right;
        default:
            return false;
    }
}
/** `3.11` → 3011; NaN, which compares as false, for anything but one or two numbers. */
function versionNumber(text) {
    const [, major, minor = "0"] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    return major === undefined ? Number.NaN : Number(major) * 1000 + Number(minor);
}

;// CONCATENATED MODULE: ./lib/function/vendored.js


const NO_EXTRAS = new Set();
/**
 * Of the installed distributions those that the requirements name, or reach through the installed metadata; whatever a layer holds now.
 * What `exclude-packages` names stays in the code, with what only it needs: the layer will not bring it.
 */
function findVendored(installed, dependencies) {
    if (dependencies.outcome !== "found")
        return { distributions: [], owns: () => false };
    const reached = reach(wantedBy(dependencies), installed, new Set(dependencies.excluded));
    const brought = installed.filter(({ name }) => reached.has(name));
    const kept = new Set(installed.filter(({ name }) => !reached.has(name)).flatMap(({ files }) => files));
    const files = new Set(brought.flatMap((distribution) => distribution.files).filter((file) => !kept.has(file)));
    const metadata = new Set(brought.map((distribution) => distribution.metadata));
    return {
        distributions: [...new Set(brought.map(({ name }) => name))].sort(),
        owns: (file) => files.has(file) || metadata.has(file.split("/", 1)[0] ?? ""),
    };
}
function wantedBy({ requirements, pathDependencies }) {
    return [
        ...parseNeeds(requirements.map(({ line }) => line)),
        ...pathDependencies.map(({ name, extras, marker = "" }) => ({ name, extras, marker })),
    ];
}
/** The names that are needed, directly or through others. */
function reach(wanted, installed, excluded) {
    const extrasOf = new Map();
    const open = wanted.filter(({ marker }) => holdsOnLambda(marker, NO_EXTRAS));
    for (let need = open.pop(); need; need = open.pop()) {
        const { name, extras } = need;
        const before = extrasOf.get(name);
        if (excluded.has(name) || (before && extras.every((extra) => before.has(extra))))
            continue;
        const asked = new Set([...(before ?? []), ...extras]);
        extrasOf.set(name, asked);
        const requires = installed.filter((distribution) => distribution.name === name).flatMap((it) => it.requires);
        open.push(...parseNeeds(requires).filter(({ marker }) => holdsOnLambda(marker, asked)));
    }
    return new Set(extrasOf.keys());
}
function parseNeeds(lines) {
    return lines.map(parseNeed).filter((need) => need !== undefined);
}
/** What a line of a requirements file or of `Requires-Dist` asks for; undefined when it cannot be read. */
function parseNeed(text) {
    const [requirement = ""] = text.split(/\s--/, 1);
    try {
        const { name, extras, marker } = (0,requirement_line/* parseRequirementLine */.vp)(requirement);
        return name === undefined ? undefined : { name, extras, marker };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/function/code.js









/** Packs the code without its dependencies; the same files give the same bytes. Throws an ActionError when there is nothing to pack. */
async function packCode(request) {
    const { workspace, directory, include, exclude, dependencies } = request;
    const dependencyFiles = filesOf(dependencies).map((file) => external_node_path_.resolve(workspace, file));
    const files = findCodeFiles({ directory, include, exclude, dependencyFiles });
    const vendored = findVendored(readCodeDistributions(directory), dependencies);
    const inputs = files.filter((file) => !vendored.owns(file.path));
    if (inputs.length === 0 && holdsNothing(workspace)) {
        throw new errors/* ActionError */.l("The workspace is empty.", {
            hint: "Run `actions/checkout` before this step.",
            code: "no-code",
        });
    }
    if (inputs.length === 0) {
        const shown = (0,paths/* relativePath */.i)(workspace, directory);
        throw new errors/* ActionError */.l(`The code directory ${JSON.stringify(shown)} holds no file for the code package.`, {
            hint: "Check `code-artifacts-dir`, `code-include`, `code-exclude` and `.lambdaignore`.",
            code: "no-code",
        });
    }
    const written = await (0,write/* writeZip */.z)(inputs, request.file);
    return {
        ...written,
        codeSha256: (0,sha256/* hexToBase64 */.O)(written.sha256),
        leftOut: vendored.distributions,
        importNames: (0,import_names/* importNamesOf */.rn)(inputs.map((input) => input.path)),
    };
}
function filesOf(dependencies) {
    return dependencies.outcome === "untouched" ? [] : dependencies.files;
}


/***/ }),

/***/ 5243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ compareCode)
});

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var zip_sha256 = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/function/changes.js
/** Compares names, sizes, CRCs and execute bits, not the compressed bytes: those differ between releases of zlib. */
function contentChanges(local, live) {
    const before = new Map(live.map((entry) => [entry.path, entry]));
    const after = new Map(local.map((entry) => [entry.path, entry]));
    // A path that occurs twice, as some tools append it, is unpacked in an order that only the unpacker knows.
    const twice = new Set(live.filter((entry) => before.get(entry.path) !== entry).map(({ path }) => path));
    const isSame = (entry, other) => entry.size === other.size &&
        entry.crc32 === other.crc32 &&
        entry.executable === other.executable &&
        !twice.has(entry.path);
    return {
        added: [...after.keys()].filter((path) => !before.has(path)).sort(),
        removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
        modified: [...after.values()]
            .filter((entry) => {
            const other = before.get(entry.path);
            return other !== undefined && !isSame(entry, other);
        })
            .map(({ path }) => path)
            .sort(),
    };
}
/** Would unpacking both give the same files? */
function sameContent(local, live) {
    const { added, removed, modified } = contentChanges(local, live);
    return added.length + removed.length + modified.length === 0;
}

;// CONCATENATED MODULE: ./lib/function/compare.js



/**
 * Same bytes, or same files? Only when the sums differ is the live zip looked at, by range reads of its central
 * directory: zlib releases compress the same files to other bytes.
 */
async function compareCode(state, code) {
    if (!state.exists) {
        return { changed: true, reason: "The function is new.", before: {}, changes: undefined };
    }
    const sha256 = (0,zip_sha256/* base64ToHex */.Q)(state.codeSha256);
    if (state.readiness.status === "failed") {
        const reason = `The function's last update failed (${state.readiness.code}), so the code is sent again.`;
        return { changed: true, reason, before: { zipped: state.codeSize, sha256 }, changes: undefined };
    }
    if (state.codeSha256 === code.codeSha256) {
        const { zipped, unzipped, files } = code;
        return {
            changed: false,
            reason: "The code is the same.",
            before: { zipped, unzipped, files, sha256 },
            changes: undefined,
        };
    }
    const { readRemoteZip } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(129)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9129)); // loads an HTTP client that unchanged code does without
    const live = state.codeLocation === undefined ? undefined : await readRemoteZip(state.codeLocation);
    if (live === undefined) {
        const reason = "The code package differs from the live one.";
        return { changed: true, reason, before: { zipped: state.codeSize, sha256 }, changes: undefined };
    }
    const before = { zipped: state.codeSize, unzipped: live.unzipped, files: live.files, sha256 };
    if (sameContent(code.entries, live.entries)) {
        return {
            changed: false,
            reason: "The files are the same, only compressed differently.",
            before,
            changes: undefined,
        };
    }
    const changes = contentChanges(code.entries, live.entries);
    return { changed: true, reason: differing(changes), before, changes };
}
function differing({ added, removed, modified }) {
    const counts = [
        [modified.length, "changed"],
        [added.length, "added"],
        [removed.length, "removed"],
    ];
    const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${(0,markdown/* plural */.LS)(count, "file")} ${word}`);
    return `${said.join(", ")}.`;
}


/***/ }),

/***/ 5423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   es: () => (/* binding */ checkItem),
/* harmony export */   k0: () => (/* binding */ readItem),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _machine_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8141);




/** Reads one entry of the directory that lies at `real` and is `parent` in the package (empty: the code directory itself). */
function readItem(entry, real, parent) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(real, entry.name);
    const link = entry.isSymbolicLink();
    const common = { name: entry.name, path: parent === "" ? entry.name : `${parent}/${entry.name}`, link };
    try {
        const target = link ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file) : file;
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target);
        if (stats.isDirectory())
            return { ...common, real: target, kind: "directory" };
        if (!stats.isFile())
            return { ...common, real: target, kind: "other" };
        // Windows knows no execute bit; elsewhere the owner's counts, which no umask takes away.
        const executable = process.platform !== "win32" && (stats.mode & 0o100) !== 0;
        return { ...common, real: target, kind: "file", size: stats.size, executable };
    }
    catch (cause) {
        return { ...common, real: file, kind: "unreadable", code: errorCode(cause) };
    }
}
/** The entry, when it can be part of a package whose directory is `root` (a real path); else throws. */
function checkItem(item, root) {
    const shown = JSON.stringify(item.path);
    const flaw = nameFlaw(item.path);
    if (flaw)
        throw refusal(`The name ${shown} ${flaw}.`, "Rename it, or leave it out with `code-exclude`.");
    if (item.kind === "unreadable")
        throw unreadable(item.path, item.link, item.code);
    if (item.kind === "other") {
        throw refusal(`${shown} is neither a file nor a directory.`, "Leave it out with `code-exclude`.");
    }
    if (item.link && !(0,_machine_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .F)(root, item.real)) {
        throw refusal(`The link ${shown} leads out of the code directory.`, "Put a copy in its place, or leave it out with `code-exclude`.");
    }
    return item;
}
/** The error for an entry that exists but cannot be read. */
function unreadable(itemPath, link, code) {
    const shown = JSON.stringify(itemPath);
    if (link && code === "ENOENT") {
        return refusal(`The link ${shown} leads to nothing.`, "Correct it, or leave it out with `code-exclude`.");
    }
    if (link && code === "ELOOP") {
        return refusal(`The link ${shown} leads back to itself.`, "Correct it, or leave it out with `code-exclude`.");
    }
    const hint = "Make it readable for the user that runs this step, or leave it out with `code-exclude`.";
    return refusal(`${shown} cannot be read (${code}).`, hint);
}
function refusal(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(message, { hint, code: "code-files" });
}
/** `ENOENT` and the like. */
function errorCode(cause) {
    return cause.code ?? "unknown error";
}
function nameFlaw(itemPath) {
    if (/\p{Cc}/u.test(itemPath))
        return "contains a control character";
    if (itemPath.includes("\\"))
        return "contains a backslash";
    // What Node makes of bytes that are not valid UTF-8, and of unpaired surrogates on Windows.
    if (/[\uFFFD\p{Surrogate}]/u.test(itemPath))
        return "is not valid Unicode";
    return undefined;
}


/***/ }),

/***/ 8341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ checkLayers),
/* harmony export */   I2: () => (/* binding */ layerReason),
/* harmony export */   cD: () => (/* binding */ wantedLayers)
/* harmony export */ });
/* unused harmony export NEW_LAYER */
/* harmony import */ var _aws_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8690);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);


const NEW_LAYER = { layer: "new" };
/** Ours keeps its index, else comes last; the others keep their order. */
function wantedLayers(state, ours, wanted) {
    const attached = state.layers.map((layer) => layer.arn);
    const index = ours === undefined ? -1 : attached.indexOf(ours);
    const others = wanted.otherLayers ?? attached.filter((arn) => arn !== ours);
    const slot = slotOfOurs(wanted.layer, ours);
    return slot === undefined ? others : others.toSpliced(index === -1 ? others.length : index, 0, slot);
}
function slotOfOurs(layer, ours) {
    switch (layer.kind) {
        case "untouched":
            return ours;
        case "none":
            return undefined;
        case "existing":
            return layer.arn;
        case "new":
            return NEW_LAYER;
        default:
            return layer;
    }
}
/** Lambda takes five layers at most and no layer twice; both are known before anything is sent. */
function checkLayers(layers, ours) {
    if (layers.length > 5) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The function would have ${layers.length} layers; Lambda takes 5.`, {
            hint: "List the layers to keep in `layers`; ours takes one of the five places.",
            code: "layers",
        });
    }
    const names = layers.map((slot) => (0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutQualifier */ .f)(typeof slot === "string" ? slot : (ours ?? "")));
    const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The layer ${twice} would be attached twice; Lambda takes no layer in two versions.`, {
            hint: "Name it once in `layers`.",
            code: "layers",
        });
    }
}
/** Why the list changes, as a sentence. */
function layerReason(layer, state) {
    switch (layer.kind) {
        case "new":
            return "The new layer version is attached.";
        case "existing":
            return state.layers.some((attached) => attached.arn === layer.arn)
                ? "The other layers change."
                : `Layer version ${(0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .lastPart */ .S)(layer.arn)} is attached.`;
        case "none":
            return "Our layer is detached: nothing depends on it.";
        case "untouched":
            return layer.why ?? "The other layers change.";
        default:
            return layer;
    }
}


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _machine_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8141);
/* harmony import */ var _directory_item_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5423);




/** Reads a file of a directory that may hold anything: a link to a device would never end. `root` is a real path, `most` in bytes. */
function readOwnFile(root, name, most) {
    try {
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, name));
        if (!(0,_machine_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .F)(root, real))
            return { outcome: "refused", why: "leads out of the code directory" };
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
        if (!stats.isFile())
            return { outcome: "refused", why: "is no file" };
        if (stats.size > most)
            return { outcome: "refused", why: `is larger than ${most} bytes` };
        return { outcome: "text", text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real, "utf8") };
    }
    catch (cause) {
        const code = (0,_directory_item_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(cause);
        return code === "ENOENT" ? { outcome: "missing" } : { outcome: "refused", why: `cannot be read (${code})` };
    }
}


/***/ }),

/***/ 3917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   G$: () => (/* binding */ changesFunction),
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   g8: () => (/* binding */ isSideSetting),
/* harmony export */   lK: () => (/* binding */ sendsCode)
/* harmony export */ });
/* harmony import */ var _aws_arn_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8690);
/* harmony import */ var _layer_slots_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8341);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8407);
/* harmony import */ var _update_order_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2598);




/** Current state and wanted state → ordered changes, each with its reason. Throws when no order fits Lambda's limit. */
function makePlan(state, ours, wanted, footprint) {
    const layers = (0,_layer_slots_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedLayers */ .cD)(state, ours, wanted);
    (0,_layer_slots_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLayers */ .HJ)(layers, ours);
    if (!state.exists) {
        return newFunctionPlan(state, layers, wanted);
    }
    const configuration = configurationChange(state, layers, wanted);
    const code = codeChange(state, wanted);
    const publishLayer = layerPublication(wanted);
    const both = configuration?.layers !== undefined && code !== undefined;
    const codeFirst = both && (0,_update_order_js__WEBPACK_IMPORTED_MODULE_2__/* .goesCodeFirst */ .u)(wanted, footprint);
    const updates = (codeFirst ? [code, configuration] : [configuration, code]).filter((change) => change !== undefined);
    const last = [versionChange(wanted, updates.length > 0), aliasChange(wanted.alias)];
    const gap = codeFirst ? "new code with the old layers" : "the old code with the new layers";
    return {
        changes: [publishLayer, ...sideChanges(state, wanted), ...updates, ...last].filter((change) => change !== undefined),
        layers,
        gap: both ? gap : undefined,
    };
}
/** Whether the plan holds one of these changes. */
function does({ changes }, ...actions) {
    return changes.some(({ action }) => actions.includes(action));
}
/** Whether the plan sends the code package. */
function sendsCode(plan) {
    return does(plan, "update-code", "create-function");
}
/** Whether the plan changes the function itself, so that a version of it would be another one. */
function changesFunction({ changes }) {
    return changes.some(({ action }) => !isSideSetting(action));
}
/** What belongs to the function as a whole and to none of its versions. */
function isSideSetting(action) {
    return action === "update-tags" || action === "update-code-signing";
}
/** One call takes everything, so there is no gap. */
function newFunctionPlan(state, layers, wanted) {
    const { settings = {}, tags = {}, codeSigningConfig, sourceKmsKey = "" } = wanted;
    const create = {
        action: "create-function",
        reason: layers.length === 0 ? "It was missing." : "It was missing; its layers are attached at once.",
        settings,
        runtime: state.runtime ?? "",
        architecture: state.architecture,
        layers,
        sourceKmsKey,
        tags,
        codeSigningConfig,
    };
    const changes = [layerPublication(wanted), create, firstVersion(wanted), aliasChange(wanted.alias)];
    return { changes: changes.filter((change) => change !== undefined), layers, gap: undefined };
}
function firstVersion({ publish }) {
    return publish ? { action: "publish-version", reason: "The first state of the function gets a number." } : undefined;
}
function layerPublication({ layer }) {
    return layer.kind === "new" ? { action: "publish-layer", reason: layer.reason } : undefined;
}
function configurationChange(state, layers, wanted) {
    const attached = state.layers.map((layer) => layer.arn);
    // After a failed update GetFunction shows what was sent, while the function still runs what it ran before.
    const inDoubt = state.readiness.status === "failed";
    const sameLayers = attached.length === layers.length && attached.every((arn, index) => arn === layers[index]);
    const sendsLayers = !sameLayers || (inDoubt && layers.length > 0);
    const runtime = wanted.runtime === state.runtime ? undefined : wanted.runtime;
    const { settings: all = {} } = wanted;
    const { description, ...others } = all;
    // The description of a version tells where it came from; that of the function stands in $LATEST.
    const comparable = state.version === "$LATEST" ? all : others;
    const settings = inDoubt ? comparable : (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .differingSettings */ .C1)(state.settings, comparable);
    const described = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSettings */ .TR)(state.settings, settings);
    if (!sendsLayers && runtime === undefined && described.length === 0) {
        return undefined;
    }
    const reasons = [
        ...(inDoubt ? [`The last update failed, so ${sentAgain(sendsLayers, described.length > 0)} sent again.`] : []),
        ...(!inDoubt && sendsLayers ? [(0,_layer_slots_js__WEBPACK_IMPORTED_MODULE_0__/* .layerReason */ .I2)(wanted.layer, state)] : []),
        ...(runtime === undefined ? [] : [`The runtime moves from ${state.runtime} to ${runtime}.`]),
        ...(!inDoubt && described.length > 0 ? [`Settings: ${described.join("; ")}.`] : []),
    ];
    return {
        action: "update-configuration",
        reason: reasons.join(" "),
        layers: sendsLayers ? layers : undefined,
        runtime,
        settings,
    };
}
function sentAgain(layers, settings) {
    if (layers) {
        return settings ? "layers and settings are" : "the layers are";
    }
    return settings ? "the settings are" : "the runtime is";
}
function codeChange(state, wanted) {
    const architecture = wanted.architecture === state.architecture ? undefined : wanted.architecture;
    const { sourceKmsKey = state.sourceKmsKey } = wanted;
    const otherKey = sourceKmsKey !== state.sourceKmsKey;
    if (!wanted.code.changed && architecture === undefined && !otherKey) {
        return undefined;
    }
    const reasons = [
        ...(wanted.code.changed ? [wanted.code.reason] : []),
        ...(architecture === undefined ? [] : [`The function moves from ${state.architecture} to ${architecture}.`]),
        ...(otherKey ? ["The code gets another key (`source-kms-key-arn`)."] : []),
    ];
    return { action: "update-code", reason: reasons.join(" "), architecture, sourceKmsKey };
}
/** First: the code signing is to guard the code, and whatever is refused here leaves $LATEST and the alias alone. */
function sideChanges(state, wanted) {
    return [codeSigningChange(wanted), tagsChange(state, wanted)];
}
function codeSigningChange({ codeSigningConfig: config }) {
    return config === undefined
        ? undefined
        : { action: "update-code-signing", reason: `The function gets ${(0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .lastPart */ .S)(config)}.`, config };
}
function tagsChange({ tags: live }, { tags = {} }) {
    const different = Object.entries(tags).filter(([key, value]) => live?.[key] !== value);
    if (different.length === 0) {
        return undefined;
    }
    const names = different.map(([key]) => `\`${key}\``).join(", ");
    const why = live === undefined ? " The function shows no tags; without `lambda:ListTags` it never does." : "";
    return { action: "update-tags", reason: `Set: ${names}.${why}`, tags: Object.fromEntries(different) };
}
function versionChange({ publish, alias }, changes) {
    if (changes && publish) {
        return { action: "publish-version", reason: "The function changed, so this state gets a number." };
    }
    // $LATEST is as wanted, perhaps by a run that was cut off: AWS returns the version that holds it, or makes it.
    const reason = "The alias needs a version that holds the state of $LATEST.";
    return alias.kind === "moves" ? { action: "publish-version", reason } : undefined;
}
function aliasChange(alias) {
    if (alias.kind === "stays") {
        return undefined;
    }
    const { name, from } = alias;
    const reason = from === undefined ? "There was none of this name." : `Callers leave version ${from} for this one.`;
    return { action: "move-alias", reason, alias: name };
}


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ pruneVersions)
/* harmony export */ });
/** Which published versions of the function may go: all but the `keep` newest and those that an alias uses. Numbers, oldest first. Pure. */
function pruneVersions(versions, aliases, keep) {
    const used = new Set(aliases.flatMap((alias) => alias.versions));
    // Anything but a number is $LATEST, or nothing that this action knows.
    const numbers = versions.filter((version) => /^[1-9]\d*$/.test(version)).toSorted((a, b) => Number(a) - Number(b));
    return numbers.slice(0, Math.max(0, numbers.length - keep)).filter((version) => !used.has(version));
}


/***/ }),

/***/ 4541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ readLatest),
  p: () => (/* binding */ readLive)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __nccwpck_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/function/new-function.js

/** What a function that is to be created begins with: nothing. Throws when an input that a new function needs is missing. */
function newFunction(request) {
    const { functionName, region, settings, runtime, architecture = "x86_64" } = request;
    const needed = { role: settings.role, handler: settings.handler, runtime };
    const missing = Object.entries(needed).filter(([, value]) => value === undefined);
    if (missing.length > 0) {
        const names = missing.map(([name]) => `\`${name}\``).join(", ");
        throw new errors/* ActionError */.l(`The function ${functionName.name} does not exist in ${region}.`, {
            hint: `Check \`function-name\` and \`region\`; to have it created, give ${names} too.`,
            code: "missing-function",
        });
    }
    return {
        exists: false,
        name: functionName.name,
        version: "$LATEST",
        description: "",
        arn: "",
        packageType: "Zip",
        runtime,
        architecture,
        codeSha256: "",
        codeSize: 0,
        codeLocation: undefined,
        layers: [],
        revisionId: undefined,
        readiness: { status: "ready" },
        settings: {},
        tags: {},
        sourceKmsKey: "",
    };
}

// EXTERNAL MODULE: ./lib/function/readiness.js
var readiness = __nccwpck_require__(7516);
;// CONCATENATED MODULE: ./lib/function/read.js




/** Reads what is live, in one call where it can be. Throws when this action cannot deploy to it, or when it is not the wanted revision. */
async function readLive(lambda, request, clock) {
    const { aliasName: name } = request;
    if (name === undefined) {
        return { state: await latestOrNew(lambda, request, clock), alias: undefined };
    }
    const version = await (0,failure/* unlessMissing */.F2)(lambda.getFunction(name));
    if (version === undefined) {
        return { state: await latestOrNew(lambda, request, clock), alias: { name, version: undefined } };
    }
    if (request.revisionId !== undefined) {
        // A version has a revision of its own; the one to compare is that of $LATEST.
        await readLatest(lambda, request, clock);
    }
    return { state: checked(version), alias: { name, version: version.version } };
}
/** Reads $LATEST, waiting while it is busy. */
async function readLatest(lambda, { revisionId, waitMs }, clock) {
    const state = checked(await (0,readiness/* untilIdle */.F)(() => lambda.getFunction(), waitMs, clock));
    checkRevision(state, revisionId);
    return state;
}
/** $LATEST or, of a missing function that can be created, what it begins with. */
async function latestOrNew(lambda, request, clock) {
    const latest = await (0,failure/* unlessMissing */.F2)(readLatest(lambda, request, clock));
    if (latest !== undefined) {
        return latest;
    }
    const state = newFunction(request);
    checkRevision(state, request.revisionId);
    return state;
}
function checkRevision({ exists, revisionId }, wanted) {
    if (wanted !== undefined && wanted !== revisionId) {
        const found = exists ? `has revision ${revisionId}` : "does not exist, so it has no revision";
        throw new errors/* ActionError */.l(`The function ${found}, not ${wanted}.`, {
            hint: "Somebody changed it since `revision-id` was read: read it again, then deploy.",
            code: "revision",
        });
    }
}
function checked(state) {
    if (state.packageType === "Image") {
        throw new errors/* ActionError */.l(`The function ${state.name} is a container image; layers and zips do not apply to it.`, {
            hint: "Deploy it with aws-actions/aws-lambda-deploy, or create a zip function.",
            code: "image",
        });
    }
    return state;
}


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ untilIdle)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/**
 * Reads until AWS is no longer busy with it; returns what was read last, ready or failed. Throws after `waitMs`.
 * GetFunction has a pool of its own (100 a second), so short pauses cost nobody anything.
 */
async function untilIdle(read, waitMs, clock) {
    const deadline = clock.now() + waitMs;
    let pause = 250;
    for (;;) {
        const current = await read();
        if (current.readiness.status !== "busy") {
            return current;
        }
        if (clock.now() + pause > deadline) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The function was still ${current.readiness.why} after ${waitMs / 60_000} minutes.`, {
                hint: "Run again later, or raise `wait-for-minutes`.",
                code: "wait",
            });
        }
        await clock.sleep(pause);
        pause = Math.min(pause * 1.5, 2_000);
    }
}


/***/ }),

/***/ 8407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ differingSettings),
/* harmony export */   TR: () => (/* binding */ describeSettings),
/* harmony export */   Tw: () => (/* binding */ unexpectedSettings)
/* harmony export */ });
/** The input that sets each setting. */
const INPUTS = {
    role: "role",
    handler: "handler",
    description: "function-description",
    memorySize: "memory-size",
    timeout: "timeout",
    ephemeralStorage: "ephemeral-storage",
    environment: "environment",
    vpc: "vpc-config",
    tracing: "tracing-config",
    snapStart: "snap-start",
    logging: "logging-config",
    deadLetterTarget: "dead-letter-config",
    fileSystems: "file-system-configs",
    kmsKey: "kms-key-arn",
};
/** What is to be sent, forth or back: of the wanted settings those that differ from the live ones, or that AWS does not show. */
function differingSettings(live, wanted) {
    return pick(wanted, givenNames(wanted).filter((name) => !agrees(name, live, wanted)));
}
/** The inputs whose settings are not as expected: somebody else changed them. What AWS does not show cannot be compared. */
function unexpectedSettings(expected, found) {
    return givenNames(expected)
        .filter((name) => found[name] !== undefined && !agrees(name, found, expected))
        .map((name) => INPUTS[name]);
}
/** `` `memory-size` 256 → 512 `` for each setting that is sent; of the environment only names. */
function describeSettings(live, sent) {
    return givenNames(sent).map((name) => {
        const input = `\`${INPUTS[name]}\``;
        if (live[name] === undefined) {
            return `${input} (the present value cannot be read)`;
        }
        switch (name) {
            case "environment":
                return `${input} (${variableChanges(live.environment ?? {}, sent.environment ?? {})})`;
            case "memorySize":
            case "timeout":
            case "ephemeralStorage":
            case "handler":
            case "tracing":
            case "snapStart":
                return `${input} ${live[name]} → ${sent[name]}`;
            default:
                return input;
        }
    });
}
const MOST_VARIABLES = 10;
function variableChanges(live, sent) {
    const changes = [
        ...Object.keys(sent)
            .filter((name) => live[name] !== sent[name])
            .map((name) => `\`${name}\` ${Object.hasOwn(live, name) ? "changed" : "added"}`),
        ...Object.keys(live)
            .filter((name) => !Object.hasOwn(sent, name))
            .map((name) => `\`${name}\` removed`),
    ].sort();
    const more = changes.length - MOST_VARIABLES;
    if (changes.length === 0) {
        return "as it was";
    }
    return [...changes.slice(0, MOST_VARIABLES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
/** Does what is live hold what is wanted? AWS adds to what it is sent, so of these two only the given fields count. */
function agrees(name, live, wanted) {
    if (live[name] === undefined) {
        return false;
    }
    const expected = name === "vpc" || name === "logging" ? { ...live[name], ...wanted[name] } : wanted[name];
    return canonical(live[name]) === canonical(expected);
}
function canonical(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : JSON.stringify(value);
}
function pick(settings, names) {
    return Object.fromEntries(names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])));
}
function givenNames(settings) {
    return allNames().filter((name) => settings[name] !== undefined);
}
function allNames() {
    return Object.keys(INPUTS);
}


/***/ }),

/***/ 2598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ isCodeFirst),
/* harmony export */   u: () => (/* binding */ goesCodeFirst)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8207);


/**
 * Whether the code is to be updated before the layers. Lambda checks the sum at each of the two updates, so a fat function
 * may be too large for a layer beside it. When both orders fit: old code runs with added packages, but not without the
 * removed ones. Throws when no order fits.
 */
function goesCodeFirst({ layer }, footprint) {
    const layersFirstFits = footprint.codeBefore + footprint.layersAfter <= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .UNZIPPED_LIMIT */ .My;
    const codeFirstFits = footprint.codeAfter + footprint.layersBefore <= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .UNZIPPED_LIMIT */ .My;
    if (!layersFirstFits && !codeFirstFits) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l("Neither the new layers beside the old code nor the new code beside the old layers fit 250 MB.", {
            hint: "Make the code smaller in one deploy and change the dependencies in the next.",
            code: "no-order",
        });
    }
    const prefersCodeFirst = footprint.onlyRemoves || layer.kind === "none";
    return prefersCodeFirst ? codeFirstFits : !layersFirstFits;
}
/** Whether that is so in a plan. */
function isCodeFirst({ changes }) {
    const place = (action) => changes.findIndex((change) => change.action === action);
    return place("update-code") < place("update-configuration");
}


/***/ }),

/***/ 267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ gatedDeploy),
/* harmony export */   NZ: () => (/* binding */ unzippedOf),
/* harmony export */   rU: () => (/* binding */ checkSizes)
/* harmony export */ });
/* unused harmony export checkGates */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8207);
/* harmony import */ var _report_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1925);



const NAMED = 3;
/** Stops when Lambda's limit or a gate is passed, with all that are in one error; returns a warning near the limit, and notes. Pure. */
function checkSizes(gates, gated, limits, layer) {
    const failed = failedGates(gates, gated);
    const near = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTotal */ .ZF)(limits, gates, layer, failed);
    return [...(near === undefined ? [] : [near]), ...checkGates(gates, gated, failed)];
}
/** Stops when a gate is passed, with all that are in one error; returns a note for one that could not be checked. Pure. */
function checkGates(gates, gated, failed = failedGates(gates, gated)) {
    if (failed.length > 0) {
        const sentence = failed.map(({ problem }) => problem).join(", and ");
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, {
            hint: `${failed.flatMap(({ look }) => look).join(" ")} Make it smaller, or raise the limit in the workflow.`.trim(),
            code: "gate",
        });
    }
    return unchecked(gates, gated);
}
function failedGates(gates, gated) {
    return [codeGate(gates, gated), growthGate(gates, gated)].filter((one) => one !== undefined);
}
function codeGate({ maxCodeSize }, { code }) {
    if (maxCodeSize === undefined || code.zipped === undefined || code.zipped <= maxCodeSize) {
        return undefined;
    }
    const largest = code.files
        .toSorted((one, other) => other.compressedSize - one.compressedSize)
        .slice(0, NAMED)
        .map(({ path, compressedSize }) => `${JSON.stringify(path)} ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(compressedSize)}`);
    return {
        problem: `the code package is ${exactly(code.zipped, maxCodeSize)} zipped, more than \`max-code-size\` (${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(maxCodeSize)})`,
        look: largest.length === 0 ? [] : [`The largest files: ${largest.join(", ")}.`],
    };
}
function growthGate({ maxLayerGrowth }, { layer: { before, after }, packages }) {
    if (maxLayerGrowth === undefined || typeof before !== "number" || typeof after !== "number") {
        return undefined;
    }
    const growth = after - before;
    const allowed = "bytes" in maxLayerGrowth ? maxLayerGrowth.bytes : maxLayerGrowth.share * before;
    if (growth <= allowed) {
        return undefined;
    }
    const share = before > 0 ? ` (${percentOf(growth / before)})` : "";
    return {
        problem: `the layer grows by ${exactly(growth, allowed)}${share} unzipped, more than \`max-layer-growth\` (${inWords(maxLayerGrowth)})`,
        look: grownMost(packages),
    };
}
/** Figures that read alike although one is larger are told in bytes. */
function exactly(bytes, limit) {
    return (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes) === (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(limit) ? (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes, "bytes") : (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes);
}
function inWords(growth) {
    return "bytes" in growth ? (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(growth.bytes) : percentOf(growth.share);
}
/** `12%`, `0.5%` */
function percentOf(share) {
    return `${Number((share * 100).toFixed(share < 0.1 ? 1 : 0))}%`;
}
function grownMost(packages) {
    const weight = ({ growth, size }) => growth ?? size ?? 0;
    const named = packages
        .filter((one) => weight(one) > 0)
        .toSorted((one, other) => weight(other) - weight(one))
        .slice(0, NAMED)
        .map(({ name, growth, size = 0 }) => `${name} ${growth === undefined ? (0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(size) : `+${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(growth)}`}`);
    return named.length === 0 ? [] : [`The packages that count most: ${named.join(", ")}.`];
}
function unchecked({ maxLayerGrowth }, { layer: { before, after }, base }) {
    if (maxLayerGrowth === undefined || after === "none" || (typeof before === "number" && after !== undefined)) {
        return [];
    }
    const why = after === undefined
        ? "the layer has no figure"
        : before === "none"
            ? `${base} has no layer to compare with`
            : `the size of the layer of ${base} is not known`;
    return [{ level: "note", text: `\`max-layer-growth\` was not checked: ${why}.` }];
}
/** A deploy as the gates see it: the layer is compared with the one that is attached. Pure. */
function gatedDeploy(code, layer) {
    return {
        code: { zipped: code.zipped, files: code.entries },
        layer: {
            before: unzippedOf(layer?.before),
            after: layer?.source === "none" ? "none" : unzippedOf(layer?.after),
        },
        base: "the function",
        packages: layer === undefined ? [] : gatedPackages(layer),
    };
}
/** Unzipped bytes of a layer, where no size at all means that there is no layer. */
function unzippedOf(size) {
    return size === undefined || size === "none" ? "none" : size.unzipped;
}
/** New packages count with all they have; of one that had another version only the size is known. Without any change known, all are named by size. */
function gatedPackages({ changes, packages }) {
    const added = changes.filter(({ from }) => from === undefined).map(({ name }) => name);
    const changed = changes.map(({ name }) => name);
    return packages
        .filter(({ name }) => changes.length === 0 || changed.includes(name))
        .map(({ name, unzipped }) => {
        if (unzipped === undefined) {
            return { name };
        }
        return added.includes(name) ? { name, growth: unzipped } : { name, size: unzipped };
    });
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3838);
/* harmony import */ var _annotation_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2998);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1957);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(906);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4868);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1708);
/* harmony import */ var _publish_report_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(2727);
/* harmony import */ var _report_last_line_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9515);












// Compression runs in libuv's pool, which takes its size when it is first used: four threads, unless told before.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, (0,node_os__WEBPACK_IMPORTED_MODULE_2__.availableParallelism)()));
// How often the AWS SDK tries a call; its own default is 3. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
process.env.AWS_MAX_ATTEMPTS ??= "8";
/** Loaded when it is told: most runs are deploys that change nothing, and are to start fast. */
const STORIES = {
    deploy: async () => _main_js__WEBPACK_IMPORTED_MODULE_8__/* .deploy */ .g,
    rollback: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(719), __nccwpck_require__.e(401), __nccwpck_require__.e(28), __nccwpck_require__.e(13)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8013))).rollBack,
    report: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(292), __nccwpck_require__.e(203), __nccwpck_require__.e(750), __nccwpck_require__.e(920)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7920))).reportSizes,
};
async function start(env) {
    const temporaryDirectory = env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    const name = _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .getInput */ .V4("function-name");
    const journal = (0,_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .createJournal */ .s)({ mode: "deploy", dryRun: false, function: { name } });
    let inputs;
    const publish = async (facts) => {
        await (0,_publish_report_js__WEBPACK_IMPORTED_MODULE_9__/* .publishReport */ .S)(facts, temporaryDirectory);
        if (inputs?.mode === "report") {
            const { comment } = await __nccwpck_require__.e(/* import() */ 849).then(__nccwpck_require__.bind(__nccwpck_require__, 2849));
            await comment(facts, inputs, env);
        }
    };
    try {
        inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .getInputs */ .G)(env);
        journal.mask([inputs.githubToken].filter((token) => token !== undefined));
        const { dryRun, region } = inputs;
        journal.learn({ mode: inputs.mode, dryRun, function: { name: inputs.functionName.name, region } });
        const workDirectory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(temporaryDirectory, "lambda-layers-deploy-"));
        try {
            const tell = await STORIES[inputs.mode]();
            const outcome = await tell(inputs, journal, { env, workDirectory });
            const facts = journal.facts(outcome);
            await publish(facts);
            journal.say((0,_report_last_line_js__WEBPACK_IMPORTED_MODULE_10__/* .lastLine */ .f)(facts));
        }
        finally {
            remove(workDirectory);
        }
    }
    catch (error) {
        const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .describeFailure */ .I)(error, (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(journal.known()));
        const outcome = journal.known().putBack?.outcome === "restored" ? "rolled-back" : "failed";
        await publish(journal.facts(outcome, failure));
        _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .debug */ .Yz(error instanceof Error ? (error.stack ?? error.message) : String(error));
        show(failure, journal);
    }
}
/** Synchronous: one call of Node's own for thousands of installed files, in a third of the CPU. */
function remove(directory) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(directory, { recursive: true, force: true, maxRetries: 3 });
    }
    catch {
        // It lies in RUNNER_TEMP, which the runner empties: no reason to fail a deploy.
    }
}
/** One annotation; where it does not hold everything, the log does. */
function show(failure, journal) {
    const annotation = (0,_annotation_js__WEBPACK_IMPORTED_MODULE_11__/* .annotationOf */ .l)(failure);
    if (!annotation.startsWith(failure.message)) {
        for (const line of failure.message.split("\n")) {
            // At the start of a line, a name from outside could be a command.
            journal.say(`| ${line}`);
        }
    }
    _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setFailed */ .C1(annotation);
}
await start(process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ forAws),
  G: () => (/* binding */ getInputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(3838);
// EXTERNAL MODULE: ./lib/verify/smoke-event.js
var smoke_event = __nccwpck_require__(2933);
// EXTERNAL MODULE: ./lib/verify/smoke-test-line.js
var smoke_test_line = __nccwpck_require__(8696);
// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
// EXTERNAL MODULE: ./lib/layer/aws-sdk.js
var aws_sdk = __nccwpck_require__(1249);
// EXTERNAL MODULE: ./lib/layer/target.js
var target = __nccwpck_require__(3100);
// EXTERNAL MODULE: ./lib/parse-json.js
var parse_json = __nccwpck_require__(2807);
;// CONCATENATED MODULE: ./lib/inputs/forms.js




const good = (value) => ({ ok: true, value });
const bad = (allowed, item) => ({
    ok: false,
    allowed,
    ...(item === undefined ? {} : { item }),
});
/** Lines of a list input, trimmed, blank ones left out; a JSON array of strings is a list too. */
function listItems(text) {
    const items = (0,parse_json/* parseStrings */.cQ)(text) ?? text.split(/\r?\n/);
    return items.map((item) => item.trim()).filter((item) => item !== "");
}
/** Items of a list input where none can hold a comma. */
function commaItems(text) {
    return listItems(text)
        .flatMap((line) => line.split(","))
        .map((item) => item.trim())
        .filter((item) => item !== "");
}
// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html: name, partial ARN or ARN, 64 characters for the name.
const FUNCTION = /^(?:(?:arn:aws[a-z-]*:lambda:(?<region>[a-z]{2,}(?:-[a-z]+)+-\d+):)?(?<account>\d{12}):function:)?(?<name>[a-zA-Z0-9-_]{1,64})$/;
function forms_functionName(text) {
    const match = FUNCTION.exec(text);
    if (match?.groups?.name === undefined) {
        return bad("a function name, `123456789012:function:name`, or the function's ARN without version or alias");
    }
    return good({ given: text, name: match.groups.name, region: match.groups.region });
}
function region(text) {
    return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text) ? good(text) : bad("an AWS Region such as `eu-central-1`");
}
function runtime(text) {
    const value = target/* RUNTIMES */.aC.find((candidate) => candidate === text);
    return value === undefined ? bad(`one of ${target/* RUNTIMES */.aC.join(", ")}`) : good(value);
}
function architecture(text) {
    const items = listItems(text);
    const value = target/* ARCHITECTURES */.Xe.find((candidate) => candidate === items[0]);
    return value === undefined || items.length > 1 ? bad(`one of ${target/* ARCHITECTURES */.Xe.join(", ")}`) : good(value);
}
function oneOf(...words) {
    return (text) => {
        const value = words.find((word) => word === text);
        return value === undefined ? bad(`one of ${words.join(", ")}`) : good(value);
    };
}
function lines(text) {
    return good(listItems(text));
}
/** Package names, normalised as PEP 503 says; `aws-sdk` stands for the four packages that the runtime brings. */
function packageNames(text) {
    const items = listItems(text);
    const wrong = items.find((item) => !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(item));
    if (wrong !== undefined) {
        return bad("package names, one a line", wrong);
    }
    const names = items.map(dependencies_name/* normaliseName */.G);
    return good([...new Set(names.flatMap((name) => (name === "aws-sdk" ? aws_sdk/* AWS_SDK */.N : [name])))].sort());
}
/** Names of services as boto3 takes them, by lines, commas or a JSON array, sorted; `all` is no choice. */
function serviceNames(text) {
    const names = [...new Set(commaItems(text).map((name) => name.toLowerCase()))].sort();
    const wrong = names.find((name) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name));
    if (names.length === 0 || wrong !== undefined) {
        return bad("`all`, or names of services as `boto3.client` takes them, such as `s3, dynamodb`", wrong);
    }
    return good(names.length === 1 && names[0] === "all" ? "all" : names);
}
// https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
function forms_layerName(text) {
    return /^[a-zA-Z0-9-_]{1,140}$/.test(text) ? good(text) : bad("letters, digits, `-` and `_`, 140 at most");
}
const LAYER_VERSION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:\d+$/;
/** ARNs of layer versions by lines, commas or a JSON array; `none` is the empty list. */
function layerArns(text) {
    if (text === "none") {
        return good([]);
    }
    const arns = commaItems(text);
    const wrong = arns.find((arn) => !LAYER_VERSION_ARN.test(arn));
    const allowed = "ARNs of layer versions (`arn:aws:lambda:eu-central-1:123456789012:layer:name:1`), or `none`";
    return wrong === undefined ? good(arns) : bad(allowed, wrong);
}
/** Minutes as milliseconds. */
function minutes(text) {
    const value = Number(text);
    return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 360
        ? good(value * 60_000)
        : bad("a number of minutes, more than 0 and 360 at most");
}
const UNITS = { "": 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };
/** `250MB` as bytes; 1 KB = 1,024 bytes. */
function byteSize(text) {
    const match = /^(\d+(?:\.\d+)?) ?([KMG]?B)?$/i.exec(text);
    const unit = UNITS[(match?.[2] ?? "").toUpperCase()];
    return match === null || unit === undefined
        ? bad("a size such as `250MB`, `512KB`, or a number of bytes")
        : good(Math.round(Number(match[1]) * unit));
}
/** `10%` as a share, everything else as bytes. */
function growth(text) {
    const share = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
    if (share !== undefined) {
        return good({ share: Number(share) / 100 });
    }
    const bytes = byteSize(text);
    return bytes.ok ? good({ bytes: bytes.value }) : bad("`10%`, a size such as `5MB`, or a number of bytes");
}
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
function bucket(text) {
    return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) ? good(text) : bad("the name of an S3 bucket");
}
function keyPrefix(text) {
    return /^[\w!.*'()/-]{0,500}$/.test(text) && !text.startsWith("/")
        ? good(text)
        : bad("letters, digits and `!-_.*'()/`, not starting with `/`");
}
function revisionId(text) {
    return /^[A-Za-z0-9-]{1,100}$/.test(text) ? good(text) : bad("a RevisionId as GetFunction returns it");
}
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
function aliasName(text) {
    return /^(?!\d+$)[a-zA-Z0-9-_]{1,128}$/.test(text)
        ? good(text)
        : bad("letters, digits, `-` and `_`, not digits alone, 128 at most");
}
/** A Description as AWS takes it. */
function description(text) {
    return text.length <= 256 ? good(text) : bad("256 characters at most");
}
function versionNumber(text) {
    return /^[1-9]\d{0,9}$/.test(text) ? good(text) : bad("the number of a published version");
}
/** How many of something are to stay. */
function howMany(text) {
    return /^[1-9]\d{0,5}$/.test(text) ? good(Number(text)) : bad("a whole number, 1 or more");
}

;// CONCATENATED MODULE: ./lib/inputs/checks.js



/** Reads them; problems stay with the reader, those of the lines one by one. `eventFile` reads a path of the workspace. */
function readCheckInputs(reader, eventFile) {
    const { tests = [], problems = [] } = reader.optional("smoke-tests", (text) => good((0,smoke_test_line/* parseSmokeTests */.G)(text))) ?? {};
    for (const { line, text } of problems) {
        reader.wrongLine("smoke-tests", line, text);
    }
    const event = reader.required("smoke-event", (text) => smokeEvent(text, eventFile));
    if (typeof event === "object") {
        for (const { line } of tests.filter(({ headers, body }) => headers.length > 0 || body !== undefined)) {
            reader.wrongLine("smoke-tests", line, "the file of `smoke-event` is sent as it is, without header or body of a line");
        }
    }
    return { smokeTests: tests, smokeEvent: event };
}
function smokeEvent(text, eventFile) {
    const shape = smoke_event/* EVENT_SHAPES */.u.find((one) => one === text);
    if (shape !== undefined) {
        return good(shape);
    }
    const file = eventFile(text);
    return file.ok ? file : { ...file, allowed: `one of ${smoke_event/* EVENT_SHAPES */.u.join(", ")}, or ${file.allowed}` };
}

;// CONCATENATED MODULE: ./lib/inputs/comment.js

/** Reads them; problems stay with the reader. */
function readCommentInputs(reader, functionName) {
    return {
        comment: reader.required("comment", whether),
        commentKey: reader.optional("comment-key", key) ?? functionName,
        githubToken: reader.optional("github-token", token),
    };
}
/** The words for true and false are those of YAML, as for every other input. */
function whether(text) {
    const word = oneOf("auto", "true", "True", "TRUE", "false", "False", "FALSE")(text);
    if (!word.ok) {
        return bad("one of auto, true, false");
    }
    return good(word.value === "auto" ? "auto" : word.value.toLowerCase() === "true");
}
function key(text) {
    return /^[A-Za-z0-9 ._:/-]{1,100}$/.test(text) ? good(text) : bad("letters, digits, spaces and `._:/-`, 100 at most");
}
function token(text) {
    return /^[\x21-\x7e]+$/.test(text) ? good(text) : bad("a token, without spaces and line ends", "(not shown)");
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/spelling.js
var spelling = __nccwpck_require__(7233);
;// CONCATENATED MODULE: ./lib/inputs/reader.js



/** Reads inputs and gathers what is wrong with them. */
class InputReader {
    #problems = [];
    #known = new Set();
    problem(name, value, allowed) {
        const given = value === "" ? "is empty" : `is ${JSON.stringify(shortened(value))}`;
        this.#problems.push(`\`${name}\` ${given}; allowed: ${allowed}`);
    }
    /** One line of an input that has many. */
    wrongLine(name, line, sentence) {
        this.#problems.push(`\`${name}\`, line ${line}: ${sentence}`);
    }
    optional(name, parse) {
        const text = this.#text(name);
        if (text === "") {
            return undefined;
        }
        const parsed = parse(text);
        if (parsed.ok) {
            return parsed.value;
        }
        this.problem(name, parsed.item ?? text, parsed.allowed);
        return undefined;
    }
    required(name, parse) {
        if (this.#text(name) !== "") {
            return this.optional(name, parse);
        }
        const parsed = parse("");
        this.problem(name, "", parsed.ok ? "a value" : parsed.allowed);
        return undefined;
    }
    boolean(name) {
        this.#known.add(name);
        try {
            return core/* getBooleanInput */.Vt(name);
        }
        catch {
            this.problem(name, core/* getInput */.V4(name), "true or false");
            return undefined;
        }
    }
    /** An input that is not taken, whether it is declared or not; `except`: the one value that changes nothing. */
    refuse(name, reason, except = "") {
        const text = this.#text(name);
        if (text !== "" && text !== except) {
            this.#problems.push(`\`${name}\` is not taken: ${reason}`);
        }
    }
    /** The runner only warns of what is not declared: `dryrun: true` would deploy. So what is nearly the name of an input is refused. */
    refuseMisspelt(variables) {
        const given = variables.filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6).toLowerCase());
        for (const name of given.filter((one) => !this.#known.has(one))) {
            const meant = [...this.#known].find((known) => isNear(name, known));
            if (meant !== undefined) {
                this.#problems.push(`\`${name}\` does not exist; \`${meant}\` does`);
            }
        }
    }
    #text(name) {
        this.#known.add(name);
        return core/* getInput */.V4(name);
    }
    throwProblems() {
        const [first, ...others] = this.#problems;
        if (first === undefined) {
            return;
        }
        const [message, what] = others.length === 0
            ? [`Input ${first}.`, "it"]
            : [`${others.length + 1} inputs are wrong:\n- ${this.#problems.join("\n- ")}`, "them"];
        throw new errors/* ActionError */.l(message, { hint: `Correct ${what} in the workflow's \`with:\` block.`, code: "input" });
    }
}
/** Other dashes, or a slip: of one letter in a short name, of two in a long one. */
function isNear(name, known) {
    const letters = (text) => text.replace(/[^a-z0-9]/g, "");
    return (0,spelling/* distance */.I)(letters(name), letters(known)) <= (known.length < 8 ? 1 : 2);
}
function shortened(value) {
    return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}

;// CONCATENATED MODULE: ./lib/inputs/settings.js


/** Reads them; problems stay with the reader. */
function readFunctionInputs(reader) {
    const settings = {
        role: reader.optional("role", role),
        handler: reader.optional("handler", handler),
        description: reader.optional("function-description", description),
        memorySize: reader.optional("memory-size", wholeNumber(128, 10_240, "MB")),
        timeout: reader.optional("timeout", wholeNumber(1, 900, "seconds")),
        ephemeralStorage: reader.optional("ephemeral-storage", wholeNumber(512, 10_240, "MB")),
        environment: reader.optional("environment", environment),
        vpc: reader.optional("vpc-config", vpc),
        tracing: reader.optional("tracing-config", tracing),
        snapStart: reader.optional("snap-start", snapStart),
        logging: reader.optional("logging-config", logging),
        deadLetterTarget: reader.optional("dead-letter-config", deadLetterTarget),
        fileSystems: reader.optional("file-system-configs", fileSystems),
        kmsKey: reader.optional("kms-key-arn", kmsKey),
    };
    return {
        settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
        tags: reader.optional("tags", tags),
        codeSigningConfig: reader.optional("code-signing-config-arn", codeSigningConfig),
        sourceKmsKey: reader.optional("source-kms-key-arn", kmsKey),
    };
}
const ELSEWHERE = "container images are deployed by aws-actions/aws-lambda-deploy";
/** Inputs of aws-actions/aws-lambda-deploy that are not declared here, but that a workflow written for it may still give. */
function refuseForeignInputs(reader) {
    reader.refuse("package-type", ELSEWHERE, "Zip");
    reader.refuse("image-uri", ELSEWHERE);
    reader.refuse("image-config", ELSEWHERE);
    reader.refuse("s3-key", "keys are `<s3-prefix><sha256>.zip`, so that no content is uploaded twice");
}
const matching = (pattern, allowed) => (text) => pattern.test(text) ? good(text) : bad(allowed);
const role = matching(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "the ARN of a role (`arn:aws:iam::123456789012:role/name`)");
const handler = matching(/^[^\s.]\S{0,126}$/, "the Python module and function that Lambda calls, such as `app.main.handler`");
const kmsKey = matching(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[a-zA-Z0-9-]+$/, "the ARN of a KMS key (`arn:aws:kms:eu-central-1:123456789012:key/…`)");
const codeSigningConfig = matching(/^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:code-signing-config:csc-[a-z0-9]+$/, "the ARN of a code signing configuration (`arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-…`)");
function wholeNumber(least, most, unit) {
    return (text) => {
        const value = Number(text);
        return /^\d{1,6}$/.test(text) && value >= least && value <= most
            ? good(value)
            : bad(`a whole number of ${unit} from ${least} to ${most}`);
    };
}
const ENVIRONMENT_LIMIT = 4_096;
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
const RESERVED = /^(_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR|AWS_(DEFAULT_REGION|REGION|EXECUTION_ENV|ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_(FUNCTION_NAME|FUNCTION_MEMORY_SIZE|FUNCTION_VERSION|INITIALIZATION_TYPE|LOG_GROUP_NAME|LOG_STREAM_NAME|RUNTIME_API)))$/;
/** The values are secrets: what is wrong is told by the variable's name. */
function environment(text) {
    const variables = stringMap((0,parse_json/* parseJson */.qF)(text));
    if (variables === undefined) {
        return bad('a JSON object of strings, such as `{"LOG_LEVEL":"info","RETRIES":"3"}`', "(not shown)");
    }
    const names = Object.keys(variables);
    const wrong = names.find((name) => !/^[a-zA-Z]\w+$/.test(name) || RESERVED.test(name));
    if (wrong !== undefined) {
        return bad("names of letters, digits and `_`, starting with a letter, none that Lambda sets itself", wrong);
    }
    const bytes = Buffer.byteLength(JSON.stringify(variables));
    return bytes > ENVIRONMENT_LIMIT
        ? bad(`all variables together as JSON in ${ENVIRONMENT_LIMIT.toLocaleString("en")} bytes`, `${bytes} bytes`)
        : good(variables);
}
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html#tags-restrictions
function tags(text) {
    const given = stringMap((0,parse_json/* parseJson */.qF)(text));
    if (given === undefined) {
        return bad('a JSON object of strings, such as `{"team":"orders"}`');
    }
    const wrong = Object.entries(given).find(([key, value]) => key === "" || key.length > 128 || value.length > 256 || /^aws:/i.test(key));
    if (wrong !== undefined) {
        return bad("keys of 1 to 128 characters, not starting with `aws:`, and values of 256 at most", wrong[0]);
    }
    return Object.keys(given).length > 50 ? bad("50 tags at most") : good(given);
}
function vpc(text) {
    const fields = fieldsOf((0,parse_json/* parseJson */.qF)(text), ["SubnetIds", "SecurityGroupIds", "Ipv6AllowedForDualStack", "VpcId"]);
    const subnetIds = sortedStrings(fields?.SubnetIds, /^subnet-[0-9a-z]+$/, 16);
    const securityGroupIds = sortedStrings(fields?.SecurityGroupIds, /^sg-[0-9a-zA-Z]+$/, 5);
    const ipv6 = fields?.Ipv6AllowedForDualStack;
    if (subnetIds === undefined || securityGroupIds === undefined || (ipv6 !== undefined && typeof ipv6 !== "boolean")) {
        return bad('`{"SubnetIds":["subnet-…"],"SecurityGroupIds":["sg-…"]}`, two empty lists for no VPC');
    }
    return good({ subnetIds, securityGroupIds, ...(ipv6 !== undefined && { ipv6 }) });
}
function tracing(text) {
    const mode = fieldsOf((0,parse_json/* parseJson */.qF)(text), ["Mode"])?.Mode;
    return mode === "Active" || mode === "PassThrough"
        ? good(mode)
        : bad('`{"Mode":"Active"}` or `{"Mode":"PassThrough"}`');
}
function snapStart(text) {
    const applyOn = fieldsOf((0,parse_json/* parseJson */.qF)(text), ["ApplyOn", "OptimizationStatus"])?.ApplyOn;
    return applyOn === "PublishedVersions" || applyOn === "None"
        ? good(applyOn)
        : bad('`{"ApplyOn":"PublishedVersions"}` or `{"ApplyOn":"None"}`');
}
function logging(text) {
    const fields = fieldsOf((0,parse_json/* parseJson */.qF)(text), ["LogFormat", "ApplicationLogLevel", "SystemLogLevel", "LogGroup"]);
    const format = textLike(fields?.LogFormat, /^(JSON|Text)$/);
    const applicationLevel = textLike(fields?.ApplicationLogLevel, /^(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)$/);
    const systemLevel = textLike(fields?.SystemLogLevel, /^(DEBUG|INFO|WARN)$/);
    const group = textLike(fields?.LogGroup, /^[\w./#-]{1,512}$/);
    if (fields === undefined || [format, applicationLevel, systemLevel, group].includes(null)) {
        return bad('`{"LogFormat":"JSON","ApplicationLogLevel":"INFO","SystemLogLevel":"WARN","LogGroup":"…"}`, or some of it');
    }
    return good({
        ...(format && { format }),
        ...(applicationLevel && { applicationLevel }),
        ...(systemLevel && { systemLevel }),
        ...(group && { group }),
    });
}
function deadLetterTarget(text) {
    const arn = fieldsOf((0,parse_json/* parseJson */.qF)(text), ["TargetArn"])?.TargetArn;
    return typeof arn === "string" && /^(arn:aws[a-z-]*:(sqs|sns):[a-z0-9-]+:\d{12}:\S+)?$/.test(arn)
        ? good(arn)
        : bad('`{"TargetArn":"…"}` with the ARN of an SQS queue or SNS topic, an empty one for none');
}
function fileSystems(text) {
    const items = (0,parse_json/* parseJson */.qF)(text);
    const parsed = Array.isArray(items) ? items.map(fileSystem) : [undefined];
    return parsed.every((item) => item !== undefined)
        ? good(parsed.sort((one, other) => (one.path < other.path ? -1 : 1)))
        : bad('`[{"Arn":"arn:…:access-point/…","LocalMountPath":"/mnt/…"}]`, an empty list for none');
}
function fileSystem(item) {
    const fields = fieldsOf(item, ["Arn", "LocalMountPath"]);
    const arn = textLike(fields?.Arn, /^arn:aws[a-z-]*:\S+:access-point\/\S+$/);
    const path = textLike(fields?.LocalMountPath, /^\/mnt\/[\w.-]+$/);
    return arn && path ? { arn, path } : undefined;
}
/** The object's fields; undefined when it is none, or has one that nobody knows. */
function fieldsOf(value, known) {
    return (0,parse_json/* isObject */.Gv)(value) && Object.keys(value).every((name) => known.includes(name)) ? value : undefined;
}
function stringMap(value) {
    return (0,parse_json/* isObject */.Gv)(value) && Object.values(value).every((item) => typeof item === "string")
        ? value
        : undefined;
}
/** The text; undefined when it is not given, null when it is another one. */
function textLike(value, pattern) {
    if (value === undefined) {
        return undefined;
    }
    return typeof value === "string" && pattern.test(value) ? value : null;
}
function sortedStrings(value, pattern, most) {
    return Array.isArray(value) &&
        value.length <= most &&
        value.every((item) => typeof item === "string" && pattern.test(item))
        ? [...new Set(value)].sort()
        : undefined;
}

// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __nccwpck_require__(8141);
;// CONCATENATED MODULE: ./lib/inputs.js









/** Of a deploy or rollback, for which getInputs insists on a Region. */
function forAws(inputs) {
    const { mode, region } = inputs;
    if (region === undefined) {
        throw new Error(`mode ${mode} without a Region`);
    }
    return { ...inputs, region };
}
/** Reads and checks every input; throws one ActionError that lists all problems. */
function getInputs(env) {
    const reader = new InputReader();
    const mode = resolveMode(reader.required("mode", oneOf("auto", "deploy", "report", "rollback")), env.GITHUB_EVENT_NAME);
    const functionName = reader.required("function-name", forms_functionName);
    const workspace = (0,external_node_fs_.realpathSync)(env.GITHUB_WORKSPACE ?? process.cwd());
    const layerName = reader.optional("layer-name", forms_layerName);
    const inputs = {
        mode,
        functionName,
        region: chooseRegion(reader, functionName?.region, env, mode),
        workspace,
        codeDirectory: reader.required("code-artifacts-dir", (text) => directoryInside(workspace, text)),
        codeInclude: reader.required("code-include", lines),
        codeExclude: reader.optional("code-exclude", lines) ?? [],
        requirements: reader.required("requirements", requirementFiles),
        excludePackages: reader.optional("exclude-packages", packageNames) ?? [],
        runtime: reader.optional("runtime", runtime),
        architecture: reader.optional("architectures", architecture),
        allowSource: reader.optional("allow-source", packageNames) ?? [],
        layerName: layerName ?? `${functionName?.name}-dependencies`,
        slim: reader.required("slim", oneOf("safe", "off", "aggressive")),
        botocoreServices: reader.required("botocore-services", serviceNames),
        bytecode: reader.required("bytecode", oneOf("auto", "required", "off")),
        cache: reader.boolean("cache"),
        forceLayer: reader.boolean("force-layer"),
        layers: reader.optional("layers", layerArns),
        ...readFunctionInputs(reader),
        publish: reader.boolean("publish"),
        aliasName: reader.optional("alias-name", aliasName),
        aliasDescription: reader.optional("alias-description", description),
        rollbackTo: reader.optional("rollback-to", versionNumber),
        ...readCheckInputs(reader, (text) => eventFile(workspace, text)),
        updateLayerUsers: reader.boolean("update-layer-users"),
        keepLayerVersions: reader.optional("keep-layer-versions", howMany),
        keepVersions: reader.optional("keep-versions", howMany),
        revisionId: reader.optional("revision-id", revisionId),
        waitMs: reader.required("wait-for-minutes", minutes),
        dryRun: reader.boolean("dry-run"),
        bucket: reader.optional("s3-bucket", bucket),
        keyPrefix: reader.optional("s3-prefix", keyPrefix) ?? "",
        hardLimit: reader.required("hard-limit", byteSize),
        warnLimit: reader.required("warn-limit", byteSize),
        maxCodeSize: reader.optional("max-code-size", byteSize),
        maxLayerGrowth: reader.optional("max-layer-growth", growth),
        ...readCommentInputs(reader, functionName?.name),
    };
    if (inputs.aliasName !== undefined && inputs.publish === false) {
        reader.problem("publish", "false", "true, since `alias-name` needs a version to name");
    }
    refuseForeignInputs(reader);
    reader.refuseMisspelt(Object.keys(process.env));
    reader.throwProblems();
    return inputs;
}
function resolveMode(mode, event) {
    const reportEvents = ["pull_request", "pull_request_target", "merge_group"];
    if (mode === "auto") {
        return event !== undefined && reportEvents.includes(event) ? "report" : "deploy";
    }
    return mode ?? "deploy";
}
function chooseRegion(reader, ofArn, env, mode) {
    const given = reader.optional("region", region);
    if (given !== undefined && ofArn !== undefined && given !== ofArn) {
        reader.problem("region", given, `the Region of \`function-name\`, ${ofArn}, or none`);
    }
    const chosen = given ?? ofArn ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined);
    if (chosen === undefined && core/* getInput */.V4("region") === "" && mode !== "report") {
        reader.problem("region", "", "an AWS Region, here or as AWS_REGION (aws-actions/configure-aws-credentials sets it)");
    }
    return chosen;
}
/** An existing directory whose real place is inside the workspace. */
function directoryInside(workspace, text) {
    const directory = placeInside(workspace, text);
    return directory !== undefined && (0,external_node_fs_.statSync)(directory).isDirectory()
        ? good(directory)
        : bad("an existing directory inside the workspace");
}
/** Lambda takes 6 MB in a request. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_EVENT = 6 * 1024 ** 2;
/** A file with JSON, sent to the function as its event. */
function eventFile(workspace, text) {
    const file = placeInside(workspace, text);
    try {
        if (file !== undefined && (0,external_node_fs_.statSync)(file).size <= LONGEST_EVENT) {
            const content = (0,external_node_fs_.readFileSync)(file, "utf8");
            JSON.parse(content);
            return good({ file: text, text: content });
        }
    }
    catch {
        // No file that can be read, or no JSON in it.
    }
    return bad("a file with JSON inside the workspace, 6 MB at most");
}
/** The real path of what exists inside the workspace. */
function placeInside(workspace, text) {
    try {
        const place = (0,external_node_fs_.realpathSync)(external_node_path_.resolve(workspace, text));
        return (0,paths/* isInside */.F)(workspace, place) ? place : undefined;
    }
    catch {
        return undefined;
    }
}
function requirementFiles(text) {
    const files = listItems(text);
    const only = files.length === 1 ? files[0] : undefined;
    if (only === "auto" || only === "none") {
        return good(only);
    }
    return files.length > 0 ? good(files) : bad("`auto`, `none`, or paths of dependency files");
}


/***/ }),

/***/ 4868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ planSteps),
/* harmony export */   s: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);
/* harmony import */ var _aws_client_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(542);
/* harmony import */ var _machine_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2959);



/** Adds steps to the plan that the report shows, and tells them in the log. */
function planSteps(journal, steps) {
    const { plan = [] } = journal.known();
    journal.learn({ plan: [...plan, ...steps.map(({ action, reason }) => ({ action, reason }))] });
    for (const [index, { action, reason }] of steps.entries()) {
        journal.say(`${plan.length + index + 1}. ${action}: ${reason}`);
    }
}
function createJournal(start) {
    const calls = (0,_aws_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createCallLog */ .Pv)();
    const phases = new Map();
    const notices = [];
    let learned = start;
    const journal = {
        calls,
        // A name from outside must not become a workflow command: `::` counts at the start of a line, `##[` anywhere.
        say: (sentence) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(sentence.replace(/[\r\n]+/g, " ").replace(/##+\[/g, "#[")),
        notice: (notice) => {
            notices.push(notice);
            (notice.level === "warning" ? _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e : journal.say)(notice.text);
        },
        mask: (secrets) => {
            for (const secret of secrets) {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret);
            }
        },
        learn: (facts) => {
            learned = { ...learned, ...facts };
        },
        known: () => learned,
        step: async (title, phase, work) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(title);
            try {
                return await (phase === undefined ? work() : journal.timed(phase, work));
            }
            finally {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
            }
        },
        timed: async (phase, work) => {
            const start = _machine_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .CLOCK */ .Z.now();
            try {
                return await work();
            }
            finally {
                phases.set(phase, (phases.get(phase) ?? 0) + _machine_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .CLOCK */ .Z.now() - start);
            }
        },
        facts: (outcome, error) => ({
            otherLayers: [],
            plan: [],
            completed: 0,
            ...start,
            ...learned,
            outcome,
            notices,
            phases: [...phases].map(([name, ms]) => ({ name, ms: Math.round(ms) })),
            ...calls.snapshot(),
            ...(error && { error }),
        }),
    };
    return journal;
}


/***/ }),

/***/ 1249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ AWS_SDK),
/* harmony export */   S: () => (/* binding */ sdkNotices)
/* harmony export */ });
/** The packages that Lambda's Python runtimes bring, sorted: https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html */
const AWS_SDK = ["boto3", "botocore", "jmespath", "s3transfer"];
/** Those that are made for each other's versions. */
const FAMILY = ["boto3", "botocore", "s3transfer"];
/** Says when a part of the SDK would come from the layer and the rest from the runtime. It is a warning when `excluded` asked for that. */
function sdkNotices(names, excluded) {
    const [inside, outside] = [
        FAMILY.filter((name) => names.includes(name)),
        FAMILY.filter((name) => !names.includes(name)),
    ];
    if (inside.length === 0 || outside.length === 0)
        return [];
    const asked = outside.some((name) => excluded.includes(name));
    const which = `The layer has ${listed(inside)} without ${listed(outside)}`;
    const advice = asked
        ? "Leave out all of them with `exclude-packages: aws-sdk`, or none."
        : "If your code imports boto3, add it to the requirements.";
    const text = `${which}: what is missing comes from Lambda's runtime, in a version that may not fit. ${advice}`;
    return [{ level: asked ? "warning" : "note", text }];
}
function listed(names) {
    return new Intl.ListFormat("en-GB").format(names);
}


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ otherServices),
/* harmony export */   Y_: () => (/* binding */ OTHER_SERVICES),
/* harmony export */   u_: () => (/* binding */ olderVersions),
/* harmony export */   xb: () => (/* binding */ hasServices)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7233);


// A service is what has a directory here; the files beside them are for all: https://github.com/boto/botocore/blob/develop/botocore/loaders.py
const DATA = /^python\/botocore\/data\/([^/]+)\//;
const MODEL = /^python\/botocore\/data\/([^/]+)\/([^/]+)\/service-2\.json(?:\.gz)?$/;
const RESOURCE = /^python\/boto3\/data\/([^/]+)\/([^/]+)\/resources-1\.json(?:\.gz)?$/;
const DATA_OF_VERSION = /^python\/botocore\/data\/([^/]+)\/([^/]+)\//;
/** What is left out, in the words of the report. */
const OTHER_SERVICES = "data of other AWS services";
/** botocore asks it itself, when a profile or a web identity assumes a role. */
const ALWAYS = ["sts"];
/** The data of services that were not asked for. Throws an ActionError for one that this botocore does not know. */
function otherServices(entries, wanted) {
    const known = new Set(entries.map(({ path }) => MODEL.exec(path)?.[1]).filter((name) => name !== undefined));
    if (wanted === "all" || known.size === 0)
        return () => undefined;
    const unknown = wanted.filter((name) => !known.has(name));
    if (unknown.length > 0)
        throw unknownServices(unknown, [...known]);
    const kept = new Set([...ALWAYS, ...wanted]);
    return ({ path }) => {
        const service = DATA.exec(path)?.[1];
        return service === undefined || kept.has(service) ? undefined : OTHER_SERVICES;
    };
}
/**
 * Is it of a version of a service's API that nobody gets without naming it (`api_version`)? botocore takes the newest that has
 * a model, boto3's resources the one that they were written for. Pure.
 */
function olderVersions(entries) {
    const newest = new Set([...newestOf(entries, MODEL), ...newestOf(entries, RESOURCE)]);
    return (path) => {
        const [, service, version] = DATA_OF_VERSION.exec(path) ?? [];
        return service !== undefined && !newest.has(`${service}/${version}`);
    };
}
/** `s3/2006-03-01` */
function newestOf(entries, file) {
    const versions = new Map();
    for (const { path } of entries) {
        const [, service = "", version = ""] = file.exec(path) ?? [];
        if (version > (versions.get(service) ?? ""))
            versions.set(service, version);
    }
    return [...versions].map(([service, version]) => `${service}/${version}`);
}
/** Whether there are services to choose from. */
function hasServices(entries) {
    return entries.some(({ path }) => MODEL.test(path));
}
function unknownServices(unknown, known) {
    const names = new Intl.ListFormat("en-GB").format(unknown.map((name) => JSON.stringify(name)));
    const close = [...new Set(unknown.flatMap((name) => closest(name, known)))].map((name) => `\`${name}\``);
    const message = `\`botocore-services\` names ${names}, which the installed botocore does not know.`;
    const hint = close.length === 0
        ? "Write names as `boto3.client` takes them, or update botocore."
        : `Write names as \`boto3.client\` takes them; close to that: ${close.join(", ")}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(message, { hint, code: "botocore-services" });
}
/** Up to three names that share a word with this one, or are a slip of two letters away. */
function closest(name, known) {
    const words = new Set(wordsOf(name));
    return known
        .map((other) => ({ other, far: wordsOf(other).some((word) => words.has(word)) ? 0 : (0,_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .distance */ .I)(name, other) }))
        .filter(({ far }) => far <= 2)
        .toSorted((a, b) => a.far - b.far || (0,_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .distance */ .I)(name, a.other) - (0,_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .distance */ .I)(name, b.other))
        .slice(0, 3)
        .map(({ other }) => other);
}
function wordsOf(name) {
    return name.split(/[^a-z0-9]+/);
}


/***/ }),

/***/ 5233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ byPackage)
/* harmony export */ });
/** The files of each package, in the order given. */
function byPackage(entries) {
    return Map.groupBy(entries, ({ package: name }) => name);
}


/***/ }),

/***/ 3393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ SCRATCH),
  q: () => (/* binding */ scratchIn)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/machine/programs.js
var programs = __nccwpck_require__(8996);
;// CONCATENATED MODULE: ./lib/layer/cache-environment.js

/** AWS's credentials, the step's inputs and GitHub's token: nothing that reads or writes a cache entry needs them. */
const WITHHELD = /^(?:AWS_.*|INPUT_.*|GITHUB_TOKEN)$/i;
/**
 * Works with less of the process's environment: the cache's client hands all of it to `tar` and `zstd`, which it looks
 * for on PATH. Whatever else runs at the same time would miss what is withheld.
 */
async function inCacheEnvironment(workspace, work) {
    const all = { ...process.env };
    const shown = Object.entries((0,programs/* withRunnerPath */.mY)(all, workspace)).filter(([name]) => !WITHHELD.test(name));
    for (const name of Object.keys(all).filter((it) => WITHHELD.test(it))) {
        delete process.env[name];
    }
    Object.assign(process.env, Object.fromEntries(shown));
    try {
        return await work();
    }
    finally {
        Object.assign(process.env, all);
    }
}

;// CONCATENATED MODULE: ./lib/layer/cache-scratch.js



/**
 * Where files lie while they go to the Actions cache or come from it. The cache compares literal paths, and its archive is
 * unpacked relative to the workspace: one fixed relative path fits all runners. It is dotted, so that a code directory `.`
 * leaves it out, and removed after each use.
 */
const SCRATCH = ".lambda-layers-deploy";
/** Runs work with an empty directory for it; whatever goes wrong there, the answer is `otherwise`. */
function scratchIn(workspace) {
    const scratch = external_node_path_.join(workspace, SCRATCH);
    return async (work, otherwise) => {
        try {
            await (0,promises_.rm)(scratch, { recursive: true, force: true });
            return await inCacheEnvironment(workspace, work);
        }
        catch {
            return otherwise;
        }
        finally {
            await (0,promises_.rm)(scratch, { recursive: true, force: true }).catch(() => { });
        }
    };
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   au: () => (/* binding */ restoreManifest),
/* harmony export */   bp: () => (/* binding */ openCache),
/* harmony export */   ji: () => (/* binding */ manifestPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _machine_file_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1212);
/* harmony import */ var _cache_scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3393);
/* harmony import */ var _cached_texts_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5034);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7036);






const FORMAT = 1;
/** The cache of this run, or undefined when the runner has none. */
async function openCache(workspace) {
    const texts = await (0,_cached_texts_js__WEBPACK_IMPORTED_MODULE_4__/* .openCachedTexts */ .H)(workspace);
    if (texts === undefined) {
        return undefined;
    }
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(4)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1004));
    const inScratch = (0,_cache_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .scratchIn */ .q)(workspace);
    return {
        restore: (fingerprint, directory) => inScratch(async () => {
            const key = layerKey(fingerprint);
            const hit = await cache.restoreCache(pathsOf(fingerprint), key, undefined, undefined, true);
            // A key also matches as a prefix of longer ones, so it ends in the whole fingerprint and the answer is compared.
            if (hit?.toLowerCase() !== key) {
                return { outcome: "miss" };
            }
            const manifest = ofLayer(fingerprint, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, manifestPath(fingerprint)), "utf8"));
            const restored = node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, zipPath(fingerprint));
            if (manifest === undefined || (await (0,_machine_file_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .hashFile */ .D)(restored)) !== manifest.zip.sha256) {
                return { outcome: "unusable", why: "The layer in the Actions cache is damaged; it is built again." };
            }
            const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, "restored-layer.zip");
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(restored, file);
            return { outcome: "hit", archive: { file, manifest, notices: [] } };
        }, UNREADABLE),
        restoreManifest: (fingerprint) => restoreManifest(texts, fingerprint),
        async save({ file, manifest }) {
            const { fingerprint } = manifest;
            const text = JSON.stringify(manifest);
            await inScratch(async () => {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, _cache_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .SCRATCH */ .Z, fingerprint), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, manifestPath(fingerprint)), text);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(file, node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, zipPath(fingerprint)));
                await cache.saveCache(pathsOf(fingerprint), layerKey(fingerprint), undefined, true);
            }, undefined);
            await texts.save(manifestPath(fingerprint), manifestKey(fingerprint), text);
        },
    };
}
/** What is inside the layer with this fingerprint, as a deploy kept it, or else under one of the other keys. */
async function restoreManifest(texts, fingerprint, others = []) {
    const keys = [manifestKey(fingerprint), ...others];
    const found = await texts.restore(manifestPath(fingerprint), keys);
    return found && keys.includes(found.key) ? ofLayer(fingerprint, found.text) : undefined;
}
function ofLayer(fingerprint, text) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(text);
    return manifest?.fingerprint === fingerprint ? manifest : undefined;
}
function zipPath(fingerprint) {
    return `${_cache_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .SCRATCH */ .Z}/${fingerprint}/layer.zip`;
}
/** In the order that the cache compares. */
function pathsOf(fingerprint) {
    return [manifestPath(fingerprint), zipPath(fingerprint)];
}
/** Where a manifest lies while it goes to the cache or comes from it, relative to the workspace. */
function manifestPath(fingerprint) {
    return `${_cache_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .SCRATCH */ .Z}/${fingerprint}/manifest.json`;
}
const UNREADABLE = {
    outcome: "unusable",
    why: "What the Actions cache returned could not be read; it is built again.",
};
function layerKey(fingerprint) {
    return `lambda-layers-deploy-layer-${FORMAT}-${fingerprint}`;
}
/** Key of a layer's manifest that a deploy kept. */
function manifestKey(fingerprint) {
    return `lambda-layers-deploy-manifest-${FORMAT}-${fingerprint}`;
}


/***/ }),

/***/ 5034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openCachedTexts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _cache_scratch_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3393);



/** Bytes; what is known of a layer of 300 packages has 60 KB. */
const LONGEST = 4 * 1024 ** 2;
/** The cache of this run, or undefined when the runner has none. */
async function openCachedTexts(workspace) {
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(4)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1004));
    if (!cache.isFeatureAvailable()) {
        return undefined;
    }
    const inScratch = (0,_cache_scratch_js__WEBPACK_IMPORTED_MODULE_2__/* .scratchIn */ .q)(workspace);
    return {
        restore: (file, [key, ...others]) => inScratch(async () => {
            const found = await cache.restoreCache([file], key, others, undefined, true);
            const place = node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, file);
            const readable = found !== undefined && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place)).size <= LONGEST;
            return readable ? { key: found.toLowerCase(), text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place, "utf8") } : undefined;
        }, undefined),
        save: (file, key, text) => inScratch(async () => {
            const place = node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, file);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(place), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, text);
            await cache.saveCache([file], key, undefined, true);
        }, undefined),
    };
}


/***/ }),

/***/ 1439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ describeLayer),
/* harmony export */   GQ: () => (/* binding */ formatDescription),
/* harmony export */   aJ: () => (/* binding */ parseDescription)
/* harmony export */ });
const PATTERN = /^deps sha256:(?<fingerprint>[0-9a-f]{64}) zip=(?<zipped>\d{1,12}) unzipped=(?<unzipped>\d{1,12}) files=(?<files>\d{1,9}) packages=(?<packages>\d{1,6}) pinned=(?<pinned>yes|no) bytecode=(?<bytecode>yes|no)$/;
/** The Description of a layer version: one line, under 256 characters. */
function formatDescription(description) {
    const { fingerprint, zipped, unzipped, files, packages } = description;
    const yesNo = (flag) => (flag ? "yes" : "no");
    return `deps sha256:${fingerprint} zip=${zipped} unzipped=${unzipped} files=${files} packages=${packages} pinned=${yesNo(description.pinned)} bytecode=${yesNo(description.bytecode)}`;
}
/** Reads a Description back; undefined when it is not exactly of our form, e.g. written by hand. */
function parseDescription(text) {
    const parts = PATTERN.exec(text)?.groups;
    if (parts?.fingerprint === undefined) {
        return undefined;
    }
    return {
        fingerprint: parts.fingerprint,
        zipped: Number(parts.zipped),
        unzipped: Number(parts.unzipped),
        files: Number(parts.files),
        packages: Number(parts.packages),
        pinned: parts.pinned === "yes",
        bytecode: parts.bytecode === "yes",
    };
}
/** What the Description of a layer with this content is to say. */
function describeLayer({ fingerprint, zip, packages, pinned, bytecode }) {
    const { zipped, unzipped, files } = zip;
    return { fingerprint, zipped, unzipped, files, packages: packages.length, pinned, bytecode };
}


/***/ }),

/***/ 9846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vi: () => (/* binding */ findLayer),
  iZ: () => (/* binding */ installsNothing),
  Lm: () => (/* binding */ wantedOf)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __nccwpck_require__(8115);
// EXTERNAL MODULE: ./lib/dependencies/fingerprint.js
var fingerprint = __nccwpck_require__(3649);
;// CONCATENATED MODULE: ./lib/layer/decide.js
/** Reuse or make? Pure; `files` names the dependency files, the reason is a sentence for the summary. */
function decideLayer(files, { wanted, attached, attachedArn }, force) {
    if (force) {
        return { outcome: "missing", reason: "`force-layer` asks for a new build." };
    }
    if (wanted !== undefined) {
        const since = wanted.arn === attachedArn ? "attached already" : "published earlier";
        const reason = `Version ${wanted.version}, ${since}, was built from exactly these dependencies.`;
        return { outcome: "reused", version: wanted, reason };
    }
    const reason = attached === undefined
        ? `No published version of the layer was built from ${files} for this platform.`
        : `Version ${attached.version} was built from something else than ${files} asks for now, for another platform, or with other build options.`;
    return { outcome: "missing", reason };
}

// EXTERNAL MODULE: ./lib/layer/lookup.js
var layer_lookup = __nccwpck_require__(6191);
// EXTERNAL MODULE: ./lib/layer/target.js
var layer_target = __nccwpck_require__(3100);
;// CONCATENATED MODULE: ./lib/layer/find.js





/** Asks AWS for the layer version of exactly these dependencies. Starts no tool. */
async function findLayer(request) {
    const { dependencies, state, lambda, layerName } = request;
    const attachedArn = (0,layer_lookup/* ourLayer */.SF)(state.layers, state.arn, layerName);
    switch (dependencies.outcome) {
        case "untouched":
            return { outcome: "untouched", attachedArn, reason: dependencies.reason };
        case "empty": {
            const { files, reason } = dependencies;
            return { outcome: "none", attachedArn, files, reason };
        }
        case "found": {
            const target = (0,layer_target/* targetOf */.$r)(request.runtime ?? "(none)", request.architecture);
            const hash = (0,fingerprint/* fingerprint */.R)({ ...request, dependencies, target });
            const listed = await (0,layer_lookup/* lookUp */.TE)(request.layerVersions ?? lambda.layerVersions(layerName), attachedArn, hash);
            const lookup = listed.wanted === undefined ? await withUnlisted(request, listed, hash) : listed;
            const decision = decideLayer(filesOf(dependencies), lookup, request.forceLayer);
            const recognised = { attachedArn, dependencies, fingerprint: hash, lookup };
            return decision.outcome === "reused" ? { ...decision, ...recognised } : { ...decision, ...recognised, target };
        }
        default:
            return dependencies;
    }
}
/**
 * A version that a run published and attached a moment ago may not be listed yet; it would be published twice. With an
 * alias, a run that was cut off has it on $LATEST only.
 */
async function withUnlisted({ lambda, state, layerName }, listed, hash) {
    const { arn, layers } = state.version === "$LATEST" ? state : await lambda.getFunction();
    const attached = (0,layer_lookup/* ourLayer */.SF)(layers, arn, layerName);
    if (attached === undefined || listed.versions.some((version) => version.arn === attached)) {
        return listed;
    }
    const version = await (0,failure/* unlessHidden */.XK)(lambda.getLayerVersion(attached));
    const known = version && (0,layer_lookup/* asKnown */._S)(version);
    return known?.describes.fingerprint === hash ? { ...listed, wanted: known } : listed;
}
/** What the function's list of layers is to hold of ours. */
function wantedOf(finding) {
    switch (finding.outcome) {
        case "untouched":
            return { kind: "untouched" };
        case "none":
            return { kind: "none" };
        case "reused":
            return { kind: "existing", arn: finding.version.arn };
        case "missing":
            return { kind: "new", reason: finding.reason };
        default:
            return finding;
    }
}
/** Why there is no layer although the files ask for packages, as a sentence: none is for this target, by their markers. */
function installsNothing(dependencies, { runtime, architecture }) {
    return `${filesOf(dependencies)} installs nothing for ${runtime} on ${architecture}.`;
}
/** The dependency files in words: `requirements.txt`. */
function filesOf({ files }) {
    return files.map((file) => `\`${file}\``).join(", ");
}


/***/ }),

/***/ 6649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ shadowing),
/* harmony export */   cD: () => (/* binding */ moduleOf),
/* harmony export */   rn: () => (/* binding */ importNamesOf)
/* harmony export */ });
// A module compiled by CPython: `fast.so`, `fast.abi3.so`, `fast.cpython-312-x86_64-linux-gnu.so`.
const MODULE_ENDING = /^(?:pyc?|(?:.+\.)?so)$/;
/** The ending of a path when it is a Python module: splits `app/fast.abi3.so` into `app/fast` and its ending. */
function moduleOf(path) {
    const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
    return dot > 0 && MODULE_ENDING.test(path.slice(dot + 1)) ? path.slice(0, dot) : undefined;
}
/** Top-level modules and packages among the files of a directory that is on Python's path, sorted. */
function importNamesOf(paths) {
    const names = paths
        .map(moduleOf)
        .filter((module) => module !== undefined)
        .map((module) => module.split("/", 1)[0] ?? "")
        // Only these can stand in an import statement.
        .filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
    return [...new Set(names)].sort();
}
/** Names that are in the code and in the layer: `/var/task` comes first on Python's path, so the code's copy is imported. */
function shadowing(code, layer) {
    const inLayer = new Set(layer);
    return code.filter((name) => inLayer.has(name));
}


/***/ }),

/***/ 1463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QK: () => (/* binding */ readOtherLayer),
  SV: () => (/* binding */ readOurLayer),
  $d: () => (/* binding */ sizeOf)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __nccwpck_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/layer/description.js
var layer_description = __nccwpck_require__(1439);
// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
;// CONCATENATED MODULE: ./lib/layer/distributions.js

// Where Python looks in a layer: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
const DISTRIBUTION = /^python\/(?:lib\/python3\.\d+\/site-packages\/)?(?<name>[^/]+?)-(?<version>[^/-]+)\.dist-info\/METADATA$/;
/** Names (normalised) and versions of the distributions installed in a layer zip, sorted by name. */
function distributionsOf(entries) {
    return entries
        .map(({ path }) => DISTRIBUTION.exec(path)?.groups)
        .filter((groups) => groups !== undefined)
        .map(({ name = "", version = "" }) => ({ name: (0,dependencies_name/* normaliseName */.G)(name), version }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

// EXTERNAL MODULE: ./lib/layer/import-names.js
var import_names = __nccwpck_require__(6649);
;// CONCATENATED MODULE: ./lib/layer/inside.js





/** Reads our layer version: by the manifest in the cache, else from the version itself, by ranges of its zip. */
async function readOurLayer(arn, describes, lambda, cache) {
    const manifest = describes && (await cache?.restoreManifest(describes.fingerprint));
    if (describes !== undefined && manifest !== undefined) {
        const { packages } = manifest;
        const importNames = packages.flatMap((it) => it.importNames);
        return { size: sizeOf(describes), packages, importNames, describes };
    }
    const read = await (0,failure/* unlessHidden */.XK)(readLayer(arn, lambda));
    const size = describes === undefined ? {} : sizeOf(describes);
    return read ?? { size, packages: undefined, importNames: undefined, describes };
}
/** Reads a layer that is to stay attached beside ours. Throws when it was deleted: Lambda would refuse the whole list. */
async function readOtherLayer(arn, lambda) {
    try {
        return await readLayer(arn, lambda);
    }
    catch (error) {
        if ((0,failure/* isMissing */.b2)(error)) {
            throw new errors/* ActionError */.l(`The layer version ${arn} does not exist.`, {
                hint: "Lambda refuses a list with a layer that is gone: name in `layers` those that exist and are to stay, or `none`.",
                code: "layers",
            });
        }
        if ((0,failure/* isDenied */.GZ)(error)) {
            return { size: {}, packages: undefined, importNames: undefined, describes: undefined };
        }
        throw error;
    }
}
/** Where Python looks in a layer: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html */
const SITE_PACKAGES = /^python\/(?:lib\/python3\.\d+\/site-packages\/)?/;
async function readLayer(arn, lambda) {
    const { description, zipped, location } = await lambda.getLayerVersion(arn);
    const describes = (0,layer_description/* parseDescription */.aJ)(description);
    const { readRemoteZip } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(129)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9129)); // loads an HTTP client
    const zip = location === undefined ? undefined : await readRemoteZip(location);
    const size = zip ?? (describes === undefined ? { zipped } : sizeOf(describes));
    return {
        size: {
            zipped,
            ...(size.unzipped !== undefined && { unzipped: size.unzipped }),
            ...(size.files !== undefined && { files: size.files }),
        },
        packages: zip && distributionsOf(zip.entries),
        importNames: zip && (0,import_names/* importNamesOf */.rn)(zip.entries.map(({ path }) => path.replace(SITE_PACKAGES, ""))),
        describes,
    };
}
function sizeOf({ zipped, unzipped, files }) {
    return { zipped, unzipped, files };
}


/***/ }),

/***/ 6191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SF: () => (/* binding */ ourLayer),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   _S: () => (/* binding */ asKnown)
/* harmony export */ });
/* harmony import */ var _description_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1439);

/**
 * Looks for the wanted fingerprint among the published versions of our layer, newest first: an attached match stays,
 * else the newest one counts. Reads further pages only until it is found.
 */
async function lookUp(pages, attachedArn, fingerprint) {
    let versions = [];
    for await (const page of pages) {
        versions = [...versions, ...page];
        if (search(versions, attachedArn, fingerprint).wanted !== undefined) {
            break;
        }
    }
    return search(versions, attachedArn, fingerprint);
}
function search(versions, attachedArn, fingerprint) {
    const known = versions.map(asKnown).filter((version) => version !== undefined);
    const attached = known.find((version) => version.arn === attachedArn);
    const matches = known.filter((version) => version.describes.fingerprint === fingerprint);
    return { versions, attachedArn, attached, wanted: matches.find((version) => version === attached) ?? matches[0] };
}
/** A version whose Description is of our form. */
function asKnown(version) {
    const describes = (0,_description_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(version.description);
    return describes === undefined ? undefined : { ...version, describes };
}
/** ARN of our layer among those of a function; names are compared by the parts of the ARN, so `deps` is not `deps-old`. */
function ourLayer(layers, functionArn, layerName) {
    const [, , , region, account] = functionArn.split(":");
    return layers.find(({ arn }) => {
        const parts = arn.split(":");
        return parts[3] === region && parts[4] === account && parts[5] === "layer" && parts[6] === layerName;
    })?.arn;
}


/***/ }),

/***/ 7036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ manifestOf),
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7269);
/* harmony import */ var _by_package_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5233);


/** The manifest of a written zip: its files grouped by package. Pure. */
function manifestOf(built, distributions, entries, zip) {
    const ofPackage = (0,_by_package_js__WEBPACK_IMPORTED_MODULE_0__/* .byPackage */ .y)(entries);
    const compressed = new Map(zip.entries.map(({ path, compressedSize }) => [path, compressedSize]));
    return {
        schema: 1,
        fingerprint: built.fingerprint,
        zip: { sha256: zip.sha256, zipped: zip.zipped, unzipped: zip.unzipped, files: zip.files },
        packages: distributions.map(({ name, version, importNames }) => {
            const files = ofPackage.get(name) ?? [];
            return {
                name,
                version,
                zipped: files.reduce((sum, { path }) => sum + (compressed.get(path) ?? 0), 0),
                unzipped: files.reduce((sum, { size }) => sum + size, 0),
                files: files.length,
                importNames,
            };
        }),
        pinned: built.pinned,
        bytecode: built.bytecode,
        ...(built.leftOut && { leftOut: built.leftOut }),
        tools: built.tools,
    };
}
/** Reads a manifest that may come from anyone; undefined when it is not exactly of our form. Fields that we do not know are dropped. */
function parseManifest(text) {
    try {
        return readManifest(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,254}[a-z0-9])?$/;
const VERSION = /^[A-Za-z0-9.!+_-]{1,128}$/;
const IMPORT_NAME = /^[\p{L}_][\p{L}\p{N}_]{0,254}$/u;
const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} ,.'()-]{0,79}$/u;
const TOOL = /^[A-Za-z0-9 .+_-]{1,64}$/;
function readManifest(value) {
    const { schema, fingerprint, zip, packages, pinned, bytecode, leftOut, tools } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value);
    if (schema !== 1)
        throw new TypeError("schema");
    const { sha256, zipped, unzipped, files } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(zip);
    const { installer, python } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(tools);
    return {
        schema,
        fingerprint: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(fingerprint, _strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .HEX_64 */ .t2),
        zip: { sha256: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(sha256, _strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .HEX_64 */ .t2), zipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(zipped), unzipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unzipped), files: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(files) },
        packages: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(packages).map(readPackage),
        pinned: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(pinned),
        bytecode: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(bytecode),
        ...(leftOut !== undefined && { leftOut: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(leftOut).map(readLeftOut) }),
        tools: { installer: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(installer, TOOL), ...(python !== undefined && { python: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(python, TOOL) }) },
    };
}
function readPackage(value) {
    const { name, version, zipped, unzipped, files, importNames } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value);
    return {
        name: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(name, NAME),
        version: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(version, VERSION),
        zipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(zipped),
        unzipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unzipped),
        files: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(files),
        importNames: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(importNames).map((importName) => (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(importName, IMPORT_NAME)),
    };
}
function readLeftOut(value) {
    const { what, files, bytes } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value);
    return { what: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(what, WORDS), files: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(files), bytes: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(bytes) };
}


/***/ }),

/***/ 3121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ comparePackages),
/* harmony export */   k: () => (/* binding */ packageChanges)
/* harmony export */ });
/** Every package of both sides, by name; empty when one side is not known. Pure. */
function comparePackages(before, after) {
    if (before === undefined || after === undefined) {
        return [];
    }
    const [from, to] = [byName(before), byName(after)];
    return [...new Set([...from.keys(), ...to.keys()])].toSorted().map((name) => {
        const [old, now] = [from.get(name), to.get(name)];
        return { name, ...(old && { before: old }), ...(now && { after: now }) };
    });
}
function byName(packages) {
    return new Map(packages.map((one) => [one.name, one]));
}
/** Packages added, removed or moved to another version. Pure. */
function packageChanges(compared) {
    return compared
        .filter(({ before, after }) => before?.version !== after?.version)
        .map(({ name, before, after }) => ({
        name,
        ...(before && { from: before.version }),
        ...(after && { to: after.version }),
    }));
}


/***/ }),

/***/ 7037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ pruneLayerVersions)
/* harmony export */ });
/* harmony import */ var _description_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1439);

/** Keeps the `keep` newest versions that this action made, every one in use, and every one that it did not make. Pure. */
function pruneLayerVersions({ versions, functions, keep, newest }) {
    const referenced = new Set(functions.flatMap(({ layers }) => layers));
    const oldestFirst = versions.toSorted((one, other) => one.version - other.version);
    const ours = oldestFirst.filter(isOurs);
    const old = ours.slice(0, Math.max(0, ours.length - keep));
    const oldestKept = ours[old.length]?.version ?? Number.POSITIVE_INFINITY;
    return {
        delete: old.filter(({ arn, version }) => !referenced.has(arn) && version <= newest),
        byOthers: oldestFirst.filter((it) => !isOurs(it) && !referenced.has(it.arn) && it.version < oldestKept),
    };
}
function isOurs({ description }) {
    return (0,_description_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescription */ .aJ)(description) !== undefined;
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Oe: () => (/* binding */ parseDistInfo),
/* harmony export */   T3: () => (/* binding */ readRecords)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _dependencies_name_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1654);



/** The distributions installed in a directory by their RECORD files, sorted by name. */
async function readRecords(directory) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).toSorted();
    const distributions = await Promise.all(names.map((name) => readRecord(directory, name)));
    return distributions.filter((distribution) => distribution !== undefined);
}
// A wheel can bring any directory, so a name alone makes no distribution.
async function readRecord(directory, distInfo) {
    const named = parseDistInfo(distInfo);
    if (named === undefined)
        return undefined;
    const read = (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, distInfo, file), "utf8").catch(() => "");
    const [header = ""] = (await read("METADATA")).split(/\r?\n\r?\n/, 1);
    const [, stated = ""] = /^Name:[ \t]*(\S+)[ \t]*$/im.exec(header) ?? [];
    return (0,_dependencies_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseName */ .G)(stated) === named.name ? { ...named, files: parseRecord(await read("RECORD")) } : undefined;
}
/** Name (normalised) and version in the name of a `.dist-info` directory; undefined for one that no installer makes. */
function parseDistInfo(directory) {
    // Characters of PEP 503 and PEP 440: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
    const groups = /^(?<name>[a-z0-9](?:[a-z0-9._]*[a-z0-9])?)-(?<version>[a-z0-9][a-z0-9._+!]*)\.dist-info$/i.exec(directory)?.groups;
    return groups && { name: (0,_dependencies_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseName */ .G)(groups.name ?? ""), version: groups.version ?? "" };
}
/** The rows of a RECORD file: https://packaging.python.org/en/latest/specifications/recording-installed-packages/ */
function parseRecord(text) {
    return text
        .split(/\r?\n/)
        .map(parseRow)
        .filter((row) => row !== undefined);
}
function parseRow(line) {
    const match = /^(?:"((?:[^"]|"")*)"|([^,"]*)),(?:"([^"]*)"|([^,]*)),/.exec(line);
    if (match === null)
        return undefined;
    const path = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
    return path === "" ? undefined : { path, hash: match[3] ?? match[4] ?? "" };
}


/***/ }),

/***/ 3100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Xe: () => (/* binding */ ARCHITECTURES),
/* harmony export */   aC: () => (/* binding */ RUNTIMES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

const RUNTIMES = ["python3.10", "python3.11", "python3.12", "python3.13", "python3.14"];
const ARCHITECTURES = ["x86_64", "arm64"];
// python3.10 and 3.11 run on Amazon Linux 2 (glibc 2.26), later ones on Amazon Linux 2023 (glibc 2.34):
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. uv knows no 2_26; 2_17 is the highest below it.
const AMAZON_LINUX_2 = { glibc: [2, 26], manylinux: "manylinux_2_17" };
const AMAZON_LINUX_2023 = { glibc: [2, 34], manylinux: "manylinux_2_34" };
/** The target for a function's runtime and architecture. Throws when the runtime is no supported Python. */
function targetOf(runtime, architecture) {
    if (!isRuntime(runtime)) {
        const python = runtime.startsWith("python");
        const choose = `set \`runtime\` to one of ${RUNTIMES.join(", ")}.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`Runtime ${runtime} is ${python ? "not supported" : "not Python"}.`, {
            hint: python
                ? `S${choose.slice(1)}`
                : `Check \`function-name\`; if the function is to become one of Python, ${choose}`,
            code: "runtime",
        });
    }
    const system = runtime === "python3.10" || runtime === "python3.11" ? AMAZON_LINUX_2 : AMAZON_LINUX_2023;
    const machine = architecture === "arm64" ? "aarch64" : "x86_64";
    return {
        runtime,
        architecture,
        pythonVersion: runtime.slice("python".length),
        glibc: system.glibc,
        platform: `${machine}-${system.manylinux}`,
    };
}
function isRuntime(text) {
    return RUNTIMES.includes(text);
}


/***/ }),

/***/ 237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ scrub),
/* harmony export */   u: () => (/* binding */ fencedLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _dependencies_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3807);


const SHORTEST_SECRET = 4;
/**
 * Prints the lines of a tool to the job log so that none of them can be a workflow command, with secrets taken out.
 * `core.setSecret` has no effect while the fence is up.
 */
async function fencedLog(log, secrets, work) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    log.info(`::stop-commands::${token}`);
    try {
        return await work((line) => log.info(scrub(line, secrets)));
    }
    finally {
        log.info(`::${token}::`);
    }
}
/** A text of a tool without the user and password of URLs and without the given secrets, also percent-encoded ones. */
function scrub(text, secrets) {
    const forms = secrets
        .flatMap((secret) => [secret, encodeURIComponent(secret)])
        .filter((form) => form.length >= SHORTEST_SECRET); // hiding "1" would hide every version
    return (0,_dependencies_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .hideSecrets */ .s0)(text, forms).replace(/\/\/[^\s/'"`<>]*@/g, "//***@");
}


/***/ }),

/***/ 3238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ layerUsers),
/* harmony export */   h: () => (/* binding */ misfit)
/* harmony export */ });
/* harmony import */ var _aws_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8690);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6191);


/** The other functions on our layer, by name. Layers are compared by the parts of their ARNs. Pure. */
function layerUsers(functions, layer) {
    return functions
        .filter(({ name, version }) => version === "$LATEST" && name !== layer.functionName)
        .flatMap((listed) => {
        const layers = listed.layers.map((attached) => ({ arn: attached }));
        const arn = (0,_lookup_js__WEBPACK_IMPORTED_MODULE_0__/* .ourLayer */ .SF)(layers, listed.arn, layer.layerName);
        if (arn === undefined) {
            return [];
        }
        const version = Number((0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .lastPart */ .S)(arn));
        return [{ name: listed.name, version, behind: isBehind(version, layer), unfit: misfit(listed, layer) }];
    })
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
/** Why packages built for the layer's platform would not load in this function; undefined when they would. */
function misfit({ runtime, architecture }, { runtimes, architectures }) {
    if (runtime === undefined || !runtimes.includes(runtime)) {
        return `runs on ${runtime ?? "no runtime of Lambda's"}, the layer is for ${runtimes.join(", ")}`;
    }
    return architectures.includes(architecture)
        ? undefined
        : `runs on ${architecture}, the layer is for ${architectures.join(", ")}`;
}
function isBehind(version, layer) {
    return layer.version === undefined || version < layer.version || (layer.moves && version !== layer.version);
}


/***/ }),

/***/ 8207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Ce: () => (/* binding */ DIRECT_UPLOAD_LIMIT),
/* harmony export */   Gf: () => (/* binding */ checkUpload),
/* harmony export */   My: () => (/* binding */ UNZIPPED_LIMIT),
/* harmony export */   ZF: () => (/* binding */ checkTotal),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _report_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1925);


/** Bytes of a zip in a direct upload: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const DIRECT_UPLOAD_LIMIT = 52_428_800;
/** Code and all layers, unzipped bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const UNZIPPED_LIMIT = 262_144_000;
/** Room left under Lambda's limits. A layer whose unzipped size is not known counts by its zipped one: at least. */
function limitsOf({ code, layer, otherLayers }) {
    const layers = [...(layer === undefined ? [] : [layer]), ...otherLayers];
    const used = layers.reduce((sum, size) => sum + (size.unzipped ?? size.zipped ?? 0), code.unzipped);
    return {
        zipped: DIRECT_UPLOAD_LIMIT,
        unzipped: UNZIPPED_LIMIT,
        used,
        headroom: UNZIPPED_LIMIT - used,
        atLeast: layers.some((size) => size.unzipped === undefined),
    };
}
/** Stops before anything is sent when code and layers are too large; returns a warning when they come near. What else is too large goes into the same error. */
function checkTotal(limits, gates, layer, alsoPassed = []) {
    const used = limits.used ?? 0;
    const hardLimit = Math.min(gates.hardLimit, UNZIPPED_LIMIT);
    const total = `Code and layers are ${limits.atLeast ? "at least " : ""}${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(used)} unzipped`;
    if (used > hardLimit) {
        const problems = [`${total}; the limit is ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(hardLimit)}`, ...alsoPassed.map(({ problem }) => problem)];
        const looks = alsoPassed.flatMap(({ look }) => look);
        throw tooLarge(`${problems.join(", and ")}.`, layer, looks);
    }
    return used > gates.warnLimit
        ? { level: "warning", text: `${total}, more than \`warn-limit\` (${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(gates.warnLimit)}).` }
        : undefined;
}
/** A zip over 50 MiB needs a bucket. */
function checkUpload(what, zipped, bucket) {
    if (zipped > DIRECT_UPLOAD_LIMIT && bucket === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The ${what} is ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(zipped)} zipped; Lambda takes ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(DIRECT_UPLOAD_LIMIT)} in a direct upload.`, { hint: "Set `s3-bucket` to a bucket in the function's Region.", code: "needs-bucket" });
    }
}
/** The error for what Lambda would refuse; `looks`: sentences that name more to look at. */
function tooLarge(message, layer, looks = []) {
    const named = (layer?.packages ?? [])
        .toSorted((one, other) => (other.unzipped ?? 0) - (one.unzipped ?? 0))
        .slice(0, 5)
        .map(({ name, unzipped }) => `${name} ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(unzipped ?? 0)}`);
    const hint = [
        ...(named.length === 0 ? [] : [`The largest packages: ${named.join(", ")}.`]),
        ...looks,
        "Make the layer smaller with `slim: aggressive`, or leave out packages with `exclude-packages`, files with `code-exclude`.",
        ...(layer?.bytecode ? ["`bytecode: off` saves room, too."] : []),
    ];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(message, { hint: hint.join(" "), code: "too-large" });
}


/***/ }),

/***/ 2959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CLOCK)
/* harmony export */ });
const CLOCK = {
    now: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hashFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);


/** sha256 (hex) of a file. */
async function hashFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file)) {
        hash.update(chunk);
    }
    return hash.digest("hex");
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findGit),
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7975);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8996);






// A repository's configuration names programs (fsmonitor, hooks), and so do the remotes that git asks by itself for
// objects which are not there. Reading needs none of them.
const HARMLESS = ["-c", "core.fsmonitor=false", "-c", `core.hooksPath=${node_os__WEBPACK_IMPORTED_MODULE_2__.devNull}`, "-c", "safe.directory=*"];
/** Nothing that is read here takes as long. */
const LONGEST_MS = 180_000;
const ENVIRONMENT = {
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: node_os__WEBPACK_IMPORTED_MODULE_2__.devNull,
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1", // a commit is what its name says
    GIT_ALLOW_PROTOCOL: "none", // what keeps git before 2.45 from fetching
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
};
/** The runner's git, kept from running other programs and from asking anybody; undefined without one. A git of the workspace is not started. */
function findGit(workspace, env) {
    const [git] = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .findPrograms */ .z0)("git", env, workspace);
    if (git === undefined) {
        return undefined;
    }
    const system = Object.entries((0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .withRunnerPath */ .mY)(env, workspace)).filter(([name]) => /^(?:PATH|SYSTEMROOT)$/i.test(name));
    return async (args, options = {}) => {
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(git, [...HARMLESS, ...args], {
            cwd: node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(process.execPath), // programs are looked for there on Windows
            env: { ...Object.fromEntries(system), ...ENVIRONMENT, ...options.env },
            maxBuffer: 1024 ** 3,
            windowsHide: true,
            timeout: LONGEST_MS,
            killSignal: "SIGKILL",
        });
        return stdout;
    };
}
/**
 * The directory with `.git` in which this one lies. Never left to git: it would also take the directory itself for a
 * repository when its files look like one, and those any pull request can bring. A name `.git` it can not. Above
 * `highest` nothing is looked for.
 */
async function repositoryOf(directory, highest) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, ".git")).catch(() => undefined);
    if (found !== undefined) {
        return directory;
    }
    const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(directory);
    return parent === directory || directory === highest ? undefined : repositoryOf(parent, highest);
}


/***/ }),

/***/ 8141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   i: () => (/* binding */ relativePath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/** Is the path the directory itself, or below it? As written: links are not followed. */
function isInside(directory, candidate) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(directory, candidate);
    return !(relative === ".." || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(relative));
}
/** Relative to the directory, with `/`; `.` for the directory itself. */
function relativePath(directory, target) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.relative(directory, target).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/") || ".";
}


/***/ }),

/***/ 8996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ isOfRunner),
/* harmony export */   mY: () => (/* binding */ withRunnerPath),
/* harmony export */   z0: () => (/* binding */ findPrograms)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8141);



const WINDOWS = process.platform === "win32";
const PATH = WINDOWS ? /^PATH$/i : /^PATH$/;
/** Absolute paths of the programs of this name (without ending) on PATH, in its order; only the runner's own. */
function findPrograms(name, env, workspace) {
    const names = WINDOWS ? endings(env).map((ending) => `${name}${ending}`) : [name];
    return searched(env, workspace)
        .flatMap((directory) => names.map((file) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, file)))
        .filter((file) => isProgram(file) && isOfRunner(file, workspace));
}
/** The environment with a PATH of the runner's own directories, for a program that starts others by their names. */
function withRunnerPath(env, workspace) {
    const directories = searched(env, workspace).join(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter);
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, PATH.test(name) ? directories : value]));
}
/** Does it lie outside the workspace, links followed? What lies inside is part of what is deployed, and never started. */
function isOfRunner(place, workspace) {
    const [real, realWorkspace] = [realPath(place), realPath(workspace)];
    return ![workspace, realWorkspace].some((directory) => (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .F)(directory, place) || (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isInside */ .F)(directory, real));
}
/** A relative entry would mean another directory for each program. */
function searched(env, workspace) {
    const [, value = ""] = Object.entries(env).find(([name]) => PATH.test(name)) ?? [];
    return value.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((entry) => node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(entry) && isOfRunner(entry, workspace));
}
/** Others of PATHEXT need a shell. */
function endings({ PATHEXT = ".COM;.EXE" }) {
    return PATHEXT.toLowerCase()
        .split(";")
        .filter((ending) => ending === ".com" || ending === ".exe");
}
function isProgram(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}
function realPath(place) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(place);
    }
    catch {
        return node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(place);
    }
}


/***/ }),

/***/ 1708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/function/plan.js
var function_plan = __nccwpck_require__(3917);
;// CONCATENATED MODULE: ./lib/decided.js

/** The code package that the function has in the end: files that are only compressed otherwise are not sent for that. Pure. */
function codeAfter(plan, { zipped, unzipped, files, sha256 }, { before }) {
    return (0,function_plan/* sendsCode */.lK)(plan) ? { zipped, unzipped, files, sha256 } : { ...before, unzipped, files };
}
/** The layers that this run has not made, as the report tells of them. Pure. */
function layersAround({ layers }, { attachedArn, wanted }, others) {
    const now = others.map(({ arn, size: { zipped, unzipped } }) => factsOf(arn, zipped, unzipped));
    const attached = layers.map(({ arn, zipped }) => factsOf(arn, zipped));
    const ours = attached.find(({ arn }) => arn === attachedArn);
    return {
        otherLayers: now,
        otherLayersBefore: attached
            .filter((layer) => layer !== ours)
            .map((layer) => now.find(({ arn }) => arn === layer.arn) ?? layer),
        ...(wanted.kind === "untouched" && ours && { layerLeftAlone: ours }),
    };
}
function factsOf(arn, zipped, unzipped) {
    return { arn, ...(zipped !== undefined && { zipped }), ...(unzipped !== undefined && { unzipped }) };
}

// EXTERNAL MODULE: ./lib/dependencies/pinned.js
var pinned = __nccwpck_require__(7447);
// EXTERNAL MODULE: ./lib/dependencies/name.js
var dependencies_name = __nccwpck_require__(1654);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/layer/import-names.js
var import_names = __nccwpck_require__(6649);
;// CONCATENATED MODULE: ./lib/function/handler.js



/** The handler's module as a path without ending, `app/main`. Throws when the handler names none. */
function moduleOfHandler(handler) {
    // The runtime imports what stands before the last dot, with `/` read as a dot.
    const module = handler.slice(0, Math.max(0, handler.lastIndexOf("."))).replaceAll(".", "/");
    if (module === "") {
        throw new errors/* ActionError */.l(`The handler ${JSON.stringify(handler)} names no module and function.`, {
            hint: "Give the function a handler like `lambda_function.handler`.",
            code: "handler",
        });
    }
    return module;
}
/** The handler's module is in the code package. */
function hasHandler(handler, entries) {
    if (handler === undefined)
        return true;
    const module = moduleOfHandler(handler);
    const modules = new Set(entries.map(({ path }) => (0,import_names/* moduleOf */.cD)(path)));
    return modules.has(module) || modules.has(`${module}/__init__`);
}
const FEW = 3;
/**
 * Is the module of the handler in the code package? Wrappers of observability tools (`datadog_lambda.handler.handler`) come from a layer;
 * where that can be so, a notice says it. Throws when the function could not start.
 */
function checkHandler({ handler, entries, layerImportNames, hasOtherLayers }) {
    if (handler === undefined)
        return { outcome: "present" };
    const paths = entries.map(({ path }) => path);
    if (hasHandler(handler, entries))
        return { outcome: "present" };
    const module = moduleOfHandler(handler);
    const modules = new Set(paths.map(import_names/* moduleOf */.cD));
    const [top = ""] = module.split("/", 1);
    const fromOurs = layerImportNames?.some((name) => (0,dependencies_name/* normaliseName */.G)(name) === (0,dependencies_name/* normaliseName */.G)(top)) ?? false;
    const hiddenByCode = modules.has(top) || modules.has(`${top}/__init__`);
    if (hiddenByCode || !(fromOurs || hasOtherLayers))
        throw missing(handler, module, paths);
    const text = `The handler \`${handler}\` is not in the code package; it is expected in a layer.`;
    return { outcome: "elsewhere", notice: { level: "note", text } };
}
function missing(handler, module, paths) {
    const expected = `${module}.py`;
    const message = `The handler ${JSON.stringify(handler)} needs ${JSON.stringify(expected)}, which is not in the code package.`;
    const sameName = paths.filter((path) => endsLike(path, expected)).slice(0, FEW);
    const [first] = sameName;
    if (first !== undefined) {
        const hint = `The package holds ${list(sameName)}: set \`code-artifacts-dir\` so that it becomes ${JSON.stringify(expected)}, or correct the function's handler.`;
        return new errors/* ActionError */.l(message, { hint, code: "handler" });
    }
    const names = (0,import_names/* importNamesOf */.rn)(paths).slice(0, FEW);
    const found = names.length === 0 ? "no Python modules" : `the modules ${list(names)}`;
    const hint = `At its top the package holds ${found}: check \`code-artifacts-dir\`, \`code-include\`, \`code-exclude\` and the function's handler.`;
    return new errors/* ActionError */.l(message, { hint, code: "handler" });
}
/** Same file name, whatever its directory, upper case or the sort of dash. */
function endsLike(path, expected) {
    const fileName = (text) => (0,dependencies_name/* normaliseName */.G)(text.slice(text.lastIndexOf("/") + 1));
    return fileName(path.replace(/\/__init__\.py$/, ".py")) === fileName(expected);
}
function list(names) {
    return names.map((name) => JSON.stringify(name)).join(", ");
}

// EXTERNAL MODULE: ./lib/function/layer-slots.js
var layer_slots = __nccwpck_require__(8341);
// EXTERNAL MODULE: ./lib/dependencies/problem.js
var problem = __nccwpck_require__(3246);
// EXTERNAL MODULE: ./lib/layer/aws-sdk.js
var aws_sdk = __nccwpck_require__(1249);
// EXTERNAL MODULE: ./lib/layer/record.js
var record = __nccwpck_require__(4952);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
;// CONCATENATED MODULE: ./lib/function/lost-packages.js





const lost_packages_FEW = 5;
/**
 * Looks for packages that lie inside the live code package, as in a fat zip, and that nothing brings any more: the new version
 * would not find them. What Lambda's runtime has is not missed. Warns of them; throws when no dependency file was found, since
 * then nobody has said that they may go.
 */
function checkLostPackages(question) {
    const { removed, entries, inLayers, excluded, dependencies } = question;
    if (inLayers === undefined) {
        return [];
    }
    const there = new Set([...distributionsOf(entries.map(({ path }) => path)), ...inLayers, ...excluded, ...aws_sdk/* AWS_SDK */.N]);
    const lost = distributionsOf(removed).filter((name) => !there.has(name));
    if (lost.length === 0) {
        return [];
    }
    const names = (0,markdown/* firstOf */.Ku)(lost, lost_packages_FEW);
    if (dependencies.outcome === "untouched" && dependencies.overlooked !== undefined) {
        const { overlooked } = dependencies;
        const file = overlooked.length === 0 ? "the file that lists the packages" : (0,problem/* shownFiles */.bF)(overlooked);
        const them = lost.length === 1 ? "it" : "them";
        throw new errors/* ActionError */.l(`No dependency file was found, and the live code package brings ${names} along: the new version would lack ${them}.`, {
            hint: `Name ${file} in \`requirements\`, or set \`requirements: none\` to deploy without ${them}.`,
            code: "lost-packages",
        });
    }
    const text = `The live code package brings ${names} along, the new one and its layers do not. What the function imports of that belongs in the requirements.`;
    return [{ level: "warning", text }];
}
/** Normalised names of the distributions at the top, sorted. */
function distributionsOf(paths) {
    const directories = new Set(paths.map((path) => path.split("/", 1)[0] ?? ""));
    const names = [...directories].map((directory) => (0,record/* parseDistInfo */.Oe)(directory)?.name);
    return [...new Set(names.filter((name) => name !== undefined))].sort();
}

// EXTERNAL MODULE: ./lib/gates.js
var gates = __nccwpck_require__(267);
// EXTERNAL MODULE: ./lib/layer/find.js + 1 modules
var find = __nccwpck_require__(9846);
;// CONCATENATED MODULE: ./lib/layer/layer-notices.js


const layer_notices_FEW = 3;
/**
 * What should be known of our layer. A build says some of it itself; of a layer from AWS or the cache it is said here, as far
 * as its facts tell: one that is attached already was not looked into, so nobody knows its packages. Pure.
 */
function layerNotices(layer, { bytecode, excludePackages, pinned }) {
    const notices = [];
    const names = layer.packages.map(({ name }) => name);
    if (layer.pinned === false) {
        const loose = listed(names.filter((name) => !pinned.has(name)));
        const text = `Not every package of the layer is pinned with \`==\`${loose}. The layer stays as it is until the requirements change; the next build may bring newer versions.`;
        notices.push({ level: "note", text });
    }
    if (layer.source === "built") {
        return notices;
    }
    notices.push(...(0,aws_sdk/* sdkNotices */.S)(names, excludePackages));
    if (layer.bytecode === false && bytecode === "auto") {
        const text = `The layer has no bytecode, so cold starts compile it. To add it, put \`actions/setup-python\` with the Python of the runtime before this step, and run once with \`force-layer: true\`.`;
        notices.push({ level: "note", text });
    }
    return notices;
}
/** `: anyio, certifi, h11 and 5 more are not`; the packages of a layer that was not looked into have no names. */
function listed(names) {
    return names.length === 0 ? "" : `: ${(0,markdown/* firstOf */.Ku)(names, layer_notices_FEW)} ${names.length === 1 ? "is" : "are"} not`;
}

// EXTERNAL MODULE: ./lib/layer/inside.js + 1 modules
var inside = __nccwpck_require__(1463);
// EXTERNAL MODULE: ./lib/layer/lookup.js
var lookup = __nccwpck_require__(6191);
;// CONCATENATED MODULE: ./lib/layer/others.js



/**
 * The function's other layers after the deploy. They are looked into only when the list of layers will be sent: then a
 * deleted one must be found before anything is written, and the exact sizes decide what fits.
 */
async function readOtherLayers(request) {
    const { lambda, state, attachedArn, layers: given } = request;
    const attached = state.layers.filter(({ arn }) => arn !== attachedArn);
    const wanted = given ?? attached.map(({ arn }) => arn);
    checkNotOurs(request);
    const listChanges = oursChanges(request) || inDoubt(state) || wanted.join() !== attached.map(({ arn }) => arn).join();
    if (listChanges && request.wanted.kind === "untouched" && attachedArn !== undefined) {
        await (0,inside/* readOtherLayer */.QK)(attachedArn, lambda);
    }
    return Promise.all(wanted.map(async (arn) => {
        const zipped = attached.find((layer) => layer.arn === arn)?.zipped;
        const known = zipped === undefined ? {} : { zipped };
        if (!listChanges) {
            return { arn, size: known, packages: undefined, madeByUs: false };
        }
        const { size, packages, describes } = await (0,inside/* readOtherLayer */.QK)(arn, lambda);
        return { arn, size: { ...known, ...size }, packages, madeByUs: describes !== undefined };
    }));
}
/** What a person should look at: a layer of ours under an old name, a layer that brings the same packages as ours. */
function otherLayerNotices(others, ours) {
    const names = new Set(ours.map(({ name }) => name));
    return others.flatMap(({ arn, packages, madeByUs }) => {
        const layer = arn.split(":").slice(-2).join(":");
        if (madeByUs) {
            const text = `\`${layer}\` holds dependencies too, published by this action under another name. Take it out with \`layers\`.`;
            return [{ level: "warning", text }];
        }
        const shared = (packages ?? []).map(({ name }) => name).filter((name) => names.has(name));
        if (shared.length === 0) {
            return [];
        }
        const some = shared.slice(0, 5).map((name) => `\`${name}\``);
        const text = `\`${layer}\` also brings ${some.join(", ")}${shared.length > 5 ? ", …" : ""}; the layer that comes later in the list wins.`;
        return [{ level: "note", text }];
    });
}
/** After a failed update the layers are sent again: what GetFunction shows is not what runs. */
function inDoubt({ readiness }) {
    return readiness.status === "failed";
}
/** Our place in the list changes, so the whole list will be sent. */
function oursChanges({ wanted, attachedArn }) {
    switch (wanted.kind) {
        case "untouched":
            return false;
        case "none":
            return attachedArn !== undefined;
        case "existing":
            return wanted.arn !== attachedArn;
        case "new":
            return true;
        default:
            return wanted;
    }
}
function checkNotOurs({ layers, state, layerName }) {
    const given = (layers ?? []).map((arn) => ({ arn }));
    const listed = (0,lookup/* ourLayer */.SF)(given, state.arn, layerName);
    if (listed !== undefined) {
        throw new errors/* ActionError */.l(`\`layers\` lists ${listed}, the layer that this action attaches.`, {
            hint: "List only the other layers, or set another `layer-name`.",
            code: "layers",
        });
    }
}

// EXTERNAL MODULE: ./lib/limits.js
var lib_limits = __nccwpck_require__(8207);
;// CONCATENATED MODULE: ./lib/decide.js












/** What can be wrong before a layer is built, so that nobody waits for a build in vain. Pure; throws ActionError. */
function checkBeforeBuild(inputs, { state, code, comparison }, finding, others) {
    const wanted = { layer: (0,find/* wantedOf */.Lm)(finding), otherLayers: inputs.layers };
    (0,layer_slots/* checkLayers */.HJ)((0,layer_slots/* wantedLayers */.cD)(state, finding.attachedArn, wanted), finding.attachedArn);
    (0,lib_limits/* checkTotal */.ZF)((0,lib_limits/* limitsOf */.Af)({ code, layer: undefined, otherLayers: others.map(({ size }) => size) }), inputs, undefined);
    if (comparison.changed) {
        (0,lib_limits/* checkUpload */.Gf)("code package", code.zipped, inputs.bucket);
    }
    // What a new layer brings is not known yet; without one, only other layers can hold the handler.
    if (finding.outcome === "none" || finding.outcome === "untouched") {
        checkHandler({
            handler: inputs.settings.handler ?? state.settings.handler,
            entries: code.entries,
            layerImportNames: [],
            hasOtherLayers: others.length > 0 || (finding.outcome === "untouched" && finding.attachedArn !== undefined),
        });
    }
}
/** Unzipped bytes that code and other layers leave to ours, at most. */
function room({ hardLimit }, code, others) {
    const { used = 0 } = (0,lib_limits/* limitsOf */.Af)({ code, layer: undefined, otherLayers: others.map(({ size }) => size) });
    return Math.min(hardLimit, lib_limits/* UNZIPPED_LIMIT */.My) - used;
}
/** What will be done, in which order. Everything that can be wrong is found here, before the first write. Pure; throws ActionError. */
function decide(inputs, observed, layer, others, alias) {
    const { state, code, comparison, dependencies } = observed;
    const handler = checkHandler({
        handler: inputs.settings.handler ?? state.settings.handler,
        entries: code.entries,
        layerImportNames: layer.importNames,
        // A layer of ours that could not be looked into may bring it as well.
        hasOtherLayers: others.length > 0 || (layer.importNames === undefined && hasOurs(layer)),
    });
    const { limits, ...layers } = sizesWith({ state, code }, layer, others);
    const sizeNotices = (0,gates/* checkSizes */.rU)(inputs, (0,gates/* gatedDeploy */.L1)(code, layer.facts), limits, layer.facts);
    const wanted = wantedBy(inputs, observed, layer, alias);
    const plan = (0,function_plan/* makePlan */.Cs)(state, layer.attachedArn, wanted, footprintOf(observed, layer, others, limits));
    if ((0,function_plan/* sendsCode */.lK)(plan)) {
        (0,lib_limits/* checkUpload */.Gf)("code package", code.zipped, inputs.bucket);
    }
    if (layer.built !== undefined) {
        (0,lib_limits/* checkUpload */.Gf)("layer", layer.built.describes.zipped, inputs.bucket);
    }
    const shadowed = (0,import_names/* shadowing */.L0)(code.importNames, layer.importNames ?? namesOf(dependencies));
    const notices = [
        ...(handler.outcome === "elsewhere" ? [handler.notice] : []),
        ...sizeNotices,
        ...otherLayerNotices(others, layer.facts?.packages ?? []),
        ...layer.notices,
        ...(layer.facts === undefined ? [] : layerNotices(layer.facts, { ...inputs, pinned: pinnedOf(dependencies) })),
        ...checkLostPackages({
            removed: comparison.changes?.removed ?? [],
            entries: code.entries,
            inLayers: packagesInLayers(layer, others),
            excluded: inputs.excludePackages,
            dependencies,
        }),
        ...shadowNotice(shadowed),
        ...(inputs.dryRun ? gapNotice(plan) : []),
    ];
    return {
        plan,
        limits,
        layers,
        codeAfter: codeAfter(plan, code, comparison),
        notices,
        shadowing: shadowed,
    };
}
/** How much of Lambda's limits the function is to use, and by which layers beside ours: the report shows it also of a deploy that is too large. Pure. */
function sizesWith({ state, code }, layer, others) {
    const limits = (0,lib_limits/* limitsOf */.Af)({ code, layer: sizeOfOurs(state, layer), otherLayers: others.map(({ size }) => size) });
    return { limits, ...layersAround(state, layer, others) };
}
/** What the function is to be. */
function wantedBy(inputs, { comparison, codeSigningConfig }, layer, alias) {
    const { layers, runtime, architecture, settings, tags, sourceKmsKey, publish } = inputs;
    return {
        layer: layer.wanted,
        otherLayers: layers,
        runtime,
        architecture,
        settings,
        tags,
        codeSigningConfig: inputs.codeSigningConfig === codeSigningConfig ? undefined : inputs.codeSigningConfig,
        sourceKmsKey,
        code: comparison,
        publish,
        alias,
    };
}
/** How large it is before and after. */
function footprintOf({ state, code, comparison }, layer, others, { used = 0 }) {
    return {
        codeBefore: comparison.before.unzipped ?? state.codeSize,
        codeAfter: code.unzipped,
        layersBefore: layersBefore(state, layer, others),
        layersAfter: used - code.unzipped,
        onlyRemoves: onlyRemoves(layer),
    };
}
/** Our layer after the deploy; one that is not this run's business counts with what AWS says of it. */
function sizeOfOurs({ layers }, { wanted, facts, attachedArn }) {
    if (wanted.kind !== "untouched") {
        return facts?.after;
    }
    const attached = layers.find(({ arn }) => arn === attachedArn);
    return attached && (attached.zipped === undefined ? {} : { zipped: attached.zipped });
}
/** Unzipped bytes of the layers attached now, at least. */
function layersBefore({ layers }, layer, others) {
    return layers
        .map(({ arn, zipped = 0 }) => {
        const size = arn === layer.attachedArn ? layer.facts?.before : others.find((other) => other.arn === arn)?.size;
        return size?.unzipped ?? zipped;
    })
        .reduce((sum, bytes) => sum + bytes, 0);
}
function onlyRemoves({ facts }) {
    return facts !== undefined && facts.changes.length > 0 && facts.changes.every(({ to }) => to === undefined);
}
/** The function has our layer afterwards. */
function hasOurs({ wanted, attachedArn }) {
    return wanted.kind === "untouched" ? attachedArn !== undefined : wanted.kind !== "none";
}
function pinnedOf(dependencies) {
    return dependencies.outcome === "found" ? (0,pinned/* pinnedNames */.d)(dependencies) : new Set();
}
/** Names of the packages in all layers after the deploy; undefined when one of them was not looked into. */
function packagesInLayers(layer, others) {
    const ours = hasOurs(layer) ? [layer.facts?.packages.length === 0 ? undefined : layer.facts?.packages] : [];
    const all = [...ours, ...others.map(({ packages }) => packages)];
    const known = all.filter((packages) => packages !== undefined);
    return known.length === all.length ? known.flat().map(({ name }) => name) : undefined;
}
/** Good enough to find a copy in the code without looking into the layer: most packages are imported by their name. */
function namesOf(dependencies) {
    return dependencies.outcome === "found" ? dependencies.requirements.map(({ name }) => name.replaceAll("-", "_")) : [];
}
function shadowNotice(names) {
    if (names.length === 0) {
        return [];
    }
    const some = names.slice(0, 5).map((name) => `\`${name}\``);
    const text = `The code package also holds ${some.join(", ")}${names.length > 5 ? ", …" : ""}, which the layer brings: the code's copy wins. Leave it out with \`code-exclude\`.`;
    return [{ level: "warning", text }];
}
/** Only of a plan: a deploy tells how long the gap really was. */
function gapNotice({ gap }) {
    return gap === undefined
        ? []
        : [{ level: "note", text: `Layers and code are two updates: between them, \`$LATEST\` is ${gap}.` }];
}

// EXTERNAL MODULE: ./lib/function/compare.js + 1 modules
var compare = __nccwpck_require__(5243);
// EXTERNAL MODULE: ./lib/function/read.js + 1 modules
var read = __nccwpck_require__(4541);
// EXTERNAL MODULE: ./lib/inputs.js + 5 modules
var lib_inputs = __nccwpck_require__(906);
// EXTERNAL MODULE: ./lib/journal.js
var lib_journal = __nccwpck_require__(4868);
// EXTERNAL MODULE: ./lib/layer/cache.js
var layer_cache = __nccwpck_require__(5491);
// EXTERNAL MODULE: ./lib/layer/description.js
var description = __nccwpck_require__(1439);
// EXTERNAL MODULE: ./lib/layer/package-changes.js
var package_changes = __nccwpck_require__(3121);
;// CONCATENATED MODULE: ./lib/layer/choose.js





/** The layer that was found, or makes it: restored from the cache, else built. Writes nothing to AWS. */
async function chooseLayer(request) {
    const { finding } = request;
    const common = { wanted: (0,find/* wantedOf */.Lm)(finding), attachedArn: finding.attachedArn, ...NOTHING };
    switch (finding.outcome) {
        case "untouched":
            request.say("The layers are left alone.");
            return common;
        case "none":
            request.say("The function needs no layer.");
            return { ...common, importNames: [], facts: await factsOfNone(request, finding.files, finding.reason) };
        case "reused":
            request.say("Nothing is to be built.");
            return { ...common, ...(await reuse(request, finding)) };
        case "missing":
            return { ...common, ...(await make(request, finding)) };
        default:
            return finding;
    }
}
const NOTHING = { newest: 0, built: undefined, facts: undefined, importNames: undefined, notices: [] };
/** A published version holds the wanted dependencies. When it is attached already, nothing more needs to be read. */
async function reuse(request, finding) {
    const { version, lookup, attachedArn } = finding;
    const { describes, arn, created, runtimes, architectures } = version;
    const stays = arn === attachedArn;
    const cache = stays || !request.cache ? undefined : await (0,layer_cache/* openCache */.bp)(request.workspace);
    const now = stays && !request.asksForNames ? undefined : await (0,inside/* readOurLayer */.SV)(arn, describes, request.lambda, cache);
    const before = stays || attachedArn === undefined ? undefined : await readBefore(request, lookup, attachedArn, cache);
    return {
        newest: newestNumber(lookup),
        importNames: now?.importNames,
        facts: {
            ...commonFacts(request, finding),
            source: "reused",
            versionArn: arn,
            version: version.version,
            created,
            runtimes,
            architectures,
            ...(attachedArn !== undefined && { before: { ...(before?.size ?? (0,inside/* sizeOf */.$d)(describes)), versionArn: attachedArn } }),
            ...factsOfContent(describes, (0,inside/* sizeOf */.$d)(describes)),
            packages: now?.packages ?? [],
            changes: (0,package_changes/* packageChanges */.k)((0,package_changes/* comparePackages */.F)(before?.packages, now?.packages)),
            newest: newestOf(lookup),
        },
    };
}
/** No published version holds the wanted dependencies. */
async function make(request, finding) {
    const { dependencies, target, fingerprint, lookup, attachedArn } = finding;
    const cache = request.cache ? await (0,layer_cache/* openCache */.bp)(request.workspace) : undefined;
    const { ensureLayer } = await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(203), __nccwpck_require__.e(903)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2903)); // the whole build
    const supply = await ensureLayer({
        build: { ...request, dependencies, target, fingerprint, onStep: request.say },
        cache,
        force: request.forceLayer,
        keep: !request.dryRun,
        say: request.say,
        showing: request.showing,
    });
    const { notices } = supply;
    if (supply.source === "none") {
        const facts = await factsOfNone(request, dependencies.files, (0,find/* installsNothing */.iZ)(dependencies, target));
        return { wanted: { kind: "none" }, importNames: [], notices, facts };
    }
    const { manifest } = supply.archive;
    const describes = (0,description/* describeLayer */.$d)(manifest);
    const before = attachedArn === undefined ? undefined : await readBefore(request, lookup, attachedArn, cache);
    return {
        newest: newestNumber(lookup),
        built: { archive: supply.archive, describes },
        importNames: manifest.packages.flatMap(({ importNames }) => importNames),
        notices,
        facts: {
            ...commonFacts(request, finding),
            source: supply.source,
            ...(attachedArn !== undefined && before && { before: { ...before.size, versionArn: attachedArn } }),
            ...factsOfContent(describes, { ...(0,inside/* sizeOf */.$d)(describes), sha256: manifest.zip.sha256 }),
            ...(manifest.leftOut && { leftOut: manifest.leftOut }),
            packages: manifest.packages,
            changes: (0,package_changes/* packageChanges */.k)((0,package_changes/* comparePackages */.F)(before?.packages, manifest.packages)),
            newest: newestOf(lookup),
        },
    };
}
function readBefore({ lambda }, { attached }, attachedArn, cache) {
    return (0,inside/* readOurLayer */.SV)(attachedArn, attached?.describes, lambda, cache);
}
/** No layer of ours: what is attached of it goes. */
async function factsOfNone({ finding: { attachedArn }, layerName, lambda }, dependencyFiles, reason) {
    const before = attachedArn === undefined ? undefined : await (0,inside/* readOurLayer */.SV)(attachedArn, undefined, lambda, undefined);
    return {
        name: layerName,
        source: "none",
        reason,
        dependencyFiles,
        ...(attachedArn !== undefined && before && { before: { ...before.size, versionArn: attachedArn } }),
        packages: [],
        changes: (0,package_changes/* packageChanges */.k)((0,package_changes/* comparePackages */.F)(before?.packages, [])),
        newest: [],
    };
}
function commonFacts({ layerName }, { dependencies, fingerprint, reason }) {
    return { name: layerName, dependencyFiles: dependencies.files, fingerprint, reason };
}
function factsOfContent({ packages, pinned, bytecode }, after) {
    return { after, packageCount: packages, pinned, bytecode };
}
function newestNumber({ versions }) {
    return versions[0]?.version ?? 0;
}
function newestOf({ versions, attachedArn, wanted }) {
    return versions.slice(0, 5).map(({ arn, version, created }) => ({
        version,
        created,
        attached: arn === attachedArn,
        wanted: arn === wanted?.arn,
    }));
}

// EXTERNAL MODULE: ./lib/layer/tool-output.js
var tool_output = __nccwpck_require__(237);
// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __nccwpck_require__(2959);
// EXTERNAL MODULE: ./lib/observe.js
var observe = __nccwpck_require__(9827);
// EXTERNAL MODULE: ./lib/upkeep/upkeep.js
var upkeep_upkeep = __nccwpck_require__(3482);
;// CONCATENATED MODULE: ./lib/upkeep/look-ahead.js


/** Plans the upkeep, and reads what that needs: nothing, unless the inputs ask for it. */
async function lookAhead({ journal, lambda, ...request }) {
    const { inputs, plan, layer, latest } = request;
    const wish = (0,upkeep_upkeep/* wishOf */.H_)(inputs, plan, layer, latest);
    const readInventory = async () => {
        const { connectInventory } = await Promise.all(/* import() */[__nccwpck_require__.e(719), __nccwpck_require__.e(401), __nccwpck_require__.e(57)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5057));
        const inventory = connectInventory(inputs.region, inputs.functionName.given, journal.calls);
        return (0,upkeep_upkeep/* readStock */.J6)(wish, { inventory, lambda, layerName: inputs.layerName });
    };
    const stock = (0,upkeep_upkeep/* asksForNothing */.rQ)(wish) ? upkeep_upkeep/* NO_STOCK */.rC : await readInventory();
    const upkeep = (0,upkeep_upkeep/* planUpkeep */.uP)({ ...request, wish, stock });
    journal.learn({ ...(upkeep.users && { layerUsers: upkeep.users.map(upkeep_upkeep/* userFacts */.HJ) }) });
    (0,lib_journal/* planSteps */.D)(journal, upkeep.changes);
    for (const { name, behind, unfit } of upkeep.users ?? []) {
        if (behind && unfit !== undefined) {
            journal.say(`${name} stays with its layer version: it ${unfit}.`);
        }
    }
    for (const notice of upkeep.notices) {
        journal.notice(notice);
    }
    return upkeep;
}

;// CONCATENATED MODULE: ./lib/main.js















/**
 * The story of a deploy: observe, find the layer or make it, decide, act. Nothing is written to AWS before `act`. What a run
 * learns goes into the journal, of which the report is made, also when a step throws.
 */
async function deploy(asked, journal, { env, workDirectory }) {
    const inputs = (0,lib_inputs/* forAws */.p)(asked);
    const observed = await (0,observe/* observe */.l)(inputs, journal, { env, workDirectory });
    const { state, code, lambda } = observed;
    const runtime = inputs.runtime ?? state.runtime;
    const architecture = inputs.architecture ?? state.architecture;
    const finding = await journal.step("Layer in AWS", "find", async () => {
        const found = await (0,find/* findLayer */.vi)({ ...inputs, ...observed, runtime, architecture });
        journal.say(found.reason);
        return found;
    });
    const { attachedArn } = finding;
    const wanted = (0,find/* wantedOf */.Lm)(finding);
    const others = await journal.step("Other layers", "find", async () => {
        const read = await readOtherLayers({ ...inputs, lambda, state, attachedArn, wanted });
        journal.say(read.length === 0 ? "None to look at." : `${read.map(({ arn }) => arn).join(", ")}.`);
        return read;
    });
    checkBeforeBuild(inputs, observed, finding, others);
    const layer = await journal.step("Layer", "build", () => chooseLayer({
        ...inputs,
        finding,
        lambda,
        asksForNames: !hasHandler(inputs.settings.handler ?? state.settings.handler, code.entries),
        budget: room(inputs, code, others),
        env,
        workDirectory,
        say: journal.say,
        showing: (secrets, work) => (0,tool_output/* fencedLog */.u)({ info: journal.say }, secrets, work),
    }));
    journal.learn({ ...(layer.facts && { layer: layer.facts }), ...sizesWith(observed, layer, others) });
    const { plan, latest, upkeep } = await journal.step("Plan", "find", async () => {
        const made = await planDeploy(inputs, observed, layer, others);
        learnDecision(journal, made.decision);
        const { plan } = made.decision;
        const upkeep = await lookAhead({ inputs, journal, lambda, plan, layer, latest: made.latest });
        return { plan, latest: made.latest, upkeep };
    });
    if (plan.changes.length === 0 && upkeep.changes.length === 0) {
        return "unchanged";
    }
    if (inputs.dryRun) {
        return "planned";
    }
    // Loaded only here: most runs change nothing, and are to start fast.
    if (plan.changes.length > 0) {
        const [{ act }, { smokeCheck }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(28), __nccwpck_require__.e(797)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9797)), Promise.all(/* import() */[__nccwpck_require__.e(719), __nccwpck_require__.e(401), __nccwpck_require__.e(926)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3926))]);
        const check = smokeCheck(inputs, journal, inputs.settings.timeout ?? latest.settings.timeout);
        const commit = env.GITHUB_SHA;
        await journal.step("Deploy", undefined, () => act({ inputs, journal, observed, latest, layer, plan, workDirectory, commit, check }));
    }
    if (upkeep.changes.length > 0) {
        const { tidyUp } = await Promise.all(/* import() */[__nccwpck_require__.e(719), __nccwpck_require__.e(401), __nccwpck_require__.e(225)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7225));
        await journal.step("Upkeep", undefined, () => tidyUp({ inputs, journal, lambda, upkeep, newest: layer.newest }));
    }
    if (plan.changes.length > 0) {
        const { keepDeployedSizes } = await __nccwpck_require__.e(/* import() */ 750).then(__nccwpck_require__.bind(__nccwpck_require__, 7750));
        await keepDeployedSizes({ inputs, journal, env, runtime, architecture, code, layer, others });
    }
    return "deployed";
}
/**
 * The plan from what is live to what is wanted. Where callers come through an alias, only a version that is not the
 * wanted state makes $LATEST interesting: it is read then, changed, published, and the alias moves.
 */
async function planDeploy(inputs, observed, layer, others) {
    const { lambda, state, alias, code } = observed;
    const decision = decide(inputs, observed, layer, others, { kind: "stays" });
    if (alias === undefined) {
        return { decision, latest: state };
    }
    const latest = alias.version === undefined ? state : await latestBehind(inputs, observed, decision.plan);
    if (latest === undefined) {
        return { decision, latest: state };
    }
    const comparison = await (0,compare/* compareCode */.f)(latest, code);
    const attachedArn = (0,lookup/* ourLayer */.SF)(latest.layers, latest.arn, inputs.layerName);
    const { wanted } = layer;
    const othersOfLatest = await readOtherLayers({ ...inputs, lambda, state: latest, attachedArn, wanted });
    const moves = { kind: "moves", name: alias.name, from: alias.version };
    const behind = { ...observed, state: latest, comparison };
    return { decision: decide(inputs, behind, { ...layer, attachedArn }, othersOfLatest, moves), latest };
}
/** $LATEST; undefined when the version that the alias names is as wanted, and so is what only $LATEST shows. */
async function latestBehind(inputs, { lambda }, plan) {
    const { description } = inputs.settings;
    const settled = !(0,function_plan/* changesFunction */.G$)(plan);
    if (settled && description === undefined) {
        return undefined;
    }
    const latest = await (0,read/* readLatest */.E)(lambda, inputs, clock/* CLOCK */.Z);
    return settled && latest.description === description ? undefined : latest;
}
function learnDecision(journal, decision) {
    const { plan, limits, shadowing, layers, codeAfter, notices } = decision;
    const { code } = journal.known();
    journal.learn({
        limits,
        ...layers,
        ...(code && { code: { ...code, after: codeAfter, shadowing } }),
    });
    for (const notice of notices) {
        journal.notice(notice);
    }
    if (plan.changes.length === 0) {
        journal.say("The function stays as it is.");
    }
    (0,lib_journal/* planSteps */.D)(journal, plan.changes);
}


/***/ }),

/***/ 9827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDependencies),
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _dependencies_find_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7830);
/* harmony import */ var _dependencies_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3246);
/* harmony import */ var _function_code_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(867);
/* harmony import */ var _function_compare_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5243);
/* harmony import */ var _function_read_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4541);
/* harmony import */ var _machine_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2959);
/* harmony import */ var _report_bytes_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1925);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3021);









/** Reads the dependency files, the function and the code. AWS is asked before the code is packed, and answers meanwhile. */
async function observe(inputs, journal, { env, workDirectory }) {
    const dependencies = await journal.step("Dependencies", "find", () => readDependencies(inputs, journal, env));
    const { connectLambda } = await Promise.all(/* import() */[__nccwpck_require__.e(719), __nccwpck_require__.e(401), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6698)); // with AWS's client, which wrong inputs do not wait for
    const lambda = connectLambda(inputs.region, inputs.functionName.given, journal.calls);
    const reading = inBackground((0,_function_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readLive */ .p)(lambda, inputs, _machine_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .CLOCK */ .Z));
    const layerVersions = dependencies.outcome === "found" ? lambda.layerVersions(inputs.layerName) : undefined;
    const packing = inBackground(journal.timed("pack", () => pack(inputs, dependencies, workDirectory)));
    const { state, alias, codeSigningConfig } = await journal.step("Function", "find", async () => {
        const live = await reading;
        learnFunction(inputs, journal, live);
        const asked = inputs.codeSigningConfig !== undefined && live.state.exists;
        return { ...live, codeSigningConfig: asked ? await lambda.codeSigningConfig() : undefined };
    });
    return journal.step("Code package", undefined, async () => {
        const code = await packing;
        const comparison = await journal.timed("pack", () => (0,_function_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .compareCode */ .f)(state, code));
        learnCode(inputs, journal, code, comparison, state.exists);
        return { lambda, dependencies, layerVersions, state, alias, codeSigningConfig, code, comparison };
    });
}
/** Work that is awaited later: until then its failure is nobody's, and no end of the run. */
function inBackground(work) {
    work.catch(() => { });
    return work;
}
function pack(inputs, dependencies, workDirectory) {
    return (0,_function_code_js__WEBPACK_IMPORTED_MODULE_3__/* .packCode */ .L)({
        workspace: inputs.workspace,
        directory: inputs.codeDirectory,
        include: inputs.codeInclude,
        exclude: inputs.codeExclude,
        dependencies,
        file: node_path__WEBPACK_IMPORTED_MODULE_0__.join(workDirectory, "code.zip"),
    });
}
/** Reads the dependency files, and tells of them. */
async function readDependencies(inputs, journal, env) {
    const found = await (0,_dependencies_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findDependencies */ .N)({ ...inputs, env });
    switch (found.outcome) {
        case "untouched":
            tellUntouched(found, journal);
            break;
        case "empty":
            journal.say(found.reason);
            break;
        case "found":
            journal.mask(found.secrets);
            journal.say(`Dependencies: ${found.files.join(", ")}, ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(found.requirements.length + found.pathDependencies.length, "requirement")}.`);
            break;
        default:
            found;
    }
    return found;
}
/** A search that found nothing is told in the summary: without its packages a function deploys well and does not start. */
function tellUntouched({ reason, overlooked }, journal) {
    if (overlooked === undefined) {
        journal.say(reason);
        return;
    }
    if (overlooked.length === 0) {
        const advice = "If it needs packages, name their file in `requirements`; if not, set `requirements: none`.";
        journal.notice({ level: "note", text: `${reason} ${advice}` });
        return;
    }
    const advice = `There is ${(0,_dependencies_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .shownFiles */ .bF)(overlooked)}: name it in \`requirements\`, or set \`requirements: none\`.`;
    journal.notice({ level: "warning", text: `${reason} ${advice}` });
}
function learnFunction(inputs, journal, { state, alias }) {
    const runtime = inputs.runtime ?? state.runtime;
    const architecture = inputs.architecture ?? state.architecture;
    journal.say(state.exists
        ? `${state.name}: ${state.runtime}, ${state.architecture}, code ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(state.codeSize)}, ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(state.layers.length, "layer")}.`
        : `${state.name} does not exist yet: it is to be created.`);
    journal.learn({
        ...(alias && { alias: { name: alias.name, ...(alias.version !== undefined && { before: alias.version }) } }),
        function: {
            name: state.name,
            region: inputs.region,
            ...(state.exists && { arn: state.arn }),
            architecture,
            ...(runtime !== undefined && { runtime }),
            ...(state.runtime !== undefined && runtime !== state.runtime && { runtimeBefore: state.runtime }),
            ...(architecture !== state.architecture && { architectureBefore: state.architecture }),
        },
    });
    // With PYTHONPATH set, the runtime does not search /opt: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
    const { environment = {} } = { ...state.settings, ...inputs.settings };
    if (environment.PYTHONPATH !== undefined) {
        const text = "The function sets the variable `PYTHONPATH`: with it the runtime does not look for packages in layers by itself. Remove it, or add `/opt/python`.";
        journal.notice({ level: "warning", text });
    }
}
function learnCode(inputs, journal, code, comparison, exists) {
    const { zipped, unzipped, files, sha256, leftOut } = code;
    journal.say(`${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(files, "file")}, ${(0,_report_bytes_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(zipped)} zipped. ${comparison.reason}`);
    journal.learn({
        code: {
            directory: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(inputs.workspace, inputs.codeDirectory) || ".",
            ...(exists && { before: comparison.before }),
            after: comparison.changed ? { zipped, unzipped, files, sha256 } : { ...comparison.before, unzipped, files },
            ...(comparison.changes && { changes: comparison.changes }),
            leftOut,
            shadowing: [],
        },
    });
}


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   cQ: () => (/* binding */ parseStrings),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** What a text says in JSON; undefined when it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The strings of a JSON array that holds nothing else; undefined when the text is no such array. */
function parseStrings(text) {
    const value = parseJson(text);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}
/** An object with fields, whatever they are. */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 2727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ publishReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(3838);
// EXTERNAL MODULE: ./lib/report/size.js
var size = __nccwpck_require__(2777);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var sha256 = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/outputs.js


/** What changes the function, and not only adds a layer or a number to what is there. */
const WRITES = [
    "create-function",
    "update-code-signing",
    "update-configuration",
    "update-code",
    "update-tags",
];
/** The step's outputs: what happened, never what would. An output that has no value is empty. */
function outputsOf(facts) {
    const done = [...facts.plan.slice(0, facts.completed).map(({ action }) => action), ...(facts.accepted ?? [])];
    const { code, layer } = facts;
    return {
        "function-arn": facts.function.arn ?? "",
        version: versionOf(facts),
        "alias-arn": facts.alias?.now === undefined ? "" : (facts.alias.arn ?? ""),
        changed: String(done.some((action) => WRITES.includes(action))),
        "code-changed": String(done.includes("update-code") || done.includes("create-function")),
        "code-sha256": code?.after?.sha256 === undefined ? "" : (0,sha256/* hexToBase64 */.O)(code.after.sha256),
        "code-size": figure(code?.after?.zipped),
        "code-unzipped-size": figure(code?.after?.unzipped),
        "layer-changed": String(done.includes("publish-layer")),
        "layer-source": layer?.source ?? "",
        "layer-arn": layer?.versionArn?.replace(/:\d+$/, "") ?? "",
        "layer-version-arn": layer?.versionArn ?? "",
        "layer-version": figure(layer?.version),
        "layer-fingerprint": layer?.fingerprint ?? "",
        "layer-size": figure(layer?.after?.zipped),
        "layer-unzipped-size": figure(layer?.after?.unzipped),
        "uploaded-bytes": String(facts.uploadedBytes),
        "size-ratio": (0,size/* sizeRatio */.P6)(facts) ?? "",
        "rolled-back": String(facts.putBack?.outcome === "restored"),
    };
}
/** With an alias the version that it ends on, also when it stays where it was. */
function versionOf({ alias, function: { version } }) {
    return (alias === undefined ? version : (alias.now ?? alias.before)) ?? "";
}
function figure(value) {
    return value === undefined ? "" : String(value);
}

;// CONCATENATED MODULE: ./lib/report/json.js
const SMOKE_TEST = [
    "method",
    "path",
    "status",
    "expected",
    "ms",
    "initMs",
    "restoreMs",
    "memoryMB",
    "ok",
    "reason",
];
const LAYER_USER = ["name", "version", "behind", "before", "outcome", "reason"];
/** The facts in the form that other programs may rely on. Copied field by field: what is not in the contract stays out. */
function reportJson(facts) {
    const { code, layer, limits, sizes, layerUsers, error } = facts;
    return {
        schema: 1,
        mode: facts.mode,
        function: pick(facts.function, ["name", "arn", "region", "runtime", "architecture"]),
        ...(code && { code: beforeAndAfter(code) }),
        ...(layer && { layer: layerJson(layer) }),
        ...(limits && { limits: limitsJson(limits) }),
        ...(sizes && { baseline: baselineJson(sizes.baseline) }),
        ...(layerUsers && { layerUsers: layerUsers.map((user) => pick(user, LAYER_USER)) }),
        plan: facts.plan.map((change) => pick(change, ["action", "reason"])),
        calls: facts.calls,
        uploadedBytes: facts.uploadedBytes,
        phases: facts.phases.map((phase) => pick(phase, ["name", "ms"])),
        smokeTests: (facts.smokeTests ?? []).map((test) => pick(test, SMOKE_TEST)),
        outcome: facts.outcome,
        ...(error && { error: pick(error, ["message", "hint", "code"]) }),
    };
}
/** What is only a lower bound is not known. */
function limitsJson(limits) {
    return pick(limits, limits.atLeast ? ["zipped", "unzipped"] : ["zipped", "unzipped", "used", "headroom"]);
}
function baselineJson(baseline) {
    return baseline.outcome === "none" ? { source: "none" } : pick(baseline, ["source", "branch", "commit"]);
}
function layerJson(layer) {
    return {
        ...pick(layer, ["source", "reason", "fingerprint", "versionArn"]),
        ...beforeAndAfter(layer),
        packages: layer.packages.map((one) => pick(one, ["name", "version", "zipped", "unzipped", "files"])),
        changes: layer.changes.map((one) => pick(one, ["name", "from", "to"])),
    };
}
function beforeAndAfter({ before, after }) {
    const keys = ["zipped", "unzipped", "files", "sha256"];
    return { ...(before && { before: pick(before, keys) }), ...(after && { after: pick(after, keys) }) };
}
/** These fields, in this order, as far as they are there. */
function pick(from, keys) {
    const present = keys.filter((key) => from[key] !== undefined);
    return Object.fromEntries(present.map((key) => [key, from[key]]));
}

// EXTERNAL MODULE: ./lib/report/summary.js + 22 modules
var summary = __nccwpck_require__(534);
;// CONCATENATED MODULE: ./lib/publish-report.js






/** Sets the outputs, writes the report's two files and the job summary. Trouble with one stops no other, and fails no deploy. */
async function publishReport(facts, temporaryDirectory) {
    const save = async (name, text) => {
        const directory = await (0,promises_.mkdtemp)(external_node_path_.join(temporaryDirectory, "lambda-layers-deploy-report-"));
        const file = external_node_path_.join(directory, name);
        await (0,promises_.writeFile)(file, text);
        return file;
    };
    let rendered;
    const markdown = () => {
        rendered ??= (0,summary/* renderSummary */.B)(facts);
        return rendered;
    };
    await attempt("outputs", async () => setOutputs(outputsOf(facts)));
    await attempt("report as JSON", async () => setOutputs({ "report-json": await save("report.json", `${JSON.stringify(reportJson(facts), null, 2)}\n`) }));
    await attempt("report", async () => setOutputs({ "report-path": await save("report.md", markdown()) }));
    await attempt("job summary", () => core/* summary */.z.addRaw(markdown(), true).write());
}
async function attempt(what, work) {
    try {
        await work();
    }
    catch (error) {
        core/* warning */.$e(`The ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        core/* setOutput */.uH(name, value);
    }
}


/***/ }),

/***/ 1925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ["bytes", "KB", "MB", "GB"];
/** The unit in which a byte count reads best; 1 KB = 1,024 bytes. What would read 1000.0 KB or more is 1.0 MB. */
function unitOf(bytes) {
    const amount = Math.abs(bytes);
    return UNITS.findLast((_, index) => amount >= beginOf(index)) ?? "bytes";
}
/** Bytes are whole and exact, so 1,023 of them stay; the others are shown with one decimal. */
function beginOf(index) {
    return index < 2 ? index * 1024 : 999.95 * 1024 ** (index - 1);
}
/** A byte count for people: `812 bytes`, `60.1 KB`, `19.5 MB`; in `unit` where a column must not change it. */
function formatBytes(bytes, unit = unitOf(bytes)) {
    if (unit === "bytes") {
        return `${formatCount(bytes)} ${Math.abs(bytes) === 1 ? "byte" : "bytes"}`;
    }
    return `${(bytes / 1024 ** UNITS.indexOf(unit)).toFixed(1)} ${unit}`;
}
/** A whole number for people: `1,204`. Without toLocaleString(): its tables take 15 ms to load. */
function formatCount(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ escapeName),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   it: () => (/* binding */ cutMiddle),
/* harmony export */   tn: () => (/* binding */ escapeCode)
/* harmony export */ });
// GitHub's Markdown: https://github.github.com/gfm/. Whatever comes from a file, a package index or AWS goes through
// here before it enters the report, so that it can only ever be text.
/** Longer names are cut in the middle: their ends tell them apart. */
const LONGEST_NAME = 90;
const LONGEST_SENTENCE = 2_000;
const LONGEST_LIST = 20_000;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;
/**
 * Punctuation, and before it what is harmless and stays readable in the source: marks that begin nothing in Markdown,
 * those inside `orders-api_v1.2:7` (but `www.` would become a link), and the end of a sentence.
 */
const PUNCTUATION = /([,"'/(%;?]|(?<=[A-Za-z0-9])(?<![Ww]{3})[-_.:](?=[A-Za-z0-9])|(?<=[A-Za-z])(?<![Ww]{3})[.:](?= |$))|[!-/:-@[-`{-~]/g;
const ZERO_WIDTH_SPACE = "&#8203;";
/** A name as inline text: headings, plain cells. Never a link, a mention, an element or a line of its own. */
function escapeName(name) {
    // Four spaces at the start of a line would make a code block.
    return encodeText(cutMiddle(name, LONGEST_NAME)).replace(/^ /, "&#32;");
}
/** A name, path or ARN in code font. `<code>` with entities needs no fence that the name could close. */
function escapeCode(name, longest = LONGEST_NAME) {
    // Only mail addresses are looked for in code font, so that everything else can be copied as it is.
    return `<code>${encode(cutMiddle(name, longest)).replaceAll("&#64;", `&#64;${ZERO_WIDTH_SPACE}`)}</code>`;
}
/** A sentence or several lines of them, in which `code spans` keep their font. Fits in a paragraph and in a table cell. */
function escapeText(text) {
    return cutMiddle(text.trim(), LONGEST_LIST)
        .split(/\r\n|\r|\n/)
        .map((line) => cutMiddle(line, LONGEST_SENTENCE)
        .replaceAll("\t", " ")
        .split(/(`[^`]+`)/)
        .map((part, index) => (index % 2 === 1 ? escapeCode(part.slice(1, -1), LONGEST_SENTENCE) : encodeText(part)))
        .join(""))
        .join("<br>");
}
/** Keeps both ends: `very_long…_name.py`. Counts characters as a reader does, at least never half of one. */
function cutMiddle(text, longest) {
    if (text.length <= longest) {
        return text;
    }
    const head = Array.from(text.slice(0, longest)).slice(0, Math.ceil((longest - 1) / 2));
    const tail = Array.from(text.slice(-longest)).slice(-Math.floor((longest - 1) / 2));
    return `${head.join("")}…${tail.join("")}`;
}
/** Line ends, controls and marks that turn the direction of text are shown by their number instead of obeyed. */
function reveal(text) {
    return text.replace(INVISIBLE, (character) => {
        if (character === "\n") {
            return "\\n";
        }
        return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    });
}
/** GitHub looks for mentions, issue numbers and mail addresses after it has decoded entities: the sign is parted from what follows. */
function encodeText(text) {
    return encode(text).replace(/&#(?:64|35);/g, `$&${ZERO_WIDTH_SPACE}`);
}
function encode(text) {
    return reveal(text).replace(PUNCTUATION, (mark, harmless) => harmless ?? `&#${mark.charCodeAt(0)};`);
}


/***/ }),

/***/ 9515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ lastLine)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1925);

/** What a run that went well did: the last line of its log, since the groups above are folded. Pure. */
function lastLine(facts) {
    const seconds = (facts.phases.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1);
    return `${inWords(facts)} (${seconds} s). The job summary says more.`;
}
function inWords({ outcome, function: { version }, alias, goal, uploadedBytes }) {
    switch (outcome) {
        case "unchanged":
            return "Nothing to do";
        case "planned":
            return "Dry run, nothing was changed";
        case "reported":
            return "Sizes compared, nothing was deployed";
        case "rolled-back":
            return `Rolled back to version ${goal}`;
        default: {
            const number = version === undefined ? "" : ` as version ${version}`;
            const moved = alias?.now === undefined ? "" : `, the alias ${alias.name} names it`;
            return `Deployed${number}${moved}, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(uploadedBytes)} sent`;
        }
    }
}


/***/ }),

/***/ 9280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ leftOutWords)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1925);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3021);


/** Unzipped bytes of a kind of files that is not worth its own words. */
const CRUMB = 10 * 1024;
/** `tests 3.1 MB (412 files), 36 small files`. `shown` writes the words for what it was. */
function leftOutWords(kinds, shown) {
    const large = kinds.filter(({ bytes }) => bytes >= CRUMB);
    const crumbs = kinds.filter(({ bytes }) => bytes < CRUMB).reduce((sum, { files }) => sum + files, 0);
    const words = large.map(({ what, files, bytes }) => `${shown(what)} ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(files, "file")})`);
    return [...words, ...(crumbs === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(crumbs, "small file")])].join(", ");
}


/***/ }),

/***/ 31:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ longTable),
/* harmony export */   f: () => (/* binding */ tableAndFold)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3021);

/** More rows tell nobody anything, and a summary may have 1 MiB. */
const LONGEST = 300;
/** A table of the first items; the others stand in a second one under a fold, and the end of a very long list is only counted. */
function longTable(...parts) {
    return tableAndFold(...parts).join("\n\n");
}
/** The same as two parts of a text, of which the fold may be left out when there is no room. */
function tableAndFold(columns, items, open, noun) {
    const rows = (some) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(columns.map(({ heading, side }) => [heading, side]), some.map((item) => columns.map(({ cell }) => cell(item))));
    // A fold that hides one or two rows is longer than they are.
    const first = items.length <= open + 2 ? items.length : open;
    const rest = items.slice(first, first + LONGEST);
    if (rest.length === 0) {
        return [rows(items)];
    }
    const dropped = items.length - first - rest.length;
    const end = dropped > 0 ? `\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(dropped, `more ${noun}`)} not listed here.` : "";
    return [rows(items.slice(0, first)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)(`and ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(items.length - first, `more ${noun}`)}`, rows(rest) + end)];
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   _V: () => (/* binding */ formatMs),
/* harmony export */   be: () => (/* binding */ NO_BREAK_SPACE),
/* harmony export */   m1: () => (/* binding */ unbrokenBytes),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1925);

const NO_BREAK_SPACE = "\u00a0";
/** Keeps a figure and its unit on one line. */
function unbroken(text) {
    return text.replaceAll(" ", NO_BREAK_SPACE);
}
/** A byte count for a sentence. */
function unbrokenBytes(count) {
    return unbroken((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(count));
}
/** A GitHub table; cells are Markdown already. In a right-aligned cell, a figure and its unit stay on one line. */
function table(columns, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    const kept = (cells) => cells.map((cell, index) => (columns[index]?.[1] === "right" ? unbroken(cell) : cell));
    return [
        line(columns.map(([heading]) => heading)),
        `|${columns.map(([, side]) => (side === "right" ? "--:" : ":--")).join("|")}|`,
        ...rows.map((cells) => line(kept(cells))),
    ].join("\n");
}
/** A part that opens by a click. The empty lines make GitHub read Markdown inside. */
function fold(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** One of GitHub's coloured boxes. */
function alert(kind, paragraphs) {
    return `> [!${kind}]\n${paragraphs.map((paragraph) => `> ${paragraph}`).join("\n>\n")}`;
}
/** `a, b, c and 5 more`: no more than `most` by name. */
function firstOf(names, most) {
    const few = names.slice(0, most).join(", ");
    return names.length > most ? `${few} and ${names.length - most} more` : few;
}
/** `1 package`, `23 packages`. */
function plural(count, noun) {
    return `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/** `0.2 s`, `1 min 12 s`, and for less than a tenth of a second `<0.1 s`. */
function formatSeconds(ms) {
    if (ms < 50) {
        return "&lt;0.1 s";
    }
    if (ms < 59_950) {
        return `${(ms / 1000).toFixed(1)} s`;
    }
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `12 ms`, and from a second on as `formatSeconds`. */
function formatMs(ms) {
    const whole = Math.round(ms);
    if (whole >= 1_000) {
        return formatSeconds(ms);
    }
    return whole === 0 ? "&lt;1 ms" : `${whole} ms`;
}


/***/ }),

/***/ 8363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   H_: () => (/* binding */ renderOtherLayers),
/* harmony export */   fQ: () => (/* binding */ otherLayersChange)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1925);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2527);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3021);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5419);




const LONGEST_ARN = 300;
const SIGNS = { kept: "kept", added: "🆕 added", removed: "🗑️ removed" };
/** `1 added, 2 removed`, `in another order`; undefined when the layers beside ours stay. */
function otherLayersChange({ otherLayers: now, otherLayersBefore: then = now }) {
    const added = without(now, then).length;
    const removed = without(then, now).length;
    if (added + removed === 0) {
        return now.every(({ arn }, index) => arn === then[index]?.arn) ? undefined : "in another order";
    }
    return [added > 0 && `${added} added`, removed > 0 && `${removed} removed`]
        .filter((part) => part !== false)
        .join(", ");
}
/** The layers beside ours, each kept, added or removed; undefined when there are and were none. */
function renderOtherLayers(facts) {
    const { otherLayers: now, otherLayersBefore: then = now } = facts;
    if (now.length + then.length === 0) {
        return undefined;
    }
    if (otherLayersChange(facts) === undefined) {
        const lines = now.map((layer) => `- ${[arnOf(layer), ...zippedOf(layer)].join(", ")}`);
        return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(now.length, "layer")} that this run left alone:\n\n${lines.join("\n")}`;
    }
    const added = without(now, then);
    const row = (layer, kind) => [arnOf(layer), zippedOf(layer).join(), SIGNS[kind]];
    const columns = [
        ["other layers, in their order", "left"],
        ["size", "right"],
        [(0,_story_js__WEBPACK_IMPORTED_MODULE_1__/* .wordForAfter */ .MG)(facts), "left"],
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(columns, [
        ...now.map((layer) => row(layer, added.includes(layer) ? "added" : "kept")),
        ...without(then, now).map((layer) => row(layer, "removed")),
    ]);
}
/** Those that are not among the others. */
function without(layers, others) {
    return layers.filter(({ arn }) => others.every((other) => other.arn !== arn));
}
function arnOf({ arn }) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(arn, LONGEST_ARN);
}
function zippedOf({ zipped }) {
    return zipped === undefined ? [] : [`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(zipped)} zipped`];
}


/***/ }),

/***/ 9658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W_: () => (/* binding */ renderPackageChanges),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1925);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2527);
/* harmony import */ var _long_table_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(31);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3021);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2777);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5419);






const OPEN = 12;
const SIGNS = {
    upgraded: "⬆️ upgraded",
    downgraded: "⬇️ downgraded",
    changed: "changed",
    added: "🆕 added",
    removed: "🗑️ removed",
};
/** `2 packages upgraded, 1 added`, in words for the first line. */
function countChanges(changes) {
    const kinds = changes.map(kindOf);
    return Object.keys(SIGNS)
        .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }, index) => (index === 0 ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, "package")} ${kind}` : `${count} ${kind}`))
        .join(", ");
}
/** Which packages came, went and changed: the first dozen open, the rest folded. */
function renderPackageChanges(facts) {
    const { changes = [], packages = [] } = facts.layer ?? {};
    if (changes.length === 0) {
        return undefined;
    }
    const columns = [
        { heading: "package", side: "left", cell: ({ name }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeName */ .L$)(name) },
        { heading: "before", side: "left", cell: ({ from }) => (from === undefined ? "" : (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeName */ .L$)(from)) },
        { heading: (0,_story_js__WEBPACK_IMPORTED_MODULE_3__/* .wordForAfter */ .MG)(facts), side: "left", cell: ({ to }) => (to === undefined ? "" : `**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeName */ .L$)(to)}**`) },
        { heading: "", side: "left", cell: (change) => SIGNS[kindOf(change)] },
    ];
    const sizes = new Map(packages.map(({ name, unzipped }) => [name, unzipped]));
    const known = changes.map(({ name }) => sizes.get(name)).filter((size) => size !== undefined);
    const unit = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .unitOf */ .uF)(Math.max(0, ...known));
    const size = {
        heading: "unzipped",
        side: "right",
        cell: ({ name, to }) => (to === undefined ? "" : (0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .byteCell */ .NZ)(sizes.get(name), unit)),
    };
    return (0,_long_table_js__WEBPACK_IMPORTED_MODULE_5__/* .longTable */ .V)(known.length === 0 ? columns : [...columns, size], byKind(changes), OPEN, "package");
}
/** In the order of the first line: what was upgraded is not to be looked for among the removed. */
function byKind(changes) {
    const kinds = Object.keys(SIGNS);
    return changes.toSorted((one, other) => kinds.indexOf(kindOf(one)) - kinds.indexOf(kindOf(other)));
}
const RELEASE = /^\d+(\.\d+)*$/;
/** What became of a package whose version is another one. Only plain releases are compared: `1.0rc1` comes before `1.0`. */
function kindOf({ from, to }) {
    if (from === undefined || to === undefined) {
        return from === undefined ? "added" : "removed";
    }
    if (!RELEASE.test(from) || !RELEASE.test(to)) {
        return "changed";
    }
    return to.localeCompare(from, "en", { numeric: true }) < 0 ? "downgraded" : "upgraded";
}


/***/ }),

/***/ 3912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xo: () => (/* binding */ growthOf),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   kf: () => (/* binding */ comparesPackages)
/* harmony export */ });
/* harmony import */ var _package_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9658);

/**
 * The same version that gained or lost less is no change: bytecode of another patch release of Python, or a wheel for
 * another processor, moves some bytes in packages that nobody touched.
 */
const NOISE = 1_024;
/** Both sides of the layer are known, so that a package on one side only was added or removed. */
function comparesPackages({ baseline, layer }) {
    return baseline.outcome === "found" && layer.outcome === "known" && layer.before !== undefined;
}
/** Packages that came, went or changed, those with the most bytes first. */
function changesOf({ packages }) {
    return packages
        .map((one) => ({ ...one, kind: kindOfPackage(one), bytes: growthOf(one) }))
        .filter(({ kind, bytes }) => kind !== "rebuilt" || (bytes !== undefined && Math.abs(bytes) >= NOISE))
        .toSorted((one, other) => impact(other) - impact(one) || (one.name < other.name ? -1 : 1));
}
function kindOfPackage({ before, after }) {
    const [from, to] = [before?.version, after?.version];
    return from === to ? "rebuilt" : (0,_package_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
}
/** Unzipped bytes more (or less) than before; undefined when a side is not known. */
function growthOf({ before, after }) {
    const from = before === undefined ? 0 : before.unzipped;
    const to = after === undefined ? 0 : after.unzipped;
    return from === undefined || to === undefined ? undefined : to - from;
}
/** What has no figure comes last. */
function impact({ bytes }) {
    return bytes === undefined ? -1 : Math.abs(bytes);
}


/***/ }),

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ branchName),
/* harmony export */   dX: () => (/* binding */ baseSide),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   my: () => (/* binding */ deployedSide),
/* harmony export */   s4: () => (/* binding */ changeSide)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2527);

/** Enough to know a branch by, in the head of a column of figures. */
const LONGEST_BRANCH = 30;
/** The commit that the report is about. */
function changeSide(sizes) {
    return sideOf(sizes, `this ${sizes.subject}`, sizes.code.after, layerAfter(sizes));
}
/** What it is compared with: the base branch, else what is deployed; undefined when neither is known. */
function baseSide(sizes) {
    const { baseline, code, layer } = sizes;
    if (baseline.outcome === "none") {
        return liveSide(sizes);
    }
    return sideOf(sizes, branchName(baseline.branch), code.before, layer.outcome === "none" ? layerLeftAlone(sizes) : layer.before);
}
/** What is deployed now, beside what the report compares with. */
function deployedSide(sizes) {
    return sizes.baseline.outcome === "none" ? undefined : liveSide(sizes);
}
/** The base branch by its name, as Markdown. */
function branchName(branch) {
    return branch === undefined ? "base" : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeName */ .L$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(branch, LONGEST_BRANCH));
}
/** Whether the totals are a lower bound: something in them could not be counted. */
function isAtLeast({ layer, otherLayers }) {
    return otherLayers?.atLeast === true || (layer.outcome === "known" && layer.notBuilt.length > 0);
}
function liveSide({ live, otherLayers }) {
    if (live === undefined) {
        return undefined;
    }
    const { code, layer = "none", used } = live;
    // Without the other layers on our side, a total with them would be no comparison.
    return { heading: "deployed now", code, layer, used: otherLayers === undefined ? undefined : used };
}
function sideOf(sizes, heading, code, layer) {
    const ours = layer === "none" ? 0 : layer?.unzipped;
    const known = code?.unzipped !== undefined && ours !== undefined;
    return {
        heading,
        code,
        layer,
        used: known ? code.unzipped + ours + (sizes.otherLayers?.unzipped ?? 0) : undefined,
    };
}
function layerAfter(sizes) {
    const { layer } = sizes;
    switch (layer.outcome) {
        case "none":
            return layerLeftAlone(sizes);
        case "unknown":
            return undefined;
        case "known":
            return layer.after;
        default:
            return layer;
    }
}
/** What is attached stays, when the layers are not this function's business. */
function layerLeftAlone({ next, live }) {
    return (next.layer === "untouched" ? live?.layer : undefined) ?? "none";
}


/***/ }),

/***/ 2777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ timesLess),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   Iz: () => (/* binding */ countCell),
/* harmony export */   Jn: () => (/* binding */ usedBefore),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   NZ: () => (/* binding */ byteCell),
/* harmony export */   P6: () => (/* binding */ sizeRatio),
/* harmony export */   Ts: () => (/* binding */ togetherZipped),
/* harmony export */   Uy: () => (/* binding */ sharedUnit),
/* harmony export */   _K: () => (/* binding */ headroom),
/* harmony export */   fd: () => (/* binding */ changeCell),
/* harmony export */   o5: () => (/* binding */ rowCells),
/* harmony export */   pG: () => (/* binding */ signedCell),
/* harmony export */   tW: () => (/* binding */ formatLimit)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1925);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3021);
/* harmony import */ var _other_layers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8363);



/** What a figure's cell shows when nobody knows it. */
const UNKNOWN = "–";
/** What a change's cell shows when nothing changed. */
const SAME = "=";
/** The cells of a row: `before` and `now` in one unit where that shows both, and the signed difference. */
function rowCells(row) {
    const unit = sharedUnit([row.before, row.now]);
    return { before: byteCell(row.before, unit), now: byteCell(row.now, unit), change: changeCell(row, unit) };
}
/** The unit for figures that stand side by side, or undefined when the small ones would vanish in it. */
function sharedUnit(figures) {
    const known = figures.filter((figure) => typeof figure === "number" && figure > 0);
    const unit = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(Math.max(0, ...known));
    return known.every((bytes) => isVisible(bytes, unit)) ? unit : undefined;
}
/** One decimal still shows it: 0.1 MB does, 60.1 KB in MB would lose its digits. */
function isVisible(bytes, unit) {
    return unit === "bytes" || Math.abs(bytes) >= 0.5 * oneOf(unit);
}
function oneOf(unit) {
    return { bytes: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }[unit];
}
/** A cell with bytes: `60.1 KB`, `–` when unknown, empty when there is no such thing; never `0.0 MB` for something. */
function byteCell(figure, unit) {
    if (typeof figure !== "number") {
        return figure === "none" ? "" : UNKNOWN;
    }
    return unit !== undefined && figure > 0 && figure < 0.05 * oneOf(unit)
        ? `&lt;0.1 ${unit}`
        : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(figure, unit);
}
/** A cell with a count: `1,204`, `–` when unknown, empty when there is no such thing. */
function countCell(figure) {
    if (typeof figure !== "number") {
        return figure === "none" ? "" : UNKNOWN;
    }
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(figure);
}
/** The signed difference, in `unit` where that shows it; `new`, `removed`, `=`, and `–` when a side is unknown. */
function changeCell(row, unit) {
    if (row.before === "none" || row.now === "none") {
        return row.before === row.now ? "" : row.before === "none" ? "new" : "removed";
    }
    if (row.before === undefined || row.now === undefined) {
        return UNKNOWN;
    }
    return signedCell(row.now - row.before, unit);
}
/** A signed change: `+1.1 MB` in the unit of its column, and in its own where that would not show it; `=`, and `–` when unknown. */
function signedCell(difference, unit) {
    if (difference === undefined || difference === 0) {
        return difference === 0 ? SAME : UNKNOWN;
    }
    // 12 bytes more are not +0.0 KB.
    const shown = unit !== undefined && Math.abs(difference) >= 0.05 * oneOf(unit) ? unit : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(difference);
    return signed(difference, (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(Math.abs(difference), shown));
}
function signed(difference, amount) {
    return `${difference < 0 ? "−" : "+"}${amount}`;
}
/** `(code + our layer) / code` in zip bytes, one decimal; `1.0` without a layer, undefined while a size is unknown. */
function sizeRatio(facts) {
    const code = facts.code?.after?.zipped;
    const together = togetherZipped(facts);
    return code === undefined || code === 0 || together === undefined ? undefined : (together / code).toFixed(1);
}
/** Zip bytes of code and our layer in one package; undefined while one of them is unknown. */
function togetherZipped(facts) {
    const code = facts.code?.after?.zipped;
    const layer = ourZipped(facts);
    return code === undefined || layer === undefined ? undefined : code + layer;
}
/** Zip bytes of our layer; 0 when there is none, undefined while that is not known. */
function ourZipped({ layer, layerLeftAlone, limits }) {
    if (layer !== undefined) {
        return layer.source === "none" ? 0 : layer.after?.zipped;
    }
    if (layerLeftAlone !== undefined) {
        return layerLeftAlone.zipped;
    }
    // Limits are known once the layers are: then there is none of ours.
    return limits === undefined ? undefined : 0;
}
const MOST_TIMES = 1_000;
/** `325x less`, `2.4x less`; undefined when it is not worth a word. Next to a handler of three lines everything is large: not counted further. */
function timesLess(full, part) {
    if (full === undefined || part === undefined || part <= 0 || full / part < 1.1) {
        return undefined;
    }
    const times = full / part;
    if (Math.round(times) > MOST_TIMES) {
        return `over ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(MOST_TIMES)}x less`;
    }
    return `${times >= 9.95 ? (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(Math.round(times)) : times.toFixed(1)}x less`;
}
/** What is used now, less what code and layers gained; undefined while that is unknown. */
function usedBefore(facts) {
    const { limits, otherLayers: now, otherLayersBefore: then = now } = facts;
    const code = gain(facts.code?.before ?? {}, facts.code?.after ?? {});
    const layer = facts.layer === undefined ? 0 : gain(facts.layer.before ?? "none", facts.layer.after ?? "none");
    if (limits?.used === undefined || code === undefined || layer === undefined) {
        return undefined;
    }
    const [gone, came] = [(0,_other_layers_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(then, now), (0,_other_layers_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(now, then)];
    const kept = now.filter((one) => !came.includes(one));
    return {
        bytes: limits.used - code - layer - counted(came) + counted(gone),
        atLeast: gone.length + came.length === 0 ? limits.atLeast : hasUnknown([...kept, ...gone, ...ours(facts)]),
        comparable: !hasUnknown([...gone, ...came]),
    };
}
function ours({ layerLeftAlone }) {
    return layerLeftAlone === undefined ? [] : [layerLeftAlone];
}
function hasUnknown(layers) {
    return layers.some(({ unzipped }) => unzipped === undefined);
}
/** As the limits count them. */
function counted(layers) {
    return layers.reduce((sum, { zipped = 0, unzipped = zipped }) => sum + unzipped, 0);
}
function gain(before, after) {
    const from = before === "none" ? 0 : before.unzipped;
    const to = after === "none" ? 0 : after.unzipped;
    return from === undefined || to === undefined ? undefined : to - from;
}
/** A bar for a share between 0 and 1 as a code span, whose grey ground is its empty part. Something is never drawn as nothing. */
function bar(share, blocks) {
    // Every monospaced font has the whole and the half block; finer ones come from another font and stand crooked.
    const halves = share <= 0 ? 0 : Math.min(blocks * 2, Math.max(1, Math.round(share * blocks * 2)));
    const filled = "█".repeat(Math.floor(halves / 2)) + "▌".repeat(halves % 2);
    return `\`${filled.padEnd(blocks, _markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_BREAK_SPACE */ .be)}\``;
}
/** `17%`; under one percent `<1%` (as Markdown), and only what is over a limit is said to be more than all of it. */
function percent(share) {
    if (share > 0 && share < 0.005) {
        return "&lt;1%";
    }
    const rounded = Math.round(share * 100);
    return `${share < 1 ? Math.min(99, rounded) : share > 1 ? Math.max(101, rounded) : 100}%`;
}
/** `17% of 250 MB, 207.9 MB left`, with `≥` and `≤` when a layer of others counts by its zipped size. */
function headroom(limits) {
    if (limits.used === undefined) {
        return undefined;
    }
    const left = limits.headroom ?? limits.unzipped - limits.used;
    const part = limits.used / limits.unzipped;
    // `≥ <1%` would say nothing.
    const used = limits.atLeast ? `≥ ${part < 0.005 ? (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limits.used) : percent(part)}` : percent(part);
    const share = `${used} of ${formatLimit(limits.unzipped)}`;
    return left < 0
        ? `${share}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_)(`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(-left)} too much`)}`
        : `${share}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_)(`${limits.atLeast ? "≤ " : ""}${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(left)} left`)}`;
}
/** A limit is a round number: `250 MB`. */
function formatLimit(bytes) {
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(bytes).replace(/\.0(?= )/, "");
}


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ isDetached),
/* harmony export */   MG: () => (/* binding */ wordForAfter),
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   b4: () => (/* binding */ isMigration),
/* harmony export */   dH: () => (/* binding */ storyOf)
/* harmony export */ });
/** Which story the facts tell. */
function storyOf(facts) {
    return facts.outcome === "deployed" ? deployStory(facts) : facts.outcome;
}
function deployStory(facts) {
    const { layer } = facts;
    if (does(facts, "create-function")) {
        return "created";
    }
    if (isMigration(facts)) {
        return "migrated";
    }
    if (isFirstLayer(facts)) {
        return "first-layer";
    }
    if (isDetached(facts)) {
        return "detached";
    }
    if (facts.function.runtimeBefore !== undefined || facts.function.architectureBefore !== undefined) {
        return "moved";
    }
    if (layer?.before !== undefined && layer.versionArn !== undefined && layer.before.versionArn !== layer.versionArn) {
        return "dependencies";
    }
    if (does(facts, "update-code")) {
        return "code";
    }
    return facts.plan.every(({ action }) => action === "update-layer-users") ? "layer-users" : "configuration";
}
function isFirstLayer({ layer }) {
    return layer !== undefined && layer.source !== "none" && layer.before === undefined;
}
/** The code package had its dependencies inside, and they move to a layer. */
function isMigration(facts) {
    const before = facts.code?.before?.zipped;
    const after = facts.code?.after?.zipped;
    return isFirstLayer(facts) && before !== undefined && after !== undefined && before > 2 * after;
}
/** Our layer was attached, and nothing asks for one any more. */
function isDetached({ layer }) {
    return layer?.before !== undefined && layer.source === "none" && layer.after === undefined;
}
/** What sizes and versions that the run is about are called: not "now" before they are there. */
function wordForAfter({ outcome, error }) {
    return outcome === "planned" ? "then" : error === undefined ? "now" : "wanted";
}
/** Whether the plan holds this change. */
function does(facts, action) {
    return facts.plan.some((change) => change.action === action);
}


/***/ }),

/***/ 534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ renderComment),
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __nccwpck_require__(2527);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
;// CONCATENATED MODULE: ./lib/report/boxes.js


const NOTICES_SHOWN = 20;
/** Why a run failed and what to do next, in red; of either at most so many characters, before they are escaped. */
function errorBox({ message, hint }, longest = Number.POSITIVE_INFINITY) {
    return (0,markdown/* alert */.xE)("CAUTION", [
        `<b>${(0,report_escape/* escapeText */.X1)((0,report_escape/* cutMiddle */.it)(message, longest))}</b>`,
        ...(hint === undefined ? [] : [`**Next step:** ${(0,report_escape/* escapeText */.X1)((0,report_escape/* cutMiddle */.it)(hint, longest))}`]),
    ]);
}
/** Warnings and notes, each kind in its box; undefined without any. */
function noticeBoxes(notices) {
    const boxes = ["warning", "note"]
        .map((level) => {
        const texts = notices.filter((notice) => notice.level === level).map(({ text }) => (0,report_escape/* escapeText */.X1)(text));
        const shown = texts.slice(0, NOTICES_SHOWN);
        const rest = texts.length - shown.length;
        const all = rest > 0 ? [...shown, `and ${rest} more, in the log`] : shown;
        return all.length === 0 ? undefined : (0,markdown/* alert */.xE)(level === "warning" ? "WARNING" : "NOTE", all);
    })
        .filter((box) => box !== undefined);
    return boxes.length === 0 ? undefined : boxes.join("\n\n");
}

// EXTERNAL MODULE: ./lib/report/long-table.js
var long_table = __nccwpck_require__(31);
;// CONCATENATED MODULE: ./lib/report/checks.js



const OPEN = 12;
/** A longer address would leave no room for the answer. */
const LONGEST_REQUEST = 60;
/** The requests that the new version had to answer, what failed first. */
function renderChecks(tests = []) {
    if (tests.length === 0) {
        return undefined;
    }
    const columns = [
        { heading: "check", side: "left", cell: ({ method, path }) => (0,report_escape/* escapeCode */.tn)(`${method} ${path}`, LONGEST_REQUEST) },
        { heading: "answer", side: "left", cell: answer },
        { heading: "time", side: "right", cell: ({ ms }) => (ms === undefined ? "–" : (0,markdown/* formatMs */._V)(ms)) },
        { heading: "cold start", side: "right", cell: coldStart },
    ];
    return (0,long_table/* longTable */.V)(columns, [...tests.filter(({ ok }) => !ok), ...tests.filter(({ ok }) => ok)], OPEN, "check");
}
function answer({ ok, status, reason }) {
    if (ok) {
        return `✅ ${status ?? "no error"}`;
    }
    return reason === undefined ? "⬜ not sent" : `❌ ${(0,report_escape/* escapeText */.X1)(reason)}`;
}
function coldStart({ initMs, restoreMs }) {
    if (initMs !== undefined) {
        return (0,markdown/* formatMs */._V)(initMs);
    }
    return restoreMs === undefined ? "" : `${(0,markdown/* formatMs */._V)(restoreMs)} restored`;
}

// EXTERNAL MODULE: ./lib/report/bytes.js
var bytes = __nccwpck_require__(1925);
// EXTERNAL MODULE: ./lib/report/size.js
var report_size = __nccwpck_require__(2777);
// EXTERNAL MODULE: ./lib/report/story.js
var report_story = __nccwpck_require__(5419);
;// CONCATENATED MODULE: ./lib/report/size-table.js



const BLOCKS = 10;
/** The answer to "how big": code, layer and all together, before and now, against the limits. */
function renderComparison(facts) {
    const rows = [codeRow(facts), layerRow(facts), othersRow(facts), totalRow(facts)].filter((row) => row !== undefined);
    const columns = [
        ["", "left"],
        ["before", "right"],
        [(0,report_story/* wordForAfter */.MG)(facts), "right"],
        ["change", "right"],
        ["of the limit", "left"],
    ];
    return rows.length === 0 ? undefined : (0,markdown/* table */.tp)(columns, rows);
}
/** A figure from before the run: of a function that it creates there is none. */
function orNew(facts, figure) {
    return (0,report_story/* does */.YL)(facts, "create-function") ? "none" : figure;
}
function codeRow(facts) {
    const { code, limits } = facts;
    if (code === undefined) {
        return undefined;
    }
    const { before, now, change } = (0,report_size/* rowCells */.o5)({ before: orNew(facts, code.before?.zipped), now: code.after?.zipped });
    return ["Code package", before, `**${now}**`, change, uploadShare(code.after?.zipped, limits)];
}
function layerRow(facts) {
    const { layer, layerLeftAlone, limits } = facts;
    if (layerLeftAlone !== undefined) {
        const { before, now, change } = (0,report_size/* rowCells */.o5)({ before: layerLeftAlone.zipped, now: layerLeftAlone.zipped });
        return ["Layer, left alone", before, `**${now}**`, change, uploadShare(layerLeftAlone.zipped, limits)];
    }
    if (layer === undefined || (layer.source === "none" && layer.before === undefined)) {
        return undefined;
    }
    const row = { before: zippedOf(layer.before), now: (0,report_story/* isDetached */.$w)(facts) ? "none" : layer.after?.zipped };
    const { before, now, change } = (0,report_size/* rowCells */.o5)(row);
    return [layerName(layer), before, now === "" ? "" : `**${now}**`, change, uploadShare(row.now, limits)];
}
function layerName(layer) {
    const packages = layer.packageCount === undefined ? "" : `, ${(0,markdown/* plural */.LS)(layer.packageCount, "package")}`;
    // Bytecode is why a layer is larger than the packages were in the code.
    return `Layer${packages}${layer.bytecode ? " + bytecode" : ""}`;
}
/** What there was before: a layer that nobody attached is `none`, one of unknown size is unknown. */
function zippedOf(size) {
    return size === undefined ? "none" : size.zipped;
}
function othersRow(facts) {
    const { otherLayers, otherLayersBefore: layersBefore = otherLayers } = facts;
    if (otherLayers.length === 0 && layersBefore.length === 0) {
        return undefined;
    }
    const { before, now, change } = (0,report_size/* rowCells */.o5)({ before: sumOf(layersBefore), now: sumOf(otherLayers) });
    return [othersName(facts), before, now === "" ? "" : `**${now}**`, change, ""];
}
function othersName({ layer, layerLeftAlone, otherLayers, otherLayersBefore = otherLayers }) {
    const ours = (layer !== undefined && layer.source !== "none") || layerLeftAlone !== undefined;
    const [before, now] = [otherLayersBefore.length, otherLayers.length];
    const kind = ours ? "other layer" : "layer";
    return before === now ? (0,markdown/* plural */.LS)(now, kind) : `${ours ? "Other layers" : "Layers"}, ${before} → ${now}`;
}
/** Zipped, together; of no layers there is no size. */
function sumOf(layers) {
    const known = layers.map(({ zipped }) => zipped).filter((zipped) => zipped !== undefined);
    if (known.length < layers.length) {
        return undefined;
    }
    return layers.length === 0 ? "none" : known.reduce((sum, zipped) => sum + zipped, 0);
}
function totalRow(facts) {
    const { limits } = facts;
    if (limits?.used === undefined) {
        return undefined;
    }
    const used = (0,report_size/* usedBefore */.Jn)(facts);
    const { before, now, change } = (0,report_size/* rowCells */.o5)({ before: orNew(facts, used?.bytes), now: limits.used });
    return [
        "**Unzipped, all together**",
        before === report_size/* UNKNOWN */.HV || before === "" || used === undefined ? before : `${least(used)}${before}`,
        `**${least(limits)}${now}**`,
        used?.comparable === false ? report_size/* UNKNOWN */.HV : change,
        usedShare(limits),
    ];
}
function least({ atLeast }) {
    return atLeast ? "≥ " : "";
}
function usedShare(limits) {
    return limits.used === undefined ? "" : `${(0,report_size/* bar */.M0)(limits.used / limits.unzipped, BLOCKS)} ${(0,report_size/* headroom */._K)(limits)}`;
}
/** A zip over the direct upload's limit goes through S3: said, not drawn as a failure. */
function uploadShare(zipped, limits) {
    if (typeof zipped !== "number" || limits === undefined) {
        return "";
    }
    const share = zipped / limits.zipped;
    return share > 1
        ? `over ${(0,report_size/* formatLimit */.tW)(limits.zipped)}: through S3`
        : `${(0,report_size/* bar */.M0)(share, BLOCKS)} ${(0,report_size/* percent */.KN)(share)} of ${(0,report_size/* formatLimit */.tW)(limits.zipped)}`;
}
/** The same without "before", for a run that changed nothing. */
function renderSizes(facts) {
    const { code, layer, limits } = facts;
    const zipped = (0,report_size/* sharedUnit */.Uy)([code?.after?.zipped, layer?.after?.zipped]);
    const unzipped = (0,report_size/* sharedUnit */.Uy)([code?.after?.unzipped, layer?.after?.unzipped]);
    const row = (name, size) => [
        name,
        (0,report_size/* byteCell */.NZ)(size?.zipped, zipped),
        (0,report_size/* byteCell */.NZ)(size?.unzipped, unzipped),
        (0,report_size/* countCell */.Iz)(size?.files),
        uploadShare(size?.zipped, limits),
    ];
    const rows = [
        code && row("Code package", code.after),
        layer && layer.source !== "none" && row(layerName(layer), layer.after),
        facts.layerLeftAlone && row("Layer, left alone", facts.layerLeftAlone),
        facts.otherLayers.length > 0 && othersSizes(facts),
        limits?.used !== undefined && [
            "**Unzipped, all together**",
            "",
            `**${least(limits)}${(0,report_size/* byteCell */.NZ)(limits.used)}**`,
            "",
            usedShare(limits),
        ],
    ].filter((cells) => Array.isArray(cells));
    return (0,markdown/* table */.tp)([...SIZE_COLUMNS, ["of the limit", "left"]], rows);
}
function othersSizes(facts) {
    return [othersName(facts), (0,report_size/* byteCell */.NZ)(sumOf(facts.otherLayers)), report_size/* UNKNOWN */.HV, report_size/* UNKNOWN */.HV, ""];
}
const SIZE_COLUMNS = [
    ["", "left"],
    ["zipped", "right"],
    ["unzipped", "right"],
    ["files", "right"],
];
/** Every size that is known, for whoever wants to recompute them. */
function renderAllSizes(facts) {
    const { code, layer } = facts;
    const parts = [
        ["Code package before", code?.before],
        [`Code package ${(0,report_story/* wordForAfter */.MG)(facts)}`, code?.after],
        ["Layer before", layer?.before],
        [`Layer ${(0,report_story/* wordForAfter */.MG)(facts)}`, layer?.after],
    ];
    return sizesTable(parts);
}
/** Zipped, unzipped and number of files of what is known; undefined when nothing is. */
function sizesTable(parts) {
    const known = parts.filter((part) => part[1] !== undefined);
    if (known.length === 0) {
        return undefined;
    }
    const zipped = (0,report_size/* sharedUnit */.Uy)(known.map(([, size]) => size.zipped));
    const unzipped = (0,report_size/* sharedUnit */.Uy)(known.map(([, size]) => size.unzipped));
    const rows = known.map(([name, size]) => [
        name,
        (0,report_size/* byteCell */.NZ)(size.zipped, zipped),
        (0,report_size/* byteCell */.NZ)(size.unzipped, unzipped),
        (0,report_size/* countCell */.Iz)(size.files),
    ]);
    return (0,markdown/* table */.tp)(SIZE_COLUMNS, rows);
}

;// CONCATENATED MODULE: ./lib/report/effort.js





/** All sizes, and what the run cost: time by phase, calls to AWS, bytes sent and not sent. */
function renderEffort(facts) {
    const body = [renderAllSizes(facts), ratio(facts), phases(facts), calls(facts), sentAndSpared(facts)].filter((part) => part !== undefined);
    return body.length === 0 ? undefined : (0,markdown/* fold */.AU)(`<b>Sizes, time and calls</b>: ${effortWords(facts)}`, body.join("\n\n"));
}
/** The output `size-ratio` in words: `394.8 times`, `1,121 times`. */
function ratio(facts) {
    const times = (0,report_size/* sizeRatio */.P6)(facts);
    if (times === undefined) {
        return undefined;
    }
    const shown = Number(times) < 1_000 ? times : (0,bytes/* formatCount */.B4)(Math.round(Number(times)));
    return `Code and layer together are **${shown} times** the code alone, zipped.`;
}
/** `3.2 s, 9 AWS calls, 60.1 KB sent`. */
function effortWords(facts) {
    const total = totalCalls(facts);
    return [
        facts.phases.length > 0 && (0,markdown/* formatSeconds */.Xo)(totalTime(facts)),
        total > 0 && (0,markdown/* plural */.LS)(total, "AWS call"),
        `${(0,bytes/* formatBytes */.z3)(facts.uploadedBytes)} sent`,
    ]
        .filter((part) => part !== false)
        .join(", ");
}
/** The same in small print: `0.3 s (find 0.2 s, pack 0.1 s)`, `GetFunction 1, ListLayerVersions 1`. */
function effortInBrief(facts) {
    const parts = facts.phases.map(({ name, ms }) => `${(0,report_escape/* escapeName */.L$)(name)} ${(0,markdown/* formatSeconds */.Xo)(ms)}`);
    const made = callCounts(facts);
    const times = (0,report_size/* sizeRatio */.P6)(facts);
    return [
        ...(times === undefined ? [] : [`(code + layer) / code = ${times}`]),
        ...(parts.length > 0 ? [`${(0,markdown/* formatSeconds */.Xo)(totalTime(facts))} (${parts.join(", ")})`] : []),
        ...(made === "" ? [] : [made]),
    ];
}
function totalTime(facts) {
    return facts.phases.reduce((sum, { ms }) => sum + ms, 0);
}
function totalCalls(facts) {
    return Object.values(facts.calls).reduce((sum, count) => sum + count, 0);
}
function phases(facts) {
    if (facts.phases.length === 0) {
        return undefined;
    }
    const columns = [...facts.phases.map(({ name }) => (0,report_escape/* escapeName */.L$)(name)), "together"];
    return (0,markdown/* table */.tp)(columns.map((name) => [name, "right"]), [[...facts.phases.map(({ ms }) => (0,markdown/* formatSeconds */.Xo)(ms)), `**${(0,markdown/* formatSeconds */.Xo)(totalTime(facts))}**`]]);
}
function calls(facts) {
    const made = callCounts(facts);
    return made === "" ? undefined : `AWS calls: ${made}`;
}
function callCounts(facts) {
    return Object.entries(facts.calls)
        .filter(([, count]) => count > 0)
        .map(([operation, count]) => `${(0,report_escape/* escapeName */.L$)(operation)} ${(0,bytes/* formatCount */.B4)(count)}`)
        .join(", ");
}
function sentAndSpared(facts) {
    const together = (0,report_size/* togetherZipped */.Ts)(facts);
    if (together === undefined) {
        return undefined;
    }
    const spared = together - facts.uploadedBytes;
    const rest = spared > 0 ? `, ${(0,bytes/* formatBytes */.z3)(spared)} of code and layer not sent` : "";
    return `Bytes: ${(0,bytes/* formatBytes */.z3)(facts.uploadedBytes)} sent${rest}`;
}

;// CONCATENATED MODULE: ./lib/report/files.js



const LONGEST_LIST = 100;
const NAMES_SHOWN = 30;
/** Which files of the code package differ from the live ones. */
function renderFiles(code) {
    const { changes } = code;
    if (changes === undefined) {
        return undefined;
    }
    const lists = [
        ["Changed", changes.modified],
        ["Added", changes.added],
        ["Removed", changes.removed],
    ];
    const count = lists.reduce((sum, [, paths]) => sum + paths.length, 0);
    if (count === 0) {
        return undefined;
    }
    const body = lists.filter(([, paths]) => paths.length > 0).map(([title, paths]) => list(title, paths));
    return (0,markdown/* fold */.AU)(`<b>Changed files</b>: ${(0,bytes/* formatCount */.B4)(count)}`, body.join("\n\n"));
}
function list(title, paths) {
    const lines = paths.slice(0, LONGEST_LIST).map((path) => `- ${(0,report_escape/* escapeCode */.tn)(path)}`);
    const rest = paths.length - lines.length;
    return [`**${title}**`, "", ...lines, ...(rest > 0 ? [`- and ${(0,markdown/* plural */.LS)(rest, "more file")}`] : [])].join("\n");
}
/** The distributions that lie in the code directory and were left out, because the layer brings them. */
function renderLeftOut(code) {
    if (code.leftOut.length === 0) {
        return undefined;
    }
    return `Left out of the code package, because the layer brings ${code.leftOut.length === 1 ? "it" : "them"}: ${renderNames(code.leftOut)}.`;
}
/** Names in code font, of many only the first. */
function renderNames(all) {
    return (0,markdown/* firstOf */.Ku)(all.map((name) => (0,report_escape/* escapeCode */.tn)(name)), NAMES_SHOWN);
}

;// CONCATENATED MODULE: ./lib/report/fitting.js
/** GitHub drops a summary of more than 1,048,576 bytes. */
const SUMMARY = {
    longest: 1_000_000,
    measure: (text) => Buffer.byteLength(text),
    end: "A part of this summary is too long to be shown.",
};
/** GitHub refuses a comment of more than 65,536 characters. */
const COMMENT = {
    longest: 64_000,
    measure: ({ length }) => length,
    end: "A part of this report is too long for a comment: the job summary has all of it.",
};
/** Parts with an empty line between them. Leaves out whole parts, and says so, before GitHub throws the whole text away. What comes first stays. */
function fitting(parts, { longest, measure, end }) {
    const written = parts.filter((part) => part !== undefined && part !== "");
    const room = longest - measure(end) - 2;
    const { kept } = written.reduce(({ kept, length }, part) => {
        const longer = length + measure(part) + 2;
        return longer > room ? { kept, length } : { kept: [...kept, part], length: longer };
    }, { kept: [], length: 0 });
    return `${(kept.length === written.length ? kept : [...kept, end]).join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/report/failed-title.js


/** What a run that failed left behind, in the few words of a title. */
function failedTitle(facts) {
    const { alias, completed, error, layerUsers = [], mode, plan } = facts;
    if (mode === "report") {
        return "the size report failed";
    }
    if (plan[completed]?.action === "update-layer-users" && layerUsers.some(({ outcome }) => outcome === "failed")) {
        return `${completed > 0 ? "deployed, but " : ""}not every function on its layer was moved`;
    }
    if (error?.code === "check-failed") {
        const live = alias === undefined ? ", the new code is live" : "";
        return `a check failed${alias?.before === undefined ? live : `, version ${(0,report_escape/* escapeName */.L$)(alias.before)} is still live`}`;
    }
    const touched = plan.slice(0, completed).some(({ action }) => action !== "publish-layer");
    return touched ? `deploy stopped after ${completed} of ${(0,markdown/* plural */.LS)(plan.length, "step")}` : "not deployed";
}

;// CONCATENATED MODULE: ./lib/report/layer-version.js

/** `orders-api-dependencies:7` in code font; without the number while it is not published. */
function layerVersion(layer) {
    return (0,report_escape/* escapeCode */.tn)(layer.version === undefined ? layer.name : `${layer.name}:${layer.version}`);
}

// EXTERNAL MODULE: ./lib/report/other-layers.js
var other_layers = __nccwpck_require__(8363);
// EXTERNAL MODULE: ./lib/report/package-changes.js
var package_changes = __nccwpck_require__(9658);
;// CONCATENATED MODULE: ./lib/report/rolled-back.js

/** What a run that put the old state back, or was asked to, has done, in the few words of a title. */
function rolledBackTitle({ alias, goal }) {
    if (goal !== undefined) {
        return `rolled back to version ${(0,report_escape/* escapeName */.L$)(goal)}`;
    }
    const live = alias?.before === undefined ? "everything is as it was" : `version ${(0,report_escape/* escapeName */.L$)(alias.before)} is still live`;
    return `rolled back, ${live}`;
}
/** What that means, of `mode: rollback`; after a failed deploy its error comes first. */
function rolledBackLead({ alias, goal, function: { version: number } }) {
    if (goal === undefined) {
        return "";
    }
    if (alias !== undefined) {
        const before = alias.before === undefined ? "" : ` instead of version ${(0,report_escape/* escapeName */.L$)(alias.before)}`;
        return `**Callers of ${(0,report_escape/* escapeCode */.tn)(alias.name)} get version ${(0,report_escape/* escapeName */.L$)(goal)}${before}.** Nothing was sent, \`$LATEST\` stays as it is.`;
    }
    const published = number === undefined ? "" : ` It was published as version ${(0,report_escape/* escapeName */.L$)(number)}.`;
    return `**\`$LATEST\` has code, layers and runtime of version ${(0,report_escape/* escapeName */.L$)(goal)} again.**${published} Other settings stay.`;
}

;// CONCATENATED MODULE: ./lib/report/headline.js









/** What happened and what it saved. */
function headlineOf(facts) {
    const story = (0,report_story/* storyOf */.dH)(facts);
    switch (story) {
        case "failed":
            return { sign: "❌", title: failedTitle(facts), lead: "" };
        case "planned":
            return planned(facts);
        case "reported":
            return { sign: "📦", title: "nothing was deployed", lead: "" };
        case "rolled-back":
            return { sign: "↩️", title: rolledBackTitle(facts), lead: rolledBackLead(facts) };
        case "unchanged":
            return facts.dryRun
                ? { sign: "📝", title: "plan, nothing to do", lead: `**${subject(facts)} would change nothing.**` }
                : { sign: "✅", title: "nothing to do", lead: unchangedLead(facts) };
        case "created":
            return { sign: "✅", title: `created${version(facts)}`, lead: createdLead(facts) };
        case "migrated":
            return { sign: "✅", title: `moved to layers${version(facts)}`, ...migrated(facts) };
        case "first-layer":
            return { sign: "✅", title: `deployed with its first layer${version(facts)}`, lead: firstLayerLead(facts) };
        case "detached":
            return { sign: "✅", title: `layer detached${version(facts)}`, lead: detachedLead(facts) };
        case "moved":
            return { sign: "✅", title: `moved to ${targetNow(facts)}${version(facts)}`, lead: movedLead(facts) };
        case "dependencies": {
            const what = facts.layer?.changes.length === 0 ? "layer updated" : "dependencies updated";
            return { sign: "✅", title: `${what}${version(facts)}`, lead: dependenciesLead(facts) };
        }
        case "code":
            return { sign: "✅", title: `code deployed${version(facts)}`, lead: codeLead(facts) };
        case "layer-users":
            return { sign: "✅", title: "functions on its layer moved", lead: layerUsersLead(facts) };
        case "configuration":
            return configured(facts);
        default:
            return story;
    }
}
function version({ function: { version: number } }) {
    return number === undefined ? "" : `, version ${(0,report_escape/* escapeName */.L$)(number)}`;
}
function planned(facts) {
    const upload = bytesToSend(facts);
    const sends = upload === undefined || upload === 0 ? "would take" : `would send ${(0,markdown/* unbrokenBytes */.m1)(upload)}, in`;
    return {
        sign: "📝",
        title: "plan, nothing was changed",
        ...((0,report_story/* isMigration */.b4)(facts) && { hero: packageBeforeAndNow(facts).join(" → ") }),
        lead: `**${subject(facts)} ${sends} ${(0,markdown/* plural */.LS)(facts.plan.length, "step")}:**`,
    };
}
function subject({ mode, goal }) {
    return mode === "rollback" && goal !== undefined ? `Going back to version ${(0,report_escape/* escapeName */.L$)(goal)}` : "A deploy";
}
/** What the plan uploads when nothing of it lies in S3 already. */
function bytesToSend(facts) {
    const code = (0,report_story/* does */.YL)(facts, "update-code") || (0,report_story/* does */.YL)(facts, "create-function") ? facts.code?.after?.zipped : 0;
    const layer = (0,report_story/* does */.YL)(facts, "publish-layer") ? facts.layer?.after?.zipped : 0;
    return code === undefined || layer === undefined ? undefined : code + layer;
}
function unchangedLead({ layer, goal }) {
    if (goal !== undefined) {
        return `**Version ${(0,report_escape/* escapeName */.L$)(goal)} is what callers get already.** Nothing was changed.`;
    }
    return layer?.versionArn === undefined
        ? "**The code is what is deployed already.** Nothing was sent, the layers were not touched."
        : `**Code and dependencies are what is deployed already.** Nothing was sent, layer ${layerVersion(layer)} stays.`;
}
function migrated(facts) {
    const { code, layer } = facts;
    const [before, now] = packageBeforeAndNow(facts);
    const less = (0,report_size/* timesLess */.AL)(code?.before?.zipped, code?.after?.zipped) ?? "less";
    const packages = layer?.packageCount === undefined ? "the packages" : `its ${(0,markdown/* plural */.LS)(layer.packageCount, "package")}`;
    return {
        hero: `${before} → ${now}`,
        lead: sentences(`**A code deploy now sends ${now} instead of ${before}: ${less}.**`, layer && `Layer ${layerVersion(layer)} holds ${packages} and is sent again only when they change.`),
    };
}
/** In one unit, as in the table below it. */
function packageBeforeAndNow({ code }) {
    const { before, now } = (0,report_size/* rowCells */.o5)({ before: code?.before?.zipped, now: code?.after?.zipped });
    return [(0,markdown/* unbroken */.D_)(before), (0,markdown/* unbroken */.D_)(now)];
}
function createdLead(facts) {
    const { layer, function: now } = facts;
    return sentences(`**It runs on ${joinNames([now.runtime, now.architecture])}.**`, layer?.versionArn && `Layer ${layerVersion(layer)} ${obtained(layer)} and attached from the start.`, nextTime(facts));
}
function firstLayerLead(facts) {
    const { layer } = facts;
    return sentences(layer && `**Layer ${layerVersion(layer)} ${obtained(layer)} and attached.**`, uploaded(facts), nextTime(facts));
}
function detachedLead({ layer }) {
    return sentences(layer && `**The function has no layer of dependencies any more:** ${(0,report_escape/* escapeText */.X1)(layer.reason)}`);
}
function targetNow({ function: { runtime, runtimeBefore, architecture, architectureBefore } }) {
    return joinNames([runtimeBefore && runtime, architectureBefore && architecture]);
}
function movedLead(facts) {
    const { layer, function: now } = facts;
    return sentences(`**It ran on ${joinNames([now.runtimeBefore, now.architectureBefore])} before.**`, layer?.versionArn && `Layer ${layerVersion(layer)} ${obtained(layer)} and attached.`, uploaded(facts));
}
function dependenciesLead(facts) {
    const { layer } = facts;
    if (layer === undefined) {
        return "";
    }
    const attached = `Layer ${layerVersion(layer)} ${obtained(layer)} and attached.`;
    const first = layer.changes.length === 0 ? `**${attached}**` : `**${(0,package_changes/* countChanges */.xS)(layer.changes)}.** ${attached}`;
    return sentences(first, uploaded(facts), nextTime(facts));
}
function codeLead(facts) {
    const { layer, uploadedBytes } = facts;
    const full = (0,report_size/* togetherZipped */.Ts)(facts);
    const less = (0,report_size/* timesLess */.AL)(full, uploadedBytes);
    const others = (0,other_layers/* otherLayersChange */.fQ)(facts);
    const saved = full === undefined || less === undefined ? "" : ` instead of ${(0,markdown/* unbrokenBytes */.m1)(full)} (${less})`;
    return sentences(`**${(0,markdown/* unbrokenBytes */.m1)(uploadedBytes)} uploaded${saved}.**`, layer?.versionArn === undefined
        ? others === undefined && "The layers were not touched."
        : `Dependencies unchanged: layer ${layerVersion(layer)} reused.`, others && `Other layers: ${others}.`);
}
function configured(facts) {
    const others = (0,other_layers/* otherLayersChange */.fQ)(facts);
    const stayed = "**Code and dependencies stayed.**";
    const titled = (title, lead) => ({ sign: "✅", title: `${title}${version(facts)}`, lead });
    if (others !== undefined) {
        return titled("layers updated", `${stayed} Other layers: ${others}.`);
    }
    return (0,report_story/* does */.YL)(facts, "move-alias") && !(0,report_story/* does */.YL)(facts, "update-configuration")
        ? titled("alias moved", "**`$LATEST` was as it should be already.**")
        : titled("configuration updated", stayed);
}
function layerUsersLead({ layer, layerUsers = [] }) {
    const moved = layerUsers.filter(({ outcome }) => outcome === "moved");
    const names = moved.length === 1 ? (0,report_escape/* escapeCode */.tn)(moved[0]?.name ?? "") : (0,markdown/* plural */.LS)(moved.length, "function");
    return sentences(layer && `**${names} moved to layer ${layerVersion(layer)}.** The function itself stayed as it was.`);
}
function uploaded(facts) {
    const amount = facts.uploadedBytes === 0 ? "Nothing was" : (0,markdown/* unbrokenBytes */.m1)(facts.uploadedBytes);
    return `${amount} uploaded${(0,report_story/* does */.YL)(facts, "update-code") ? "" : ", the code stayed"}.`;
}
/** The promise that makes a large upload bearable. */
function nextTime(facts) {
    const code = facts.code?.after?.zipped;
    const less = (0,report_size/* timesLess */.AL)((0,report_size/* togetherZipped */.Ts)(facts), code);
    return code === undefined || less === undefined
        ? undefined
        : `A code change alone sends ${(0,markdown/* unbrokenBytes */.m1)(code)}: ${less}.`;
}
function obtained(layer) {
    switch (layer.source) {
        case "reused":
            return "was found in AWS";
        case "restored":
            return "restored from the cache, published";
        case "built":
            return "built, published";
        case "none":
            return "left out";
        default:
            return layer.source;
    }
}
function joinNames(names) {
    return names
        .filter((name) => name !== undefined)
        .map(report_escape/* escapeName */.L$)
        .join(" and ");
}
function sentences(...parts) {
    return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ");
}

// EXTERNAL MODULE: ./lib/layer/aws-sdk.js
var aws_sdk = __nccwpck_require__(1249);
// EXTERNAL MODULE: ./lib/layer/botocore-services.js
var botocore_services = __nccwpck_require__(1789);
;// CONCATENATED MODULE: ./lib/report/aws-sdk.js



/** What the layer would save without the packages that the runtime has too, and what that costs; undefined when it does not hold all of them, or their sizes are not known. */
function renderSdkSaving({ packages, leftOut = [], }) {
    const sdk = packages.filter(({ name }) => aws_sdk/* AWS_SDK */.N.some((one) => one === name));
    const sizes = sdk.flatMap(({ zipped, unzipped }) => zipped === undefined || unzipped === undefined ? [] : [{ zipped, unzipped }]);
    if (sizes.length < aws_sdk/* AWS_SDK */.N.length) {
        return undefined;
    }
    const zipped = (0,bytes/* formatBytes */.z3)(sizes.reduce((sum, one) => sum + one.zipped, 0));
    const unzipped = (0,bytes/* formatBytes */.z3)(sizes.reduce((sum, one) => sum + one.unzipped, 0));
    const names = new Intl.ListFormat("en-GB").format(aws_sdk/* AWS_SDK */.N);
    const instead = leftOut.some(({ what }) => what === botocore_services/* OTHER_SERVICES */.Y_)
        ? "AWS advises to bring them along."
        : "`botocore-services` saves most of that and keeps the version yours, as AWS advises.";
    return (`Lambda's runtime has ${names} too, in a version that AWS changes. Without them (\`exclude-packages: aws-sdk\`) ` +
        `the layer would be ${zipped} smaller zipped, ${unzipped} unzipped. ${instead}`);
}

// EXTERNAL MODULE: ./lib/report/left-out.js
var left_out = __nccwpck_require__(9280);
;// CONCATENATED MODULE: ./lib/report/packages.js




const LARGEST = 10;
const packages_BLOCKS = 16;
/** The largest packages with bars, and under a fold all the others. */
function renderPackages({ packages }, largestOnes = LARGEST) {
    if (packages.length === 0) {
        return undefined;
    }
    const sorted = packages.toSorted((one, other) => (other.unzipped ?? 0) - (one.unzipped ?? 0) || (one.name < other.name ? -1 : 1));
    const largest = sorted[0]?.unzipped;
    const names = [
        { heading: "package", side: "left", cell: ({ name }) => (0,report_escape/* escapeName */.L$)(name) },
        { heading: "version", side: "left", cell: ({ version }) => (0,report_escape/* escapeName */.L$)(version) },
    ];
    // A layer that was only looked into tells names and versions.
    const columns = largest === undefined ? names : [...names, ...sizeColumns(largest)];
    return (0,long_table/* longTable */.V)(columns, sorted, largestOnes, "package");
}
function sizeColumns(largest) {
    const unit = (0,bytes/* unitOf */.uF)(largest);
    return [
        { heading: "unzipped", side: "right", cell: ({ unzipped }) => (0,report_size/* byteCell */.NZ)(unzipped, unit) },
        { heading: "zipped", side: "right", cell: ({ zipped }) => (0,report_size/* byteCell */.NZ)(zipped, unit) },
        {
            heading: "",
            side: "left",
            cell: ({ unzipped }) => (unzipped === undefined || largest === 0 ? "" : (0,report_size/* bar */.M0)(unzipped / largest, packages_BLOCKS)),
        },
    ];
}

;// CONCATENATED MODULE: ./lib/report/layer-info.js









const LONGEST_ARN = 300;
/** What is in our layer, how AWS has it, our newest versions of it, and the layers of others on this function. */
function renderLayerInfo(facts) {
    const { layer, layerLeftAlone } = facts;
    const parts = [
        layer && renderPackages(layer),
        layer && renderSdkSaving(layer),
        layer && properties(layer),
        layer && newestVersions(layer.newest),
        layerLeftAlone && `The layer of dependencies stays as it is: ${(0,report_escape/* escapeCode */.tn)(layerLeftAlone.arn, LONGEST_ARN)}`,
        // Those that changed stand open, unless the run failed.
        facts.error !== undefined || (0,other_layers/* otherLayersChange */.fQ)(facts) === undefined ? (0,other_layers/* renderOtherLayers */.H_)(facts) : undefined,
    ].filter((part) => part !== undefined);
    if (parts.length === 0) {
        return undefined;
    }
    return (0,markdown/* fold */.AU)(titleOf(layer), parts.join("\n\n"));
}
function titleOf(layer) {
    if (layer === undefined || layer.source === "none") {
        return "<b>Layers</b>";
    }
    const size = [
        layer.packageCount !== undefined && (0,markdown/* plural */.LS)(layer.packageCount, "package"),
        layer.after?.unzipped !== undefined && `${(0,bytes/* formatBytes */.z3)(layer.after.unzipped)} unzipped`,
    ].filter((part) => part !== false);
    return `<b>Layer</b> ${layerVersion(layer)}${size.length === 0 ? "" : `: ${size.join(", ")}`}`;
}
function properties(layer) {
    const rows = [
        ["ARN", layer.versionArn && (0,report_escape/* escapeCode */.tn)(layer.versionArn, LONGEST_ARN)],
        [layer.source === "none" ? "Detached" : "Replaces", replaced(layer)],
        ["Made", layer.created && formatTime(layer.created)],
        ["For", [...(layer.runtimes ?? []), ...(layer.architectures ?? [])].map(report_escape/* escapeName */.L$).join(", ")],
        ["From", renderNames(layer.dependencyFiles)],
        ["Fingerprint", layer.fingerprint && (0,report_escape/* escapeCode */.tn)(layer.fingerprint)],
        ["Pinned", layer.pinned === undefined ? undefined : pinned(layer.pinned)],
        ["Left out", layer.leftOut && (0,left_out/* leftOutWords */.N)(layer.leftOut, report_escape/* escapeName */.L$)],
        ["Bytecode", layer.bytecode === undefined ? undefined : bytecode(layer.bytecode)],
    ].filter((row) => row[1] !== undefined && row[1] !== "");
    // The first row is the head of the table: an empty head is a line without meaning.
    return rows.length === 0
        ? undefined
        : (0,markdown/* table */.tp)((rows[0] ?? []).map((cell) => [cell, "left"]), rows.slice(1));
}
function replaced({ before, versionArn }) {
    return before?.versionArn === undefined || before.versionArn === versionArn
        ? undefined
        : (0,report_escape/* escapeCode */.tn)(before.versionArn, LONGEST_ARN);
}
function pinned(all) {
    return all
        ? "yes, the same files always give the same packages"
        : "no: built another time, the same files may bring newer packages. Pin all with `==` to rule that out";
}
function bytecode(shipped) {
    return shipped ? "yes, Python starts without compiling" : "no: Python compiles the packages at every cold start";
}
function newestVersions(versions) {
    if (versions.length === 0) {
        return undefined;
    }
    return (0,markdown/* table */.tp)([
        ["our newest versions", "right"],
        ["made", "left"],
        ["", "left"],
    ], versions.map((one) => [
        one.attached ? `**${one.version}**` : `${one.version}`,
        formatTime(one.created),
        [one.attached && "✅ attached", one.wanted && "holds these dependencies"].filter(Boolean).join(", "),
    ]));
}
/** `2026-08-14 09:12 UTC`; AWS writes `2026-08-14T09:12:03.123+0000`. */
function formatTime(iso) {
    const time = new Date(iso.replace(/\+0000$/, "Z"));
    return Number.isNaN(time.getTime()) ? (0,report_escape/* escapeName */.L$)(iso) : `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

;// CONCATENATED MODULE: ./lib/report/layer-users.js



const layer_users_OPEN = 10;
/** The other functions on our layer, those that need a look first, and open when one could not be moved; undefined when nobody asked for them, or there are none. */
function renderLayerUsers({ layer, layerUsers = [] }) {
    if (layerUsers.length === 0) {
        return undefined;
    }
    const behind = layerUsers.filter((user) => user.behind);
    const moved = layerUsers.filter(({ outcome }) => outcome === "moved");
    const sorted = layerUsers.toSorted((one, other) => rank(one) - rank(other));
    const title = [
        (0,markdown/* plural */.LS)(layerUsers.length, "other function"),
        ...(moved.length > 0 ? [`${moved.length} moved`] : []),
        ...(behind.length > 0 ? [`${behind.length} behind`] : []),
    ];
    const rows = (0,long_table/* longTable */.V)([
        { heading: "function", side: "left", cell: ({ name }) => (0,report_escape/* escapeCode */.tn)(name) },
        { heading: "layer version", side: "right", cell: (user) => versions(user) },
        { heading: "", side: "left", cell: (user) => stateOf(user, layer?.version) },
    ], sorted, layer_users_OPEN, "function");
    const failed = layerUsers.some(({ outcome }) => outcome === "failed");
    return failed
        ? `**On this layer**: ${title.join(", ")}\n\n${rows}`
        : (0,markdown/* fold */.AU)(`<b>On this layer</b>: ${title.join(", ")}`, rows);
}
function rank({ behind, outcome }) {
    if (outcome === "failed") {
        return 0;
    }
    return behind ? 1 : 2;
}
function versions({ before, version }) {
    return before === undefined ? `${version}` : `${before} → **${version}**`;
}
function stateOf({ behind, outcome, reason, version }, ours) {
    const why = reason === undefined ? "" : `: ${(0,report_escape/* escapeText */.X1)(reason)}`;
    switch (outcome) {
        case "moved":
            return "✅ moved";
        case "failed":
            return `❌ not moved${why}`;
        case "skipped":
            return `⚠️ left alone${why}`;
        case undefined:
            if (behind) {
                return `behind${why}`;
            }
            return ours !== undefined && version > ours ? "newer" : "the same";
        default:
            return outcome;
    }
}

;// CONCATENATED MODULE: ./lib/report/now-live.js


/** What stood between the deploy and its callers: `3 checks passed, then the alias live moved from version 41 to 42.` */
function nowLive({ outcome, alias, smokeTests = [] }) {
    if (outcome !== "deployed") {
        return undefined;
    }
    const passed = smokeTests.length === 0 ? undefined : `${(0,markdown/* plural */.LS)(smokeTests.length, "check")} passed`;
    if (alias?.now === undefined) {
        return passed && `**${passed}.**`;
    }
    const moved = alias.before === undefined
        ? `was created at version ${(0,report_escape/* escapeName */.L$)(alias.now)}`
        : `moved from version ${(0,report_escape/* escapeName */.L$)(alias.before)} to ${(0,report_escape/* escapeName */.L$)(alias.now)}`;
    return passed === undefined
        ? `**The alias ${(0,report_escape/* escapeCode */.tn)(alias.name)} ${moved}.**`
        : `**${passed}**, then the alias ${(0,report_escape/* escapeCode */.tn)(alias.name)} ${moved}.`;
}

;// CONCATENATED MODULE: ./lib/report/steps.js





/** What was done or would be done, in order, each with its reason. */
function renderSteps(facts) {
    const { layer } = facts;
    const planned = facts.outcome === "planned";
    const publishes = (0,report_story/* does */.YL)(facts, "publish-layer");
    const steps = facts.plan.map((change) => {
        const title = planned ? toDo(change.action, layer) : done(change.action, facts);
        // Why the layer was built is why it is published.
        return item(title, change.action === "publish-layer" ? (layer?.reason ?? change.reason) : change.reason);
    });
    const list = steps.map((step, index) => `${index + 1}. ${step}`).join("\n");
    // Nothing is done about a layer that is kept: it is no step.
    const kept = layer !== undefined && !publishes ? item(keptTitle(layer), layer.reason) : undefined;
    const parts = [list, kept, gap(facts), facts.code && renderLeftOut(facts.code)];
    return parts.filter((part) => part !== undefined).join("\n\n");
}
function item(title, reason) {
    return reason.trim() === "" ? `**${title}.**` : `**${title}.** ${(0,report_escape/* escapeText */.X1)(reason)}`;
}
function keptTitle(layer) {
    return layer.source === "none" ? "No layer needed" : `Layer ${layerVersion(layer)} reused`;
}
/** A step that was done, as a title. */
function done(action, { layer, alias, function: { version } }) {
    switch (action) {
        case "publish-layer":
            return layer === undefined
                ? "Layer published"
                : `Layer ${layerVersion(layer)} ${layer.source === "restored" ? "restored from the cache and published" : "built and published"}`;
        case "create-function":
            return "Function created";
        case "update-code-signing":
            return "Code signing set";
        case "update-tags":
            return "Tags set";
        case "update-layer-users":
            return "Functions on the layer moved";
        case "delete-versions":
            return "Old versions pruned";
        case "delete-layer-versions":
            return "Old layer versions pruned";
        case "update-configuration":
            return "Configuration updated";
        case "update-code":
            return "Code sent";
        case "publish-version":
            return version === undefined ? "Version published" : `Version ${(0,report_escape/* escapeText */.X1)(version)} published`;
        case "move-alias":
            return `Alias ${aliasName(alias)} ${alias?.before === undefined ? "created" : "moved"}`;
        default:
            return action;
    }
}
function aliasName(alias) {
    return alias === undefined ? "" : (0,report_escape/* escapeCode */.tn)(alias.name);
}
/** A step that is to be done, as a title. */
function toDo(action, layer) {
    switch (action) {
        case "publish-layer":
            return `${layer?.source === "restored" ? "Publish" : "Build and publish"} the layer`;
        case "create-function":
            return "Create the function";
        case "update-code-signing":
            return "Set the code signing";
        case "update-tags":
            return "Set the tags";
        case "update-layer-users":
            return "Move the functions on the layer";
        case "delete-versions":
            return "Prune old versions";
        case "delete-layer-versions":
            return "Prune old layer versions";
        case "update-configuration":
            return "Update the configuration";
        case "update-code":
            return "Send the code";
        case "publish-version":
            return "Publish a version";
        case "move-alias":
            return "Move the alias";
        default:
            return action;
    }
}
/** Layers and code are two calls to AWS: how long callers could meet one without the other. */
function gap(facts) {
    if (facts.gapMs === undefined) {
        return undefined;
    }
    const configuration = facts.plan.findIndex(({ action }) => action === "update-configuration");
    const code = facts.plan.findIndex(({ action }) => action === "update-code");
    const mix = configuration < code ? "the new layers with the old code" : "the new code with the old layers";
    return `In between, \`$LATEST\` had ${mix} for ${(0,markdown/* formatSeconds */.Xo)(facts.gapMs)}.`;
}

;// CONCATENATED MODULE: ./lib/report/progress.js



const OPERATIONS = {
    "publish-layer": "PublishLayerVersion",
    "create-function": "CreateFunction",
    "update-code-signing": "PutFunctionCodeSigningConfig",
    "update-tags": "TagResource",
    "update-configuration": "UpdateFunctionConfiguration",
    "update-code": "UpdateFunctionCode",
    "publish-version": "PublishVersion",
    // Read first, to see where it points.
    "move-alias": "GetAlias",
    "update-layer-users": "ListFunctions",
    "delete-versions": "ListAliases",
    "delete-layer-versions": "ListFunctions",
};
/** After a failure: which steps were done, where it stopped, and in what state that leaves `$LATEST`. */
function renderProgress(facts) {
    const list = facts.plan.map((change, index) => progressOf(facts, change, index));
    // What was put back stands above: without the heading the list reads as if it were still so.
    const heading = facts.putBack?.outcome === "restored" ? ["How far it came before that:"] : [];
    return [describeState(facts), ...(list.length > 0 ? [[...heading, ...list].join("<br>\n")] : [])].join("\n\n");
}
function progressOf(facts, change, index) {
    if (index < facts.completed) {
        return `✅ ${done(change.action, facts)}`;
    }
    return wasTried(facts, change, index)
        ? `❌ ${toDo(change.action, facts.layer)}`
        : `⬜ ${toDo(change.action, facts.layer)}, not begun`;
}
/** The first step that was not completed was begun when its operation was called. */
function wasTried(facts, { action }, index) {
    return index === facts.completed && (facts.calls[OPERATIONS[action]] ?? 0) > 0;
}
const READS = /^(s3\.)?(Get|Head|List)/;
/** AWS understood the request and did not do it; after any other failure the reply to a request that was done may be lost. */
const REFUSED = /^(AccessDenied|CodeStorageExceeded|ExpiredToken|InvalidParameterValue|credentials)/;
const AGAIN = "Run it again when that is solved: it goes on from here.";
function describeState(facts) {
    return facts.putBack === undefined
        ? (describeUpkeep(facts) ?? describeCreation(facts) ?? describeHalfDone(facts))
        : describePutBack(facts, facts.putBack);
}
/** What became of $LATEST, and what callers of the alias get. */
function describePutBack(facts, putBack) {
    const live = stillLive(facts.alias);
    switch (putBack.outcome) {
        case "restored":
            return `**Put back on \`$LATEST\`: ${(0,report_escape/* escapeText */.X1)(putBack.parts.join(" and "))}.**${live}${unusedVersion(facts)}`;
        case "left":
            return `**${latest(facts)}** ${nextOfLeft(facts)}${live}`;
        case "failed":
            return `**\`$LATEST\` could not be put back: ${(0,report_escape/* escapeText */.X1)(putBack.why)}**${live} Run it again, or deploy the commit before.`;
        default:
            return putBack;
    }
}
function unusedVersion(facts) {
    return doneActions(facts).has("publish-version") ? " The version that was published stays, unused." : "";
}
function stillLive(alias) {
    return alias?.before === undefined
        ? ""
        : ` The alias ${(0,report_escape/* escapeCode */.tn)(alias.name)} still names version ${(0,report_escape/* escapeText */.X1)(alias.before)}.`;
}
/** The old code was not laid aside, so the new one stays. */
function nextOfLeft(facts) {
    const why = "The old code was not laid aside, so nothing was put back.";
    const checkFailed = facts.error?.code === "check-failed";
    return `${why} ${checkFailed ? "Deploy a correction, or the commit before." : next(facts)}`;
}
/** Of a function that this run was to create. */
function describeCreation(facts) {
    const index = facts.plan.findIndex(({ action }) => action === "create-function");
    const change = facts.plan[index];
    if (change === undefined || (index >= facts.completed && !wasTried(facts, change, index))) {
        return undefined;
    }
    return index < facts.completed
        ? `**The function was created.** ${next(facts)}`
        : "**AWS did not confirm the new function.** Run it again when that is solved: it creates the function, or goes on with the one that is there.";
}
function describeHalfDone(facts) {
    const did = doneActions(facts);
    const tried = triedAction(facts);
    if (tried === "update-configuration" || tried === "update-code") {
        const what = tried === "update-code" ? "code" : "configuration";
        return `**AWS did not confirm the new ${what}.** ${latest(facts)} Run it again when that is solved: it sends what is missing.`;
    }
    return did.has("update-configuration") || did.has("update-code")
        ? `**${latest(facts)}** ${next(facts)}`
        : describeUntouched(facts, did);
}
/** Of the version, and what the next run makes of it: without an alias it publishes only what it changes. */
function next(facts) {
    const { alias, plan, completed } = facts;
    if (doneActions(facts).has("publish-version") || !(0,report_story/* does */.YL)(facts, "publish-version")) {
        return AGAIN;
    }
    const [version, later] = versionOf(facts);
    const goesOn = alias !== undefined || plan[completed]?.action !== "publish-version";
    return goesOn ? `${version}. ${AGAIN}` : `${version}; ${later}.`;
}
function versionOf(facts) {
    const { code = "" } = facts.error ?? {};
    const publishes = "the next run that changes something publishes one";
    if (triedAction(facts) !== "publish-version" || REFUSED.test(code)) {
        return ["No version was published of it", publishes];
    }
    return code === "version-failed"
        ? ["The version that was published of it does not work", "the next run that changes something publishes another"]
        : ["A version may have been published of it", `if not, ${publishes}`];
}
function doneActions({ plan, completed }) {
    return new Set(plan.slice(0, completed).map(({ action }) => action));
}
function triedAction(facts) {
    const current = facts.plan[facts.completed];
    return current !== undefined && wasTried(facts, current, facts.completed) ? current.action : undefined;
}
/** Code and configuration are as they were. */
function describeUntouched({ calls }, did) {
    const side = did.has("update-tags") || did.has("update-code-signing");
    const untouched = `**${side ? "Code and configuration were" : "The function was"} not touched.**`;
    if (did.has("publish-layer")) {
        return `${untouched} The layer is published: the next run finds it and builds nothing.`;
    }
    const wrote = Object.keys(calls).some((operation) => !READS.test(operation));
    return wrote ? untouched : "**Nothing was changed in AWS.**";
}
const DELETIONS = ["delete-versions", "delete-layer-versions"];
/** Of a run that stopped after the function itself was done. */
function describeUpkeep({ plan, completed }) {
    const left = plan.slice(completed).map(({ action }) => action);
    const moves = left[0] === "update-layer-users";
    if (!moves && !DELETIONS.some((action) => action === left[0])) {
        return undefined;
    }
    return [
        `**The function itself is ${completed === 0 ? "as it should be" : "deployed"}.**`,
        moves && "Run it again when that is solved: it moves the rest.",
        left.some((action) => DELETIONS.includes(action)) && "Old versions are deleted by the next run that publishes one.",
    ]
        .filter((part) => part !== false)
        .join(" ");
}
/** What $LATEST has, of what the plan changes. */
function latest(facts) {
    const did = doneActions(facts);
    const kinds = [
        ["code", "update-code"],
        ["configuration", "update-configuration"],
    ];
    const changes = kinds.filter(([, action]) => facts.plan.some((change) => change.action === action));
    const done = changes.filter(([, action]) => did.has(action)).map(([kind]) => `the new ${kind}`);
    const open = changes.filter(([, action]) => !did.has(action)).map(([kind]) => kind);
    if (done.length === 0) {
        return `\`$LATEST\` had the old ${open.join(" and ")} until then.`;
    }
    const old = open.length === 0 ? "" : ` with the old ${open.join(" and ")}`;
    return `\`$LATEST\` has ${done.join(" and ")}${old}.`;
}

// EXTERNAL MODULE: ./lib/report/size-report-changes.js
var size_report_changes = __nccwpck_require__(3912);
// EXTERNAL MODULE: ./lib/report/size-sides.js
var size_sides = __nccwpck_require__(6016);
;// CONCATENATED MODULE: ./lib/report/size-report-headline.js






const NAMES_IN_LEAD = 2;
const LONGEST_NAME_IN_LEAD = 40;
/** The answer in one line, and what it means for the next deploy in a second one. */
function sizeHeadline(facts, sizes) {
    // What the next deploy would do is no matter while the error stands.
    return facts.error === undefined
        ? { sign: "📦", title: inOneFigure(sizes), lead: leadOf(sizes) }
        : { sign: "❌", title: titleOfFailure(facts, sizes), lead: withoutBaseline(sizes) };
}
function titleOfFailure(facts, sizes) {
    switch (facts.error?.code) {
        case "too-large": {
            const { used } = (0,size_sides/* changeSide */.s4)(sizes);
            return used === undefined ? "over the limit" : `over the limit, ${size_report_headline_least(sizes)}${(0,markdown/* unbrokenBytes */.m1)(used)} unzipped`;
        }
        case "gate":
            return `larger than allowed, ${inOneFigure(sizes)}`;
        default:
            return failedTitle(facts);
    }
}
function inOneFigure(sizes) {
    const base = (0,size_sides/* baseSide */.dX)(sizes);
    const { used } = (0,size_sides/* changeSide */.s4)(sizes);
    if (used === undefined) {
        return sizes.layer.outcome === "unknown" ? "no figure for the layer" : "size not known";
    }
    const now = `${size_report_headline_least(sizes)}${(0,markdown/* unbrokenBytes */.m1)(used)} unzipped`;
    if (base?.used === undefined) {
        return base === undefined ? `${now}, no baseline yet` : `${now}, change not known`;
    }
    const change = changeInWords(base.used, used);
    return sizes.baseline.outcome === "none" ? `${change} beside what is deployed` : change;
}
function size_report_headline_least(sizes) {
    return (0,size_sides/* isAtLeast */.du)(sizes) ? "≥ " : "";
}
/** `+1.2 MB unzipped (+3%)`; a share that rounds to nothing, or that nobody can picture, is left out. */
function changeInWords(before, after) {
    const change = after - before;
    if (change === 0) {
        return "no change in size";
    }
    const sign = change < 0 ? "−" : "+";
    const share = Math.abs(change) / before;
    const shown = before > 0 && share >= 0.005 && share < 10 ? ` (${sign}${(0,report_size/* percent */.KN)(share)})` : "";
    return `${sign}${(0,markdown/* unbrokenBytes */.m1)(Math.abs(change))} unzipped${shown}`;
}
function leadOf(sizes) {
    return [nextDeploy(sizes), withoutBaseline(sizes)].filter((part) => part !== "").join("\n\n");
}
/** Why there is nothing of the base branch to compare with. */
function withoutBaseline({ baseline, live }) {
    if (baseline.outcome === "found") {
        return "";
    }
    return `${live === undefined ? "**Nothing to compare with yet.** " : ""}${(0,report_escape/* escapeText */.X1)(baseline.why)}`;
}
function nextDeploy(sizes) {
    const { layer, next } = sizes;
    if (layer.outcome === "unknown") {
        return (0,report_escape/* escapeText */.X1)(layer.why);
    }
    const { upload } = next;
    const sends = upload === undefined ? "" : ` and sends ${(0,markdown/* unbrokenBytes */.m1)(upload)}`;
    switch (next.layer) {
        case "published":
            return [`**The next deploy publishes a new layer${sends}**${becauseOf(sizes)}.`, codeAlone(sizes)]
                .join(" ")
                .trim();
        case "reused":
            return reused(sizes);
        case "detached":
            return `**The next deploy detaches the layer${sends}:** nothing asks for packages any more.`;
        case "untouched":
            return upload === undefined
                ? "**The next deploy leaves the layers alone.**"
                : `**The next deploy sends ${(0,markdown/* unbrokenBytes */.m1)(upload)} of code** and leaves the layers alone.`;
        case "unknown":
            return upload === undefined ? "" : `**The next deploy sends ${(0,markdown/* unbrokenBytes */.m1)(upload)}.**`;
        default:
            return next.layer;
    }
}
/** `, because fastapi, starlette and 2 more packages changed` */
function becauseOf(sizes) {
    const { layer } = sizes;
    if (layer.outcome !== "known" || !(0,size_report_changes/* comparesPackages */.kf)(sizes)) {
        return "";
    }
    if (layer.before === "none") {
        return ", its first one";
    }
    const versions = (0,size_report_changes/* changesOf */.fs)(layer).filter(({ kind }) => kind !== "rebuilt");
    if (versions.length > 0) {
        const most = versions.length <= NAMES_IN_LEAD + 1 ? versions.length : NAMES_IN_LEAD;
        const names = versions.slice(0, most).map(({ name }) => (0,report_escape/* escapeCode */.tn)(name, LONGEST_NAME_IN_LEAD));
        const rest = versions.length - most;
        const last = rest > 0 ? (0,markdown/* plural */.LS)(rest, "more package") : names.pop();
        return `, because ${names.length === 0 ? last : `${names.join(", ")} and ${last}`} changed`;
    }
    return layer.changed === true
        ? ", because it is asked for in another way: the packages are the same"
        : layer.changed === false
            ? ": the one of the base branch is not published yet"
            : "";
}
/** The promise that makes a large upload bearable. */
function codeAlone({ code, next: { upload } }) {
    const { zipped } = code.after;
    const less = (0,report_size/* timesLess */.AL)(upload, zipped);
    return zipped === undefined || less === undefined ? "" : `A change of code alone sends ${(0,markdown/* unbrokenBytes */.m1)(zipped)}.`;
}
function reused({ code, layer, next: { upload } }) {
    if (upload === undefined) {
        return "**Only code travels:** the layer is reused.";
    }
    if (upload === 0) {
        return "**The next deploy has nothing to send.**";
    }
    const ours = layer.outcome === "known" && layer.after !== "none" ? layer.after.zipped : undefined;
    const whole = ours === undefined || code.after.zipped === undefined ? undefined : code.after.zipped + ours;
    const less = (0,report_size/* timesLess */.AL)(whole, upload);
    const saved = whole === undefined || less === undefined ? "" : ` instead of ${(0,markdown/* unbrokenBytes */.m1)(whole)} (${less})`;
    return `**Only code travels: the next deploy sends ${(0,markdown/* unbrokenBytes */.m1)(upload)}${saved}.** The layer is reused.`;
}

;// CONCATENATED MODULE: ./lib/report/size-report-origin.js




/** What the figures rest on, in small print. */
function originOf({ function: { runtime, architecture }, layer: ours }, sizes) {
    const { baseline, targetFrom, otherLayers, untrusted } = sizes;
    const words = [
        runtime && `${(0,report_escape/* escapeName */.L$)(runtime)}${sourceOf(targetFrom.runtime)}`,
        architecture && `${(0,report_escape/* escapeName */.L$)(architecture)}${sourceOf(targetFrom.architecture)}`,
        ours?.bytecode === false && "layer without bytecode",
        baselineInWords(baseline),
        otherLayers === undefined
            ? "other layers of the function are not counted"
            : otherLayers.count > 0 && `with ${(0,markdown/* plural */.LS)(otherLayers.count, "other layer")} of ${bytesOf(otherLayers)} unzipped`,
        untrusted && "nothing of this pull request was executed",
    ].filter((word) => word !== undefined && word !== false);
    return `<sub>${words.join(" · ")}</sub>`;
}
function bytesOf({ unzipped, atLeast }) {
    return `${atLeast ? "≥ " : ""}${(0,bytes/* formatBytes */.z3)(unzipped)}`;
}
function baselineInWords(baseline) {
    if (baseline.outcome === "none") {
        return undefined;
    }
    const { source, branch, commit } = baseline;
    const at = commit === undefined ? "" : ` at ${(0,report_escape/* escapeName */.L$)(commit.slice(0, 7))}`;
    const name = (0,size_sides/* branchName */.at)(branch);
    switch (source) {
        case "cache":
            return `baseline: ${name}${at}, from the cache`;
        case "newest":
            return `baseline: newest run of ${name}${at}, maybe not the commit that this one is based on`;
        case "git":
            return `baseline: ${name}${at}, built here`;
        default:
            return source;
    }
}
/** Only what a person may want to correct. */
function sourceOf(source) {
    switch (source) {
        case "input":
        case "live":
        case "baseline":
            return "";
        case "python-version":
            return " (of <code>.python-version</code>)";
        case "requires-python":
            return " (of <code>requires-python</code>)";
        case "guess":
            return " (a guess)";
        default:
            return source;
    }
}

;// CONCATENATED MODULE: ./lib/report/size-report-packages.js









const size_report_packages_OPEN = 10;
/** Where nothing changed that is known of: what the layer is made of, in short. */
const size_report_packages_LARGEST = 5;
/** Which packages came, went and changed, the most bytes first: a table, and of a long list its rest under a fold. */
function changedPackages(sizes) {
    const { layer } = sizes;
    const changed = layer.outcome === "known" && (0,size_report_changes/* comparesPackages */.kf)(sizes) ? (0,size_report_changes/* changesOf */.fs)(layer) : [];
    if (changed.length === 0) {
        return [];
    }
    const now = changed.map(({ after }) => after?.unzipped ?? 0);
    const moved = changed.map(({ bytes = 0 }) => Math.abs(bytes));
    return (0,long_table/* tableAndFold */.f)(columnsOf(sizes, (0,bytes/* unitOf */.uF)(Math.max(...now)), (0,bytes/* unitOf */.uF)(Math.max(...moved))), changed, size_report_packages_OPEN, "package");
}
function columnsOf(sizes, unit, unitOfChange) {
    return [
        { heading: "package", side: "left", cell: ({ name }) => (0,report_escape/* escapeName */.L$)(name) },
        {
            heading: (0,size_sides/* baseSide */.dX)(sizes)?.heading ?? "",
            side: "left",
            cell: ({ before }) => (before === undefined ? "" : (0,report_escape/* escapeName */.L$)(before.version)),
        },
        {
            heading: (0,size_sides/* changeSide */.s4)(sizes).heading,
            side: "left",
            cell: ({ after }) => (after === undefined ? "" : `**${(0,report_escape/* escapeName */.L$)(after.version)}**`),
        },
        { heading: "", side: "left", cell: signOf },
        {
            heading: "unzipped",
            side: "right",
            cell: ({ after }) => (0,report_size/* byteCell */.NZ)(after === undefined ? "none" : after.unzipped, unit),
        },
        { heading: "change", side: "right", cell: ({ bytes }) => (0,report_size/* signedCell */.pG)(bytes, unitOfChange) },
    ];
}
function signOf({ kind, bytes = 0 }) {
    return kind === "rebuilt" ? (bytes > 0 ? "grown" : "shrunk") : package_changes/* SIGNS */.B2[kind];
}
/** The packages that stayed, under a fold; open and all of them, where there is nothing to compare with. */
function otherPackages(sizes) {
    const { layer } = sizes;
    if (layer.outcome !== "known") {
        return undefined;
    }
    const compares = (0,size_report_changes/* comparesPackages */.kf)(sizes);
    const changed = compares ? (0,size_report_changes/* changesOf */.fs)(layer).map(({ name }) => name) : [];
    const packages = layer.packages
        .filter(({ name }) => !changed.includes(name))
        .map(({ after }) => after)
        .filter((one) => one !== undefined);
    const table = compares ? renderPackages({ packages }) : renderPackages({ packages }, size_report_packages_LARGEST);
    if (table === undefined || !compares) {
        return table;
    }
    const known = packages.map(({ unzipped }) => unzipped).filter((bytes) => bytes !== undefined);
    const together = known.length < packages.length ? "" : `, ${(0,bytes/* formatBytes */.z3)(known.reduce((sum, bytes) => sum + bytes, 0))} unzipped`;
    return (0,markdown/* fold */.AU)(`<b>Unchanged</b>: ${(0,markdown/* plural */.LS)(packages.length, "package")}${together}`, table);
}

;// CONCATENATED MODULE: ./lib/report/size-report-table.js






const size_report_table_BLOCKS = 20;
/** The answer to "how big": code, layer and all together, of the base, of the commit and as deployed. */
function renderSides(sizes) {
    const [base, change, deployed] = [(0,size_sides/* baseSide */.dX)(sizes), (0,size_sides/* changeSide */.s4)(sizes), (0,size_sides/* deployedSide */.my)(sizes)];
    const column = (side, cell = (row) => figureCell(row, side)) => ({
        heading: (0,markdown/* unbroken */.D_)(side.heading),
        side: "right",
        cell,
    });
    const columns = [
        { heading: "", side: "left", cell: ({ name }) => name },
        base && column(base),
        column(change, (row) => commitCell(row, change)),
        base && {
            heading: "change",
            side: "right",
            cell: ({ figure }) => (0,report_size/* changeCell */.fd)({ before: figure(base), now: figure(change) }),
        },
        deployed && column(deployed),
    ];
    const rows = rowsOf(sizes, [base, change, deployed].filter((side) => side !== undefined)).map((row) => ({
        ...row,
        unit: (0,report_size/* sharedUnit */.Uy)([base && row.figure(base), row.figure(change)]),
    }));
    return (0,long_table/* longTable */.V)(columns.filter((one) => one !== undefined), rows, rows.length, "row");
}
function rowsOf(sizes, sides) {
    const plain = { atLeast: false, without: report_size/* UNKNOWN */.HV };
    const layer = {
        name: size_report_table_layerName(sizes),
        figure: zippedOfLayer,
        atLeast: false,
        // A dash would look like a figure that is still to come.
        without: sizes.layer.outcome === "unknown" ? "no figure" : report_size/* UNKNOWN */.HV,
    };
    return [
        { name: "Code, zipped", figure: ({ code }) => code?.zipped, ...plain },
        ...(sides.some(({ layer }) => layer !== "none") ? [layer] : []),
        { name: totalName(sizes), figure: ({ used }) => used, ...plain, atLeast: (0,size_sides/* isAtLeast */.du)(sizes) },
    ];
}
function figureCell({ figure, unit, atLeast }, side) {
    const cell = (0,report_size/* byteCell */.NZ)(figure(side), unit);
    return atLeast && typeof figure(side) === "number" ? `≥ ${cell}` : cell;
}
function commitCell(row, side) {
    const figure = row.figure(side);
    return figure === undefined ? row.without : figure === "none" ? "" : `**${figureCell(row, side)}**`;
}
function zippedOfLayer({ layer }) {
    return layer === "none" ? "none" : layer?.zipped;
}
/** How much of Lambda's limits that is; undefined while it is not known. */
function renderLimits({ limits }, sizes) {
    const change = (0,size_sides/* changeSide */.s4)(sizes);
    if (limits?.used === undefined || change.used === undefined) {
        return undefined;
    }
    const uploads = [
        size_report_table_uploadShare("code", change.code?.zipped, limits),
        size_report_table_uploadShare("layer", zippedOfLayer(change), limits),
    ];
    return [
        `${(0,report_size/* bar */.M0)(limits.used / limits.unzipped, size_report_table_BLOCKS)} ${(0,report_size/* headroom */._K)(limits)}`,
        ...uploads.filter((words) => words !== undefined),
    ].join(" · ");
}
/** A zip over the limit of a direct upload goes through S3; one that is far from it is not worth a word. */
function size_report_table_uploadShare(what, zipped, { zipped: limit }) {
    if (typeof zipped !== "number" || zipped < limit / 10) {
        return undefined;
    }
    const share = zipped / limit;
    return share > 1
        ? `${what} over ${(0,report_size/* formatLimit */.tW)(limit)} zipped: through S3`
        : `${what} ${(0,report_size/* percent */.KN)(share)} of ${(0,report_size/* formatLimit */.tW)(limit)} per upload`;
}
function size_report_table_layerName({ layer }) {
    if (layer.outcome === "none") {
        return "Layer, left alone, zipped";
    }
    const count = layer.outcome === "known" ? layer.packages.filter(({ after }) => after !== undefined).length : 0;
    return count === 0 ? "Layer, zipped" : `Layer of ${(0,markdown/* plural */.LS)(count, "package")}, zipped`;
}
function totalName({ layer, otherLayers }) {
    if (otherLayers !== undefined) {
        return "**Unzipped, all together**";
    }
    return layer.outcome === "none" ? "**Unzipped**" : "**Unzipped, code and layer**";
}
/** Every size that is known, for whoever wants to recompute them, and what the run cost. */
function renderAllSides(facts, sizes) {
    const sides = [(0,size_sides/* baseSide */.dX)(sizes), (0,size_sides/* changeSide */.s4)(sizes), (0,size_sides/* deployedSide */.my)(sizes)].filter((side) => side !== undefined);
    const named = (name, { heading }) => `${name}, ${heading}`;
    const all = sizesTable([
        ...sides.map((side) => [named("Code", side), side.code]),
        ...sides.map((side) => [named("Layer", side), side.layer === "none" ? undefined : side.layer]),
    ]);
    return (all && (0,markdown/* fold */.AU)("<b>All sizes</b>", [all, effortInBrief(facts).join(" · ")].filter((part) => part !== "").join("\n\n")));
}

;// CONCATENATED MODULE: ./lib/report/size-report.js






/** What a change does to the function's size, part by part: the answer first, then the figures, then what they rest on. */
function sizeReportParts(facts, sizes, longestError) {
    const { sign, title, lead } = sizeHeadline(facts, sizes);
    return [
        `### ${sign} ${(0,report_escape/* escapeName */.L$)(facts.function.name)}: ${title}`,
        facts.error && errorBox(facts.error, longestError),
        lead,
        renderSides(sizes),
        renderLimits(facts, sizes),
        noticeBoxes(facts.notices.filter(({ level }) => level === "warning")),
        ...changedPackages(sizes),
        noticeBoxes(facts.notices.filter(({ level }) => level === "note")),
        otherPackages(sizes),
        renderAllSides(facts, sizes),
        originOf(facts, sizes),
    ];
}

;// CONCATENATED MODULE: ./lib/report/summary.js


















/** What was done is what they are about. */
const OPEN_STORIES = ["planned", "migrated", "detached", "configuration", "rolled-back"];
/** Characters of an error's sentence in a comment, and of its next step: escaped they are many more. */
const LONGEST_ERROR = 1_000;
/** The job summary as GitHub Markdown: what happened, what it saved and how big it is on one screen, the rest folded. Under 1 MiB whatever the facts. */
function renderSummary(facts) {
    return fitting(partsOf(facts), SUMMARY);
}
/** The same for a comment on a pull request, at most 64,000 characters; a marker is not counted. */
function renderComment(facts) {
    return fitting(partsOf(facts, LONGEST_ERROR), COMMENT);
}
function partsOf(facts, longestError) {
    if (facts.sizes !== undefined) {
        return sizeReportParts(facts, facts.sizes, longestError);
    }
    const story = (0,report_story/* storyOf */.dH)(facts);
    const headline = headlineOf(facts);
    return [
        `### ${headline.sign} ${(0,report_escape/* escapeName */.L$)(facts.function.name)}: ${headline.title}`,
        headline.hero && `# ${headline.hero}`,
        headline.lead,
        ...(facts.error !== undefined ? failedParts(facts, longestError) : openParts(facts, story)),
        facts.code && renderFiles(facts.code),
        renderLayerInfo(facts),
        facts.error === undefined ? renderLayerUsers(facts) : undefined,
        story === "unchanged" ? undefined : renderEffort(facts),
        smallPrint(facts, story),
    ];
}
function failedParts(facts, longestError) {
    const { error } = facts;
    const sizes = renderComparison(facts);
    return [
        error && errorBox(error, longestError),
        renderChecks(facts.smokeTests),
        renderProgress(facts),
        renderLayerUsers(facts),
        noticeBoxes(facts.notices),
        facts.limits && sizes && (0,markdown/* fold */.AU)("<b>Before and after</b>", sizes),
    ];
}
function openParts(facts, story) {
    const steps = facts.plan.length > 0 ? renderSteps(facts) : undefined;
    const open = OPEN_STORIES.includes(story);
    return [
        story === "planned" ? steps : undefined,
        story === "unchanged" ? renderSizes(facts) : renderComparison(facts),
        nowLive(facts),
        renderChecks(facts.smokeTests),
        noticeBoxes(facts.notices),
        (0,package_changes/* renderPackageChanges */.W_)(facts),
        (0,other_layers/* otherLayersChange */.fQ)(facts) && (0,other_layers/* renderOtherLayers */.H_)(facts),
        open && story !== "planned" && steps ? `**What was done, and why**\n\n${steps}` : undefined,
        !open && steps ? (0,markdown/* fold */.AU)("<b>What was done, and why</b>", steps) : undefined,
    ];
}
/** Which function this is about; and what a run cost that has no fold for it. */
function smallPrint(facts, story) {
    const { runtime, architecture, region } = facts.function;
    const words = [runtime, architecture, region].filter((word) => word !== undefined).map(report_escape/* escapeName */.L$);
    const all = story === "unchanged" ? [...words, ...effortInBrief(facts)] : words;
    return all.length === 0 ? undefined : `<sub>${all.join(" · ")}</sub>`;
}


/***/ }),

/***/ 7233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ distance)
/* harmony export */ });
/** How many letters differ (Levenshtein). */
function distance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...one].entries()) {
        const next = [i + 1];
        for (const [j, against] of [...other].entries()) {
            const [above = 0, left = 0, diagonal = 0] = [row[j + 1], next[j], row[j]];
            next.push(Math.min(above + 1, left + 1, diagonal + (letter === against ? 0 : 1)));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 7269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   t2: () => (/* binding */ HEX_64),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2807);

// What was kept in a cache may come from anyone: what is not exactly of our form is a TypeError, for whoever reads it to catch.
/** A sha256 or a fingerprint. */
const HEX_64 = /^[0-9a-f]{64}$/;
/** An object, whatever its fields are. */
function fields(value) {
    if (!(0,_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new TypeError("no object");
    return value;
}
/** A list of anything. */
function list(value) {
    if (!Array.isArray(value))
        throw new TypeError("no list");
    return value;
}
/** A text of a form. */
function matching(value, form) {
    if (typeof value !== "string" || !form.test(value))
        throw new TypeError("not of the form");
    return value;
}
/** A whole number that counts something: bytes, files. */
function count(value) {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
        throw new TypeError("no count");
    return value;
}
/** True or false. */
function flag(value) {
    if (typeof value !== "boolean")
        throw new TypeError("no flag");
    return value;
}
/** One of a few words. */
function oneOf(all, value) {
    const found = all.find((one) => one === value);
    if (found === undefined)
        throw new TypeError("unknown word");
    return found;
}


/***/ }),

/***/ 3482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ layerVersionsReason),
/* harmony export */   HJ: () => (/* binding */ userFacts),
/* harmony export */   H_: () => (/* binding */ wishOf),
/* harmony export */   J6: () => (/* binding */ readStock),
/* harmony export */   oZ: () => (/* binding */ versionsReason),
/* harmony export */   rC: () => (/* binding */ NO_STOCK),
/* harmony export */   rQ: () => (/* binding */ asksForNothing),
/* harmony export */   uP: () => (/* binding */ planUpkeep)
/* harmony export */ });
/* harmony import */ var _function_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3917);
/* harmony import */ var _function_prune_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7536);
/* harmony import */ var _layer_prune_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7037);
/* harmony import */ var _layer_users_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3238);




function wishOf(inputs, plan, layer, { exists }) {
    return {
        moveUsers: inputs.updateLayerUsers && (layer.wanted.kind === "existing" || layer.wanted.kind === "new"),
        keepLayerVersions: (0,_function_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .does */ .YL)(plan, "publish-layer") ? inputs.keepLayerVersions : undefined,
        keepVersions: exists && (0,_function_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .does */ .YL)(plan, "publish-version") ? inputs.keepVersions : undefined,
    };
}
function asksForNothing({ moveUsers, keepLayerVersions, keepVersions }) {
    return !moveUsers && keepLayerVersions === undefined && keepVersions === undefined;
}
const NO_STOCK = { functions: [], layerVersions: [], versions: [], aliases: [] };
/** Reads what the wish needs, to the end of each list. */
async function readStock({ moveUsers, keepLayerVersions, keepVersions }, { inventory, lambda, layerName, }) {
    const prunesLayer = keepLayerVersions !== undefined;
    const prunesVersions = keepVersions !== undefined;
    return {
        functions: prunesLayer || moveUsers ? await inventory.functions(prunesLayer ? "all" : "latest") : [],
        layerVersions: prunesLayer ? await allOf(lambda.layerVersions(layerName)) : [],
        versions: prunesVersions ? await inventory.versions() : [],
        aliases: prunesVersions ? await inventory.aliases() : [],
    };
}
async function allOf(pages) {
    const all = [];
    for await (const page of pages) {
        all.push(...page);
    }
    return all;
}
/** The upkeep as it will be once the plan is carried out. Pure; what is deleted is decided anew when it comes to that. */
function planUpkeep(request) {
    const { inputs, wish, stock, plan, layer, latest } = request;
    const asked = wish.moveUsers || wish.keepLayerVersions !== undefined;
    const shared = asked ? sharedLayer(request) : undefined;
    const users = shared && (0,_layer_users_js__WEBPACK_IMPORTED_MODULE_1__/* .layerUsers */ .W)(stock.functions, shared);
    const movable = wish.moveUsers ? (users ?? []).filter(({ behind, unfit }) => behind && unfit === undefined) : [];
    const gone = wish.keepVersions === undefined ? [] : versionsToGo(stock, plan, wish.keepVersions - 1);
    const layers = wish.keepLayerVersions === undefined
        ? undefined
        : (0,_layer_prune_js__WEBPACK_IMPORTED_MODULE_2__/* .pruneLayerVersions */ .p)({
            versions: stock.layerVersions,
            functions: afterwards(stock.functions, latest.name, gone, movable),
            keep: wish.keepLayerVersions - 1,
            newest: layer.newest,
        });
    const old = (layers?.delete ?? []).map(({ version }) => String(version));
    return {
        wish,
        shared,
        users,
        changes: [
            movable.length > 0 && shared && usersChange(movable, shared),
            gone.length > 0 && { action: "delete-versions", reason: versionsReason(gone, wish.keepVersions) },
            old.length > 0 && { action: "delete-layer-versions", reason: layerVersionsReason(old, wish.keepLayerVersions) },
        ].filter((change) => typeof change === "object"),
        notices: [...byOthersNotice(layers?.byOthers ?? []), ...snapStartNotice(inputs, latest, plan, stock, gone.length)],
    };
}
function sharedLayer({ inputs, layer, latest }) {
    return {
        layerName: inputs.layerName,
        functionName: latest.name,
        version: layer.wanted.kind === "existing" ? layer.facts?.version : undefined,
        runtimes: [inputs.runtime ?? latest.runtime ?? ""],
        architectures: [inputs.architecture ?? latest.architecture],
        moves: layer.attachedArn !== undefined && layer.attachedArn !== layer.facts?.versionArn,
    };
}
/** A user of the layer as the report shows it before anything is done. */
function userFacts({ name, version, behind, unfit }) {
    return { name, version, behind, ...(behind && unfit !== undefined && { reason: unfit }) };
}
/** The alias that this run moves leaves its old version. */
function versionsToGo({ versions, aliases }, { changes }, keep) {
    const move = changes.find((change) => change.action === "move-alias");
    const others = aliases.filter(({ name }) => name !== move?.alias);
    return (0,_function_prune_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .pruneVersions */ .s)(versions.map(({ version }) => version), others, keep);
}
/** Without what stops to hold old layer versions: $LATEST of functions that move on, and versions that are deleted. */
function afterwards(functions, name, gone, movable) {
    const moving = new Set([name, ...movable.map((user) => user.name)]);
    return functions.filter((it) => it.version === "$LATEST" ? !moving.has(it.name) : !(it.name === name && gone.includes(it.version)));
}
function usersChange(users, { version }) {
    const names = listed(users.map(({ name }) => `\`${name}\``));
    const what = version === undefined ? "The new version of the layer" : `Version ${version} of the layer`;
    return { action: "update-layer-users", users, reason: `${what} goes to ${names}.` };
}
function versionsReason(versions, keep) {
    return `\`keep-versions: ${keep}\`: ${areOlder(versions)}, and no alias uses ${itOrThem(versions)}.`;
}
function layerVersionsReason(versions, keep) {
    return `\`keep-layer-versions: ${keep}\`: ${areOlder(versions)}, and no function or published version has ${itOrThem(versions)}.`;
}
function areOlder(versions) {
    return versions.length === 1 ? `version ${versions[0]} is older` : `versions ${listed(versions)} are older`;
}
function itOrThem(versions) {
    return versions.length === 1 ? "it" : "them";
}
const MOST_NAMES = 20;
function listed(names) {
    const more = names.length - MOST_NAMES;
    return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
function byOthersNotice(versions) {
    if (versions.length === 0) {
        return [];
    }
    const numbers = listed(versions.map(({ version }) => String(version)));
    const text = `\`keep-layer-versions\` leaves what this action did not publish, though nothing uses it: layer ${versions.length === 1 ? "version" : "versions"} ${numbers}.`;
    return [{ level: "note", text }];
}
/** https://aws.amazon.com/lambda/pricing/#SnapStart_Pricing: with Python, keeping a version's snapshot costs money. */
function snapStartNotice({ settings, keepVersions }, latest, plan, stock, gone) {
    const snapStart = (settings.snapStart ?? latest.settings.snapStart) === "PublishedVersions";
    if (!snapStart || !(0,_function_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .does */ .YL)(plan, "publish-version")) {
        return [];
    }
    const bill = "With SnapStart, AWS bills the snapshot of every published version as long as the version exists";
    const text = keepVersions === undefined
        ? `${bill}. \`keep-versions\` deletes old ones.`
        : `${bill}: ${stock.versions.length + 1 - gone} after this deploy.`;
    return [{ level: "note", text }];
}


/***/ }),

/***/ 2933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ eventOf),
/* harmony export */   u: () => (/* binding */ EVENT_SHAPES)
/* harmony export */ });
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2807);

const EVENT_SHAPES = ["http-api", "rest-api", "alb", "function-url"];
const USER_AGENT = "lambda-layers-deploy";
const CLIENT = "127.0.0.1";
const ACCOUNT = "123456789012";
const API = "smoketest0";
const STAGE = "prod";
/** The event that stands for a request, as JSON. */
function eventOf(test, event, arrival) {
    return typeof event === "string" ? JSON.stringify(shaped(test, event, arrival)) : event.text;
}
function shaped(test, shape, arrival) {
    switch (shape) {
        case "http-api":
            return payload2(request(test, `${API}.execute-api.${arrival.region}.amazonaws.com`), arrival, ACCOUNT);
        case "function-url":
            return payload2(request(test, `${API}.lambda-url.${arrival.region}.on.aws`), arrival, "anonymous");
        case "rest-api":
            return payload1(request(test, `${API}.execute-api.${arrival.region}.amazonaws.com`), arrival);
        case "alb":
            return albPayload(request(test, `${API}.${arrival.region}.elb.amazonaws.com`), arrival);
        default:
            return shape;
    }
}
/** The line as a request that came through a front of AWS, which adds headers of its own; a header of the line wins. */
function request({ method, path, headers: given, body }, domain) {
    const mark = path.indexOf("?");
    const encodedPath = mark < 0 ? path : path.slice(0, mark);
    const host = given.find(([name]) => name.toLowerCase() === "host")?.[1] ?? domain;
    const usual = [
        ["Accept", "*/*"],
        ["Host", host],
        ["User-Agent", USER_AGENT],
        ["X-Forwarded-For", CLIENT],
        ["X-Forwarded-Port", "443"],
        ["X-Forwarded-Proto", "https"],
        ...(body === undefined ? [] : contentHeaders(body)),
    ];
    const names = new Set(given.map(([name]) => name.toLowerCase()));
    return {
        method,
        path: decodeURIComponent(encodedPath),
        encodedPath,
        query: mark < 0 ? "" : path.slice(mark + 1),
        host,
        headers: [...usual.filter(([name]) => !names.has(name.toLowerCase())), ...given],
        body,
    };
}
/** Who writes JSON means JSON, and frameworks ask for the type. */
function contentHeaders(body) {
    const length = ["Content-Length", String(Buffer.byteLength(body))];
    return (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body) === undefined ? [length] : [length, ["Content-Type", "application/json"]];
}
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, format 2.0; also of function URLs. */
function payload2(request, { time, requestId }, accountId) {
    const { method, path, query, host, body } = request;
    const headers = grouped(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
    const { cookie, ...others } = Object.fromEntries(headers);
    const parameters = grouped(decodedQuery(query));
    return {
        version: "2.0",
        routeKey: "$default",
        rawPath: path,
        rawQueryString: query,
        ...(cookie && { cookies: cookie.flatMap((value) => value.split(/;\s*/)) }),
        headers: mapped(Object.entries(others), (values) => values.join(",")),
        ...(parameters.length > 0 && { queryStringParameters: mapped(parameters, (values) => values.join(",")) }),
        requestContext: {
            accountId,
            apiId: API,
            domainName: host,
            domainPrefix: host.split(".")[0],
            http: { method, path, protocol: "HTTP/1.1", sourceIp: CLIENT, userAgent: USER_AGENT },
            requestId,
            routeKey: "$default",
            stage: "$default",
            time: logTime(time),
            timeEpoch: time.getTime(),
        },
        ...(body !== undefined && { body }),
        isBase64Encoded: false,
    };
}
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format */
function payload1(request, { time, requestId }) {
    const { method, path, query, host, body } = request;
    const resource = path === "/" ? "/" : "/{proxy+}";
    const headers = grouped(request.headers);
    const parameters = grouped(decodedQuery(query));
    return {
        resource,
        path,
        httpMethod: method,
        headers: mapped(headers, last),
        multiValueHeaders: Object.fromEntries(headers),
        queryStringParameters: parameters.length > 0 ? mapped(parameters, last) : null,
        multiValueQueryStringParameters: parameters.length > 0 ? Object.fromEntries(parameters) : null,
        pathParameters: path === "/" ? null : { proxy: path.slice(1) },
        stageVariables: null,
        requestContext: {
            accountId: ACCOUNT,
            apiId: API,
            domainName: host,
            domainPrefix: host.split(".")[0],
            extendedRequestId: requestId,
            httpMethod: method,
            identity: { sourceIp: CLIENT, userAgent: USER_AGENT },
            path: `/${STAGE}${path}`,
            protocol: "HTTP/1.1",
            requestId,
            requestTime: logTime(time),
            requestTimeEpoch: time.getTime(),
            resourceId: API,
            resourcePath: resource,
            stage: STAGE,
        },
        body: body ?? null,
        isBase64Encoded: false,
    };
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html: nothing of the URL is decoded. */
function albPayload(request, { region }) {
    const { method, encodedPath, query, body } = request;
    const headers = request.headers.map(([name, value]) => [name.toLowerCase(), value]);
    return {
        requestContext: {
            elb: {
                targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:targetgroup/smoke-test/0123456789abcdef`,
            },
        },
        httpMethod: method,
        path: encodedPath,
        queryStringParameters: mapped(grouped(encodedQuery(query)), last),
        headers: mapped(grouped(headers), last),
        body: body ?? "",
        isBase64Encoded: false,
    };
}
function decodedQuery(query) {
    return [...new URLSearchParams(query)];
}
function encodedQuery(query) {
    const parts = query.split("&").filter((part) => part !== "");
    return parts.map((part) => {
        const sign = part.indexOf("=");
        return sign < 0 ? [part, ""] : [part.slice(0, sign), part.slice(sign + 1)];
    });
}
/** The values of each name, in the order in which the names came. */
function grouped(pairs) {
    const names = [...new Set(pairs.map(([name]) => name))];
    return names.map((name) => [name, pairs.filter(([one]) => one === name).map(([, value]) => value)]);
}
function mapped(groups, one) {
    return Object.fromEntries(groups.map(([name, values]) => [name, one(values)]));
}
function last(values) {
    return values.at(-1) ?? "";
}
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `12/Mar/2026:19:03:58 +0000` */
function logTime(time) {
    const [date = "", clock = ""] = time.toISOString().split("T");
    const [year, month, day] = date.split("-");
    return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   G: () => (/* binding */ parseSmokeTests)
/* harmony export */ });
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2807);

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const CHECKS = '`<500ms`, `contains "text"`, `header name: "value"`, `body=…` (last)';
/**
 * `METHOD /path [status] [<500ms] [contains "…"] [header name: "…"] [body=…]`, one a line; blank lines and `#` comments
 * count for nothing, texts in quotes are JSON strings, and a body is the rest of its line. Finds every wrong line.
 */
function parseSmokeTests(input) {
    // A list input is lines or a JSON array of strings.
    const lines = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStrings */ .cQ)(input) ?? input.split(/\r?\n/);
    const parsed = lines.flatMap((line, index) => {
        const text = line.trim();
        return text === "" || text.startsWith("#") ? [] : [parseLine(text, index + 1)];
    });
    return {
        tests: parsed.flatMap((one) => ("test" in one ? [one.test] : [])),
        problems: parsed.flatMap((one) => ("problem" in one ? [one.problem] : [])),
    };
}
const SECRET_HEADER = /auth|cookie|credential|key|pass|secret|session|signature|token/i;
/** Values of headers that nobody may read in a log: the whole, and what follows a word like `Bearer`. */
function secretsOf(tests) {
    const values = tests.flatMap(({ headers }) => headers.filter(([name]) => SECRET_HEADER.test(name)).map(([, value]) => value));
    const parts = values.flatMap((value) => [value, value.replace(/^\w+ /, "")]);
    return [...new Set(parts)].filter((part) => part.trim() !== "");
}
class WrongLine extends Error {
}
function parseLine(text, line) {
    try {
        return { test: { line, ...parseTest(text) } };
    }
    catch (error) {
        if (error instanceof WrongLine) {
            return { problem: { line, text: error.message } };
        }
        throw error;
    }
}
function parseTest(text) {
    const [, method = "", path = "", third = ""] = /^(\S+)(?:\s+(\S+))?(?:\s+(\d\S*))?/.exec(text) ?? [];
    if (!METHODS.includes(method)) {
        // Only a word: this may be the second line of a body.
        const word = /^[A-Za-z]{1,20}$/.test(method) ? JSON.stringify(method) : "the first word";
        throw new WrongLine(`${word} is no method; allowed: ${METHODS.join(", ")}`);
    }
    checkPath(path);
    const statuses = third === "" ? undefined : parseStatuses(third);
    const given = third === "" ? [method, path] : [method, path, third];
    return { method, path, statuses, ...parseChecks(text, afterWords(text, given)) };
}
/** Where the text goes on behind these words. */
function afterWords(text, words) {
    return words.reduce((position, word) => text.indexOf(word, position) + word.length, 0);
}
function checkPath(path) {
    if (!path.startsWith("/")) {
        throw new WrongLine("after the method comes a path that starts with `/`");
    }
    if (/[\p{C}#"<>\\`]/u.test(path)) {
        throw new WrongLine("the path holds a character that no URL holds: write it as `%` and two digits");
    }
    try {
        decodeURIComponent(path);
    }
    catch {
        throw new WrongLine("the path holds a `%` that is not followed by the two digits of a character in UTF-8");
    }
}
function parseStatuses(word) {
    const statuses = word.toLowerCase().split(",");
    if (!statuses.every((status) => /^[1-5](\d\d|xx)$/.test(status))) {
        throw new WrongLine(`${quoted(word)} is no status; allowed: \`200\`, \`2xx\`, or several as \`2xx,304\``);
    }
    return statuses;
}
function parseChecks(text, start) {
    let checks = { limitMs: undefined, contains: [], headers: [], body: undefined };
    let position = start;
    while (position < text.length) {
        const space = matchAt(/\s+/y, text, position);
        if (space === undefined) {
            throw new WrongLine("after a text in quotes comes a space");
        }
        position += space.length;
        if (text[position] === "#") {
            break;
        }
        const next = parseCheck(text, position, checks);
        checks = next.checks;
        position = next.end;
    }
    return checks;
}
function parseCheck(text, position, checks) {
    const body = matchAt(/body=/y, text, position);
    if (body !== undefined) {
        return { checks: { ...checks, body: text.slice(position + body.length) }, end: text.length };
    }
    const limit = matchAt(/<\S*/y, text, position);
    if (limit !== undefined) {
        if (checks.limitMs !== undefined) {
            throw new WrongLine("the line has two time limits");
        }
        return { checks: { ...checks, limitMs: parseLimit(limit) }, end: position + limit.length };
    }
    const contains = matchAt(/contains(?=[\s"]|$)\s*/y, text, position);
    if (contains !== undefined) {
        const { value, end } = jsonString(text, position + contains.length, "contains");
        return { checks: { ...checks, contains: [...checks.contains, value] }, end };
    }
    const header = matchAt(/header(?=\s|$)\s*/y, text, position);
    if (header !== undefined) {
        return parseHeader(text, position + header.length, checks);
    }
    // Behind a header this may be the rest of a value with a quote too many.
    const name = matchAt(/[A-Za-z-]+/y, text, position);
    const word = name === undefined || checks.headers.length > 0 ? "a part of the line" : quoted(name);
    throw new WrongLine(`${word} is no check; allowed: ${CHECKS}`);
}
function parseLimit(word) {
    const [, number, unit] = /^<(\d+(?:\.\d+)?)(ms|s)$/.exec(word) ?? [];
    const ms = Number(number) * (unit === "s" ? 1_000 : 1);
    if (!(ms > 0)) {
        throw new WrongLine(`${quoted(word)} is no time limit; allowed: \`<500ms\`, \`<2s\``);
    }
    return ms;
}
function parseHeader(text, position, checks) {
    // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
    const name = matchAt(/[\w!#$%&'*+.^`|~-]+(?=:)/y, text, position);
    if (name === undefined) {
        throw new WrongLine('after `header` comes `name: "value"`');
    }
    const colon = matchAt(/:\s*/y, text, position + name.length) ?? "";
    const { value, end } = jsonString(text, position + name.length + colon.length, `header ${name}:`);
    if (/[\p{Cc}\ud800-\udfff]/u.test(value)) {
        throw new WrongLine(`the value of the header ${quoted(name)} holds a character that no header can hold`);
    }
    return { checks: { ...checks, headers: [...checks.headers, [name, value]] }, end };
}
/** The JSON string that begins here. */
function jsonString(text, position, after) {
    if (text[position] !== '"') {
        throw new WrongLine(`after \`${after}\` comes a text in double quotes`);
    }
    const literal = matchAt(/"(?:[^"\\]|\\.)*"/y, text, position);
    if (literal === undefined) {
        throw new WrongLine(`the text after \`${after}\` has no closing quote`);
    }
    try {
        return { value: JSON.parse(literal), end: position + literal.length };
    }
    catch {
        throw new WrongLine(`the text after \`${after}\` has an escape or a character that JSON does not know`);
    }
}
function matchAt(pattern, text, position) {
    const sticky = new RegExp(pattern);
    sticky.lastIndex = position;
    return sticky.exec(text)?.[0];
}
function quoted(word) {
    return JSON.stringify(word.length > 40 ? `${word.slice(0, 40)}…` : word);
}


/***/ }),

/***/ 2620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ inPathOrder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

// The name length field has 16 bits.
const LONGEST_PATH = 65_535;
/** Returns the inputs sorted by the bytes of their paths. Throws when a path could leave the directory it is unpacked in, or occurs twice. */
function inPathOrder(inputs) {
    const keyed = inputs.map((input) => ({ input, bytes: Buffer.from(input.path) }));
    keyed.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
    const paths = new Set();
    for (const { input, bytes } of keyed) {
        const problem = paths.has(input.path) ? "occurs twice" : problemOf(input.path, bytes.length);
        if (problem) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`Path ${JSON.stringify(input.path)} ${problem}, so it cannot be put into a zip.`, {
                hint: "Rename the file or leave it out.",
                code: "zip-path",
            });
        }
        paths.add(input.path);
    }
    return keyed.map(({ input }) => input);
}
function problemOf(path, bytes) {
    if (bytes > LONGEST_PATH)
        return "is too long";
    if (/\p{Surrogate}/u.test(path))
        return "is not valid Unicode";
    if (path.includes("\\"))
        return "contains a backslash";
    if (path.includes("\0"))
        return "contains a NUL byte";
    if (path.startsWith("/") || /^[A-Za-z]:\//.test(path))
        return "is absolute";
    if (path.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
        return "has an empty, `.` or `..` part";
    }
    return undefined;
}


/***/ }),

/***/ 580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ hexToBase64),
/* harmony export */   Q: () => (/* binding */ base64ToHex)
/* harmony export */ });
/** AWS writes sums in base64, we in hex. */
function hexToBase64(sha256) {
    return Buffer.from(sha256, "hex").toString("base64");
}
function base64ToHex(sha256) {
    return Buffer.from(sha256, "base64").toString("hex");
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ writeZip)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./lib/zip/compress.js





// Level 9 takes more than twice as long on packages from PyPI and saves 0.4 %. Blocks of 8,000 symbols instead of 16,000
// save 0.2 %, most of it in compiled libraries, at no cost.
const LEVEL = 6;
const MEMORY = 7;
const LARGEST_WINDOW = 15;
// These formats are compressed inside: deflate would take time for less than 1 %.
const COMPRESSED_KINDS = new Set("7z avif br bz2 gif gz jpeg jpg mp3 mp4 npz parquet png webm webp whl woff woff2 xz zip zst".split(" "));
// Below this size the way to another thread and back costs more than the compression.
const COMPRESSED_HERE = 16 * 1024;
// Few returns from the thread per file, and never a second copy of a large file's size reserved at once.
const LARGEST_CHUNK = 1024 * 1024;
// What is read ahead of the entry that is written next; keeps all threads busy behind one large file.
const WINDOW_BYTES = 64 * 1024 * 1024;
const WINDOW_FILES = 256;
// The largest are begun first: one that is begun last is waited for alone, while the other threads have nothing to do.
const LARGE_FILE = 1024 * 1024;
const LARGE_BYTES = WINDOW_BYTES / 2;
const deflateOnPool = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
/** Compresses on libuv's threads and yields in the order given; holds 64 MB of input (or one larger file) at most. */
async function* compressInOrder(inputs) {
    const ahead = new Ahead();
    for (const input of largest(inputs))
        ahead.begin(input);
    let next = 0;
    try {
        for (const [turn, input] of inputs.entries()) {
            while (next < turn + WINDOW_FILES) {
                const other = inputs[next];
                if (!other || (next > turn && !ahead.hasRoomFor(other)))
                    break;
                ahead.begin(other);
                next += 1;
                // Small files are compressed right here: what else is under way gets a turn between them.
                if (next % WINDOW_FILES === 0)
                    await (0,promises_.setImmediate)();
            }
            yield await ahead.take(input);
        }
    }
    finally {
        await ahead.settled();
    }
}
/** As many of the large ones as may be held until their turns. */
function largest(inputs) {
    const bySize = inputs.filter(({ size }) => size >= LARGE_FILE).toSorted((one, other) => other.size - one.size);
    let bytes = 0;
    return bySize.filter(({ size }) => {
        if (bytes + size > LARGE_BYTES)
            return false;
        bytes += size;
        return true;
    });
}
/** What was begun, and whose turn has not come. */
class Ahead {
    #begun = new Map();
    #bytes = 0;
    hasRoomFor(input) {
        return this.#begun.has(input) || this.#bytes + input.size <= WINDOW_BYTES;
    }
    begin(input) {
        if (this.#begun.has(input))
            return;
        const result = compress(input);
        // Its failure is thrown when its turn comes; until then Node must not take it for an unhandled one.
        result.catch(() => undefined);
        this.#begun.set(input, result);
        this.#bytes += input.size;
    }
    async take(input) {
        this.begin(input);
        const result = await this.#begun.get(input);
        if (result === undefined)
            throw new Error("what was begun is not there");
        this.#begun.delete(input);
        this.#bytes -= input.size;
        return result;
    }
    /** Resolves when nothing is under way. */
    async settled() {
        await Promise.allSettled(this.#begun.values());
    }
}
async function compress(input) {
    const content = read(input);
    const deflated = await deflate(input.path, content);
    const method = deflated ? "deflated" : "stored";
    const bytes = deflated ?? content;
    const entry = {
        path: input.path,
        size: content.length,
        compressedSize: bytes.length,
        crc32: (0,external_node_zlib_.crc32)(content),
        executable: input.executable,
    };
    return { entry, method, bytes };
}
/** The deflated bytes, or nothing when storing is the better choice. */
async function deflate(path, content) {
    const kind = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    if (content.length === 0 || COMPRESSED_KINDS.has(kind))
        return undefined;
    const options = settingsFor(content.length);
    const deflated = content.length < COMPRESSED_HERE ? (0,external_node_zlib_.deflateRawSync)(content, options) : await deflateOnPool(content, options);
    return deflated.length < content.length ? deflated : undefined;
}
/** No more memory than a file of this size can use: of small ones, clearing it takes as long as compressing. The bytes are the same. */
function settingsFor(size) {
    // zlib looks back as far as the window is, less the 262 bytes that it keeps free.
    const windowBits = Math.min(LARGEST_WINDOW, Math.max(9, Math.ceil(Math.log2(size + 262))));
    return {
        level: LEVEL,
        windowBits,
        memLevel: Math.min(MEMORY, windowBits - 6),
        chunkSize: Math.min(Math.max(size, 64), LARGEST_CHUNK),
    };
}
// Read at once and not on libuv's threads: those are busy with compressing, and each call would queue behind that.
function read(input) {
    if ("bytes" in input.content)
        return input.content.bytes;
    const content = readFrom(input.content, input);
    if (content.length !== input.size) {
        throw new errors/* ActionError */.l(`File ${JSON.stringify(input.path)} changed while it was read.`, {
            hint: "Let no other process write to it during this step, and run again.",
            code: "file-changed",
        });
    }
    return content;
}
function readFrom({ file, start }, { path, size }) {
    try {
        return start === undefined ? (0,external_node_fs_.readFileSync)(file) : readPart(file, start, size);
    }
    catch (cause) {
        const code = cause.code ?? "unknown error";
        throw new errors/* ActionError */.l(`File ${JSON.stringify(path)} cannot be read (${code}).`, {
            hint: "Make it readable for the user that runs this step, or leave it out.",
            code: "unreadable-file",
            cause,
        });
    }
}
/** Fewer bytes when the file ends before. */
function readPart(file, start, size) {
    const descriptor = (0,external_node_fs_.openSync)(file, "r");
    try {
        const bytes = Buffer.allocUnsafe(size);
        return bytes.subarray(0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, size, start));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./lib/zip/format.js
// The numbers of the format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4.
const VERSION_NEEDED = 20;
const MADE_BY_UNIX = (3 << 8) | VERSION_NEEDED;
const UTF8_NAME = 0x0800;
const METHODS = { stored: 0, deflated: 8 };
// 1980-01-01 00:00, the first moment that DOS fields can hold: the same input gives the same bytes at any time.
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;
// What Lambda asks for, whatever the umask was: https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html
const FILE_MODE = 0o100644;
const EXECUTABLE_MODE = 0o100755;
function localHeader(entry, method) {
    const name = Buffer.from(entry.path);
    const header = Buffer.alloc(30);
    header.write("PK\x03\x04", "latin1");
    writeCommonFields(header, 4, entry, method);
    return Buffer.concat([header, name]);
}
function centralHeader(entry, method, offset) {
    const name = Buffer.from(entry.path);
    const header = Buffer.alloc(46);
    header.write("PK\x01\x02", "latin1");
    header.writeUInt16LE(MADE_BY_UNIX, 4);
    writeCommonFields(header, 6, entry, method);
    header.writeUInt16LE(entry.executable ? EXECUTABLE_MODE : FILE_MODE, 40);
    header.writeUInt32LE(offset, 42);
    return Buffer.concat([header, name]);
}
function endRecord(files, directorySize, directoryOffset) {
    const record = Buffer.alloc(22);
    record.write("PK\x05\x06", "latin1");
    record.writeUInt16LE(files, 8);
    record.writeUInt16LE(files, 10);
    record.writeUInt32LE(directorySize, 12);
    record.writeUInt32LE(directoryOffset, 16);
    return record;
}
function writeCommonFields(header, start, entry, method) {
    const nameLength = Buffer.byteLength(entry.path);
    header.writeUInt16LE(VERSION_NEEDED, start);
    header.writeUInt16LE(nameLength === entry.path.length ? 0 : UTF8_NAME, start + 2);
    header.writeUInt16LE(METHODS[method], start + 4);
    header.writeUInt16LE(DOS_TIME, start + 6);
    header.writeUInt16LE(DOS_DATE, start + 8);
    header.writeUInt32LE(entry.crc32, start + 10);
    header.writeUInt32LE(entry.compressedSize, start + 14);
    header.writeUInt32LE(entry.size, start + 18);
    header.writeUInt16LE(nameLength, start + 22);
}

// EXTERNAL MODULE: ./lib/zip/path.js
var path = __nccwpck_require__(2620);
;// CONCATENATED MODULE: ./lib/zip/write.js






// Without the zip64 extension, which Lambda's limits make needless: 16 bits for the count, 32 bits for sizes and offsets.
const MOST_FILES = 65_535;
const LARGEST_ZIP = 0xffff_ffff;
// Thousands of files are a few hundred bytes long.
const WRITTEN_AT_ONCE = 1024 * 1024;
/**
 * Writes a zip that depends on nothing but paths, contents and execute bits, whatever the order of the inputs.
 * Throws an ActionError for a path that is unsafe or occurs twice, for a file that cannot be read or changed meanwhile, and past the format's limits.
 */
async function writeZip(inputs, file) {
    const sorted = (0,path/* inPathOrder */.$)(inputs);
    if (sorted.length > MOST_FILES)
        throw tooLarge(`${sorted.length} files, more than ${MOST_FILES}`);
    // Under another name until it is whole, so that a killed run leaves no half zip behind.
    const unfinished = `${file}.unfinished`;
    const descriptor = (0,external_node_fs_.openSync)(unfinished, "w");
    try {
        const written = await writeEntries(sorted, descriptor).finally(() => (0,external_node_fs_.closeSync)(descriptor));
        (0,external_node_fs_.renameSync)(unfinished, file);
        return { file, ...written };
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(unfinished, { force: true });
        throw error;
    }
}
async function writeEntries(sorted, descriptor) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const entries = [];
    const directory = [];
    let zipped = 0;
    let pending = [];
    let written = 0;
    const flush = () => {
        const bytes = Buffer.concat(pending);
        pending = [];
        written += bytes.length;
        hash.update(bytes);
        (0,external_node_fs_.writeFileSync)(descriptor, bytes);
    };
    const append = (bytes) => {
        zipped += bytes.length;
        if (zipped > LARGEST_ZIP)
            throw tooLarge("more than 4 GiB");
        pending.push(bytes);
        if (zipped - written > WRITTEN_AT_ONCE)
            flush();
    };
    for await (const { entry, method, bytes } of compressInOrder(sorted)) {
        directory.push(centralHeader(entry, method, zipped));
        entries.push(entry);
        append(localHeader(entry, method));
        append(bytes);
    }
    const offset = zipped;
    const central = Buffer.concat(directory);
    append(central);
    append(endRecord(entries.length, central.length, offset));
    flush();
    const unzipped = entries.reduce((sum, { size }) => sum + size, 0);
    return { sha256: hash.digest("hex"), zipped, unzipped, files: entries.length, entries };
}
function tooLarge(what) {
    return new errors/* ActionError */.l(`The zip would hold ${what}.`, {
        hint: "Leave out what the function does not need: Lambda takes 250 MB unzipped.",
        code: "zip-too-large",
    });
}


/***/ }),

/***/ 3838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  Vt: () => (/* binding */ getBooleanInput),
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getIDToken, getMultilineInput, getState, group, markdownSummary, platform, saveState, setCommandEcho, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(4886);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth = __nccwpck_require__(2145);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 4 modules
var lib_exec = __nccwpck_require__(5334);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec)
});

// UNUSED EXPORTS: getExecOutput

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   tZ: () => (/* binding */ BearerCredentialHandler)
/* harmony export */ });
/* unused harmony exports BasicCredentialHandler, PersonalAccessTokenCredentialHandler */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map

/***/ }),

/***/ 4886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HttpClient: () => (/* binding */ HttpClient),
  Kg: () => (/* binding */ HttpClientError),
  Hv: () => (/* binding */ HttpCodes)
});

// UNUSED EXPORTS: Headers, HttpClientResponse, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./scripts/bundle/undici.js
// Stands in for undici in the bundle: tsconfig.json says so. @actions/core brings it for the agent below, which only a caller of
// fetch() behind a proxy asks for. Nobody does here, and a third of a run's start went into it.
class ProxyAgent {
  constructor() {
    throw new Error("undici is not part of this bundle");
  }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 90:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, open, readdir, rename, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF)
/* harmony export */ });
/* unused harmony exports cp, mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
