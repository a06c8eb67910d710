export const id = 849;
export const ids = [849];
export const modules = {

/***/ 2849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  comment: () => (/* binding */ comment)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
;// CONCATENATED MODULE: ./lib/github/comment-place.js
/** Where the report of this run belongs: the conversation of its pull request, or nowhere. */
function commentPlace(env, { number }) {
    const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository = "" } = env;
    return apiUrl && number !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
        ? { apiUrl, repository, number }
        : undefined;
}

// EXTERNAL MODULE: ./lib/github/event-file.js
var event_file = __webpack_require__(6434);
// EXTERNAL MODULE: ./lib/report/summary.js + 22 modules
var summary = __webpack_require__(534);
;// CONCATENATED MODULE: ./lib/comment.js




/** Keeps the report as a comment on the pull request that it is of. Trouble fails no report: it is told, and louder when a comment was asked for. */
async function comment(facts, inputs, env) {
    if (inputs.comment === false) {
        return;
    }
    const tell = inputs.comment === true ? core/* warning */.$e : core/* notice */.lm;
    try {
        const place = commentPlace(env, await (0,event_file/* readEvent */.j)(env));
        if (place === undefined) {
            return;
        }
        if (inputs.githubToken === undefined) {
            tell("No comment on the pull request: `github-token` is empty. The report is in the job summary.");
            return;
        }
        const { postComment } = await __webpack_require__.e(/* import() */ 371).then(__webpack_require__.bind(__webpack_require__, 4371));
        const posted = await postComment({
            ...place,
            token: inputs.githubToken,
            key: inputs.commentKey,
            // Times and calls are another run's each time: a comment would be changed for them alone.
            body: (0,summary/* renderComment */.w)({ ...facts, phases: [], calls: {} }),
        });
        if (posted.outcome === "refused") {
            tell(`No comment on the pull request. ${posted.why} The report is in the job summary.`);
        }
        else {
            core/* info */.pq(`The comment on the pull request is ${posted.outcome}: ${posted.url}`);
        }
    }
    catch (error) {
        core/* debug */.Yz(error instanceof Error ? (error.stack ?? error.message) : String(error));
        tell("No comment on the pull request, for a reason that nobody foresaw. The report is in the job summary.");
    }
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9607);


/** Reads the event that started the run. */
async function readEvent(env) {
    const { GITHUB_EVENT_PATH: file } = env;
    return (0,_event_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEvent */ .w)(env, file === undefined ? "" : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => ""));
}


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isCommit),
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);

/**
 * Started by who may write to the repository, as pushes are. All others a stranger can start or be the subject of, some with the
 * repository's rights: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
const OWN = ["schedule", "workflow_dispatch", "release"];
const TRUSTED = { fork: false, untrusted: false };
/** Reads the event from its name, the text of its file and the runner's variables. Pure. */
function parseEvent(env, text) {
    const name = env.GITHUB_EVENT_NAME ?? "";
    const payload = fieldsOf((0,_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text));
    switch (name) {
        case "pull_request":
        case "pull_request_target": {
            const pull = fieldsOf(payload.pull_request);
            const [base, head] = [fieldsOf(pull.base), fieldsOf(pull.head)];
            const number = wholeNumber(payload.number ?? pull.number);
            const fork = isFork(base, head);
            return {
                kind: name,
                ...(number !== undefined && { number }),
                ...branchOf(base.ref ?? env.GITHUB_BASE_REF),
                ...commit("base", base.sha),
                ...commit("head", head.sha),
                fork,
                untrusted: fork || name === "pull_request_target",
            };
        }
        case "merge_group": {
            const { base_ref, base_sha } = fieldsOf(payload.merge_group);
            return { kind: name, ...branchOf(base_ref), ...commit("base", base_sha), ...TRUSTED };
        }
        case "push":
            return { kind: name, ...branchOfRun(env), ...commit("base", payload.before), ...TRUSTED };
        default:
            return { kind: "other", ...branchOfRun(env), fork: false, untrusted: !OWN.includes(name) };
    }
}
/** A deleted fork is `null`. */
function isFork(base, head) {
    const [ours, theirs] = [fieldsOf(base.repo).full_name, fieldsOf(head.repo).full_name];
    return typeof ours !== "string" || ours !== theirs;
}
function branchOfRun({ GITHUB_REF = "" }) {
    return GITHUB_REF.startsWith("refs/heads/") ? branchOf(GITHUB_REF) : {};
}
/** What git takes for a branch, as far as it matters here: https://git-scm.com/docs/git-check-ref-format */
function branchOf(ref) {
    const branch = typeof ref === "string" ? ref.replace(/^refs\/heads\//, "") : "";
    return /^[^\p{Cc}\s~^:?*[\\]{1,250}$/u.test(branch) ? { branch } : {};
}
function commit(name, sha) {
    return isCommit(sha) ? { [name]: sha } : {};
}
/** 40 hex digits; forty zeros are no commit. */
function isCommit(sha) {
    return typeof sha === "string" && /^(?!0{40}$)[0-9a-f]{40}$/.test(sha);
}
function wholeNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
function fieldsOf(value) {
    return (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ })

};
