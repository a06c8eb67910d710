export const id = 371;
export const ids = [371];
export const modules = {

/***/ 7671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ withGitHub),
/* harmony export */   v: () => (/* binding */ GitHubTrouble)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4886);
/* harmony import */ var _machine_http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2386);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2807);




/** Trouble that may pass. The message is the end of a sentence about GitHub and holds neither URL nor token. */
class GitHubTrouble extends Error {
    /** What GitHub asks for before the next request, in ms. */
    pauseMs;
    constructor(message, pauseMs) {
        super(message);
        this.pauseMs = pauseMs;
    }
}
const ATTEMPTS = 3;
const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const LONGEST_ANSWER_MS = 10_000;
const MOST_REDIRECTS = 3;
/** Does work that asks GitHub. Trouble makes it begin again, so that a write whose answer was lost is seen by the look before it. */
async function withGitHub({ apiUrl, token }, work) {
    const base = apiUrl.replace(/\/+$/, "");
    for (let attempt = 1;; attempt += 1) {
        // Redirects are followed below: the client's own would take the token to another port of the host.
        const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__.HttpClient("lambda-layers-deploy", [], {
            allowRedirects: false,
            keepAlive: true,
            socketTimeout: LONGEST_ANSWER_MS,
        });
        try {
            return await work((method, path, content) => send(client, token, { method, url: `${base}${path}`, content }));
        }
        catch (error) {
            const pause = error instanceof GitHubTrouble ? (error.pauseMs ?? attempt * PAUSE_MS) : Number.POSITIVE_INFINITY;
            if (attempt === ATTEMPTS || pause > LONGEST_PAUSE_MS)
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause);
        }
        finally {
            client.dispose();
        }
    }
}
/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api: how to follow redirects and limits. */
async function send(client, token, request, redirects = 0) {
    const { message, text } = await exchange(client, token, request);
    const { statusCode: status = 0, headers } = message;
    const elsewhere = redirectOf(status, headers.location, request.url);
    if (elsewhere !== undefined && redirects < MOST_REDIRECTS) {
        return send(client, token, { ...request, url: elsewhere }, redirects + 1);
    }
    const usedUp = headers["x-ratelimit-remaining"] === "0";
    const wait = headers["retry-after"];
    if (status === 429 || (status === 403 && (usedUp || wait !== undefined))) {
        throw new GitHubTrouble(`takes no more requests for now (${status})`, pauseOf(wait, usedUp));
    }
    if (status >= 500) {
        throw new GitHubTrouble(`answered ${status}`);
    }
    return { status, link: [headers.link].flat()[0], body: (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text) };
}
async function exchange(client, token, request) {
    try {
        const content = request.content === undefined ? null : JSON.stringify(request.content);
        const { message } = await client.request(request.method, request.url, content, {
            accept: "application/vnd.github+json",
            authorization: `Bearer ${token}`,
            "x-github-api-version": "2022-11-28",
            ...(content !== null && { "content-type": "application/json" }),
        });
        const body = await (0,_machine_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x)(message, LONGEST_ANSWER_MS);
        return { message, text: body?.toString("utf8") ?? "" };
    }
    catch (error) {
        throw unreachable(error);
    }
}
/** Only the code is told: messages hold paths, and those of a proxy its address. */
function unreachable(error) {
    const { code } = error;
    return new GitHubTrouble(typeof code === "string" ? `could not be reached (${code})` : "did not answer in time");
}
/** Where to repeat the request; undefined where the token has no business. */
function redirectOf(status, location, from) {
    if (![301, 302, 307, 308].includes(status) || location === undefined || !URL.canParse(location, from)) {
        return undefined;
    }
    const url = new URL(location, from);
    return url.origin === new URL(from).origin ? url.href : undefined;
}
/** An hourly limit that is used up is not waited for. */
function pauseOf(retryAfter, usedUp) {
    if (retryAfter !== undefined && /^\d+$/.test(retryAfter)) {
        return Number(retryAfter) * 1_000;
    }
    return usedUp ? Number.POSITIVE_INFINITY : undefined;
}


/***/ }),

/***/ 4371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postComment: () => (/* binding */ postComment)
});

// EXTERNAL MODULE: ./lib/parse-json.js
var parse_json = __webpack_require__(2807);
// EXTERNAL MODULE: ./lib/github/api.js
var api = __webpack_require__(7671);
;// CONCATENATED MODULE: ./lib/github/comment-text.js
/** A longer one is answered with 422: https://github.com/danger/danger/issues/424. */
const LONGEST_COMMENT = 65_536;
const CUT = "\n\nThe rest is in the job summary.\n";
/** The hidden first line by which a comment is found again. Nothing in the key can end it. */
function markerOf(key) {
    const safe = key.replace(/[^A-Za-z0-9 ._:/-]/gu, encodeURIComponent);
    return `<!-- lambda-layers-deploy:${safe} -->`;
}
/** A comment with its marker, as long as GitHub takes it; what is too long ends at the end of a line. */
function commentText(key, markdown) {
    const text = `${markerOf(key)}\n${markdown}`;
    if (text.length <= LONGEST_COMMENT) {
        return text;
    }
    const room = LONGEST_COMMENT - CUT.length;
    const end = text.lastIndexOf("\n", room);
    return `${text.slice(0, end)}${CUT}`;
}
/** Whether a comment begins with the marker's line. */
function isMarked(body, marker) {
    return body.split(/\r?\n/, 1)[0] === marker;
}
/** GitHub may give line ends back as a browser sends them. */
function isSameText(one, other) {
    const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
    return plain(one) === plain(other);
}

;// CONCATENATED MODULE: ./lib/github/comments.js



/** Writes the comment with this key: the one that is there, when its text differs, else a new one. Never throws for what GitHub answers. */
async function postComment(request) {
    try {
        return await (0,api/* withGitHub */.W)(request, (github) => post(github, request));
    }
    catch (error) {
        if (error instanceof api/* GitHubTrouble */.v) {
            return refused(`GitHub ${error.message}. Run the job again to have the comment.`);
        }
        throw error;
    }
}
// https://docs.github.com/en/rest/issues/comments: a pull request is an issue too.
async function post(github, request) {
    const { repository, number, key } = request;
    const comments = `/repos/${repository}/issues/${number}/comments`;
    const one = (id) => `/repos/${repository}/issues/comments/${id}`;
    const body = commentText(key, request.body);
    const found = await listComments(github, comments);
    if ("status" in found) {
        return refused(reasonOf(found, request));
    }
    const login = await loginOf(github, request.token);
    const marker = markerOf(key);
    const ours = found.comments.filter(({ author, body: text }) => (author.isBot || (login !== undefined && author.login === login)) && isMarked(text, marker));
    for (const [index, comment] of ours.entries()) {
        const kept = await keepOrUpdate(github, one(comment.id), comment, body);
        if (kept !== undefined) {
            const younger = ours.slice(index + 1).map(({ id }) => one(id));
            await removeAll(github, younger);
            return kept;
        }
    }
    const created = await github("POST", comments, { body });
    return created.status === 201
        ? { outcome: "created", url: urlOf(created.body) }
        : refused(reasonOf(created, request));
}
/** Undefined: the comment cannot be changed with this token, or is gone. */
async function keepOrUpdate(github, path, comment, body) {
    if (isSameText(comment.body, body)) {
        return { outcome: "unchanged", url: comment.url };
    }
    const answer = await github("PATCH", path, { body });
    return answer.status === 200 ? { outcome: "updated", url: urlOf(answer.body) } : undefined;
}
/** Two runs at the same time each saw no comment: the older one stays. What cannot be removed is left to the next run. */
async function removeAll(github, paths) {
    for (const path of paths) {
        await github("DELETE", path).catch(() => { });
    }
}
/** Whose comments are ours beside those of bots: only the token of a person can tell, `GET /user` is 403 for that of a job. */
async function loginOf(github, token) {
    // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    if (!/^(ghp|gho|ghu|github_pat)_/.test(token)) {
        return undefined;
    }
    const { body } = await github("GET", "/user");
    return textOf(body, "login");
}
const PAGE = 100;
/** All comments, oldest first, or the answer that is no list of them. */
async function listComments(github, path) {
    const comments = [];
    for (let page = 1;; page += 1) {
        const answer = await github("GET", `${path}?per_page=${PAGE}&page=${page}`);
        if (answer.status !== 200 || !Array.isArray(answer.body)) {
            return answer;
        }
        comments.push(...answer.body.flatMap(commentOf));
        // The header is absent when one page holds all. With it, a page can be short although others follow: some comments are hidden.
        const isLast = answer.link === undefined ? answer.body.length < PAGE : !/\brel="?next\b/.test(answer.link);
        if (isLast || answer.body.length === 0) {
            return { comments };
        }
    }
}
function commentOf(item) {
    const { id, user } = (0,parse_json/* isObject */.Gv)(item) ? item : {};
    const body = textOf(item, "body");
    return typeof id === "number" && body !== undefined
        ? [{ id, body, author: { isBot: textOf(user, "type") === "Bot", login: textOf(user, "login") }, url: urlOf(item) }]
        : [];
}
function urlOf(comment) {
    return textOf(comment, "html_url") ?? "";
}
function textOf(value, field) {
    const text = (0,parse_json/* isObject */.Gv)(value) ? value[field] : undefined;
    return typeof text === "string" ? text : undefined;
}
const refused = (why) => ({ outcome: "refused", why });
function reasonOf({ status, body }, { repository, number }) {
    const message = textOf(body, "message") ?? "";
    switch (status) {
        case 401:
            return "GitHub does not accept the token (401). Give `github-token` one that is valid.";
        case 403:
            return /\blocked\b/.test(message)
                ? "The conversation of the pull request is locked. Unlock it, or set `comment: false`."
                : "The token may not comment on this pull request (403). Give the job `permissions` with `pull-requests: write`; that of a pull request from a fork never has it.";
        case 404:
            return `GitHub shows this token no pull request ${number} in ${repository} (404). Give the job \`permissions\` with \`pull-requests: write\`.`;
        case 410:
            return "The conversation of the pull request is gone (410). Set `comment: false` where there is none.";
        default:
            return `GitHub took no comment (${status}). Run the job again, or set \`comment: false\`.`;
    }
}


/***/ }),

/***/ 2386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);

/**
 * The whole body of an answer; undefined when it has more than `most` bytes. Rejects when it is not over after so many ms.
 * The client's own readBody() never ends when the connection breaks.
 */
async function readBody(message, longestMs, most = Number.POSITIVE_INFINITY) {
    const chunks = [];
    let received = 0;
    for await (const chunk of (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.addAbortSignal)(AbortSignal.timeout(longestMs), message)) {
        chunks.push(chunk);
        received += chunk.length;
        if (received > most) {
            return undefined;
        }
    }
    return Buffer.concat(chunks);
}


/***/ })

};
