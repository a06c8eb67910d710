export const id = 750;
export const ids = [750];
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


/***/ }),

/***/ 7886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ findBase),
  O: () => (/* binding */ keyPrefixes)
});

// EXTERNAL MODULE: ./lib/github/api.js
var api = __webpack_require__(7671);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(9607);
;// CONCATENATED MODULE: ./lib/github/compare.js


/** The newest commit that two commits have in common, as GitHub knows it; undefined when it does not say. `repository` is `owner/name`. */
async function mergeBase(access, repository, base, head) {
    try {
        // https://docs.github.com/en/rest/commits/commits#compare-two-commits
        const { status, body } = await (0,api/* withGitHub */.W)(access, (github) => github("GET", `/repos/${repository}/compare/${base}...${head}?per_page=1`));
        const { sha } = body.merge_base_commit ?? {};
        return status === 200 && (0,github_event/* isCommit */.W)(sha) ? sha : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __webpack_require__(8141);
;// CONCATENATED MODULE: ./lib/size-report/base-commit.js
/** The commit (40 hex digits) that the sizes are compared with; undefined when nothing says which. */
async function findBaseCommit(event, repository, compare) {
    const [firstParent, secondParent] = repository?.parents ?? [];
    switch (event.kind) {
        case "pull_request":
        case "pull_request_target": {
            // GitHub's own merge commit: the base branch first, then the pull request. On `pull_request_target` it may also be
            // the newest commit of a stranger's branch, which could merge what it was pushed as before into anything.
            const theirs = event.kind === "pull_request_target" && firstParent !== event.base;
            if (secondParent !== undefined && secondParent === event.head && !theirs) {
                return firstParent;
            }
            const head = repository?.head ?? event.head;
            if (event.base === undefined || head === undefined || head === event.base) {
                return event.base;
            }
            return (await repository?.mergeBase(event.base)) ?? (await compare(event.base, head)) ?? event.base;
        }
        case "merge_group":
        case "push":
            return event.base ?? firstParent;
        case "other":
            return firstParent;
        default:
            return event.kind;
    }
}

// EXTERNAL MODULE: ./lib/size-report/sizes-entry.js
var sizes_entry = __webpack_require__(4341);
;// CONCATENATED MODULE: ./lib/size-report/find-base.js




/** Which commit the sizes are compared with, and what an earlier run kept of it. */
async function findBase({ inputs, env, event, repository, kept }) {
    const { githubToken: token } = inputs;
    const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: name } = env;
    const commit = await findBaseCommit(event, repository, async (base, head) => token && apiUrl && name ? mergeBase({ apiUrl, token }, name, base, head) : undefined);
    const { branch } = event;
    const found = branch === undefined || commit === undefined ? undefined : await kept?.restore(keyPrefixes(inputs, branch), commit);
    return { branch, commit, kept: found };
}
/**
 * What the keys of this function's sizes on a branch begin with. Of several reports on one function each has its own, and
 * can fall back on what a deploy keeps.
 */
function keyPrefixes({ functionName, workspace, codeDirectory, commentKey }, branch) {
    const { name } = functionName;
    const common = (0,sizes_entry/* sizesKeyPrefix */.gN)([name, (0,paths/* relativePath */.i)(workspace, codeDirectory)], branch);
    return commentKey === name
        ? [common]
        : [(0,sizes_entry/* sizesKeyPrefix */.gN)([name, (0,paths/* relativePath */.i)(workspace, codeDirectory), commentKey], branch), common];
}


/***/ }),

/***/ 7750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepMeasuredSizes),
/* harmony export */   keepDeployedSizes: () => (/* binding */ keepDeployedSizes)
/* harmony export */ });
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9607);
/* harmony import */ var _layer_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3100);
/* harmony import */ var _find_base_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7886);
/* harmony import */ var _kept_sizes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5919);
/* harmony import */ var _other_sizes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1379);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5348);
/* harmony import */ var _sizes_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4341);







/** The branch and commit that a run is of; undefined when that is none of a branch. The workspace can hold another one. Pure. */
function branchCommit(env) {
    const { GITHUB_SHA: commit } = env;
    const { kind, branch } = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEvent */ .w)(env, "");
    return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .W)(commit) && branch !== undefined && (kind === "push" || kind === "other")
        ? { branch, commit }
        : undefined;
}
/** The same, when it is what the workspace holds. */
async function deployedCommit({ workspace, codeDirectory }, env) {
    const place = branchCommit(env);
    const repository = place && (await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .openRepository */ .h_)({ workspace, codeDirectory, env }));
    return repository?.head === place?.commit ? place : undefined;
}
/** Keeps the sizes of what was deployed, for the pull requests to come. An accelerator: it never fails a deploy. */
async function keepDeployedSizes(deployed) {
    const { inputs, journal, env, architecture, code, layer, others } = deployed;
    const runtime = _layer_target_js__WEBPACK_IMPORTED_MODULE_1__/* .RUNTIMES */ .aC.find((known) => known === deployed.runtime);
    const place = inputs.cache ? await deployedCommit(inputs, env) : undefined;
    if (place === undefined || runtime === undefined) {
        return;
    }
    await journal.step("Sizes for pull requests", undefined, async () => {
        const kept = await (0,_kept_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .openKeptSizes */ .d)(inputs.workspace);
        const entry = {
            commit: place.commit,
            runtime,
            architecture,
            code: (0,_sizes_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .knownSize */ .dI)(code),
            layer: await deployedLayer(layer, kept),
            otherLayers: (0,_other_sizes_js__WEBPACK_IMPORTED_MODULE_6__/* .otherSizes */ .x)(others.map(({ size }) => size)),
        };
        await kept?.keep((0,_find_base_js__WEBPACK_IMPORTED_MODULE_2__/* .keyPrefixes */ .O)(inputs, place.branch), entry, "deploy");
    });
}
/** Keeps what a report on a push has measured. */
async function keepMeasuredSizes(measured) {
    const { inputs, env, head, kept, target, code, layer, otherLayers } = measured;
    const place = branchCommit(env);
    const content = layer.outcome === "known" ? layer.keepable : layer.outcome;
    if (place === undefined || place.commit !== head || content === undefined || content === "unknown") {
        return;
    }
    await kept.keep((0,_find_base_js__WEBPACK_IMPORTED_MODULE_2__/* .keyPrefixes */ .O)(inputs, place.branch), {
        commit: place.commit,
        runtime: target.runtime,
        architecture: target.architecture,
        code: (0,_sizes_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .knownSize */ .dI)(code),
        layer: content,
        ...(otherLayers && { otherLayers }),
    });
}
async function deployedLayer({ wanted, built, facts }, kept) {
    if (built !== undefined) {
        return { describes: built.describes, manifest: built.archive.manifest };
    }
    if (wanted.kind === "untouched" || wanted.kind === "none" || facts?.fingerprint === undefined) {
        return wanted.kind === "untouched" ? "untouched" : "none";
    }
    const { fingerprint, packageCount = 0, pinned = false, bytecode = false } = facts;
    const manifest = await kept?.manifest(fingerprint, "deploy");
    return {
        describes: { fingerprint, ...figures(facts.after ?? {}), packages: packageCount, pinned, bytecode },
        ...(manifest && { manifest }),
    };
}
function figures({ zipped = 0, unzipped = 0, files = 0, }) {
    return { zipped, unzipped, files };
}


/***/ }),

/***/ 5919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openKeptSizes)
/* harmony export */ });
/* harmony import */ var _layer_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);
/* harmony import */ var _layer_cache_scratch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3393);
/* harmony import */ var _layer_cached_texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5034);
/* harmony import */ var _sizes_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4341);




const FORMAT = 1;
const SIZES = `${_layer_cache_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .SCRATCH */ .Z}/sizes.json`;
/** The cache of this run, or undefined when the runner has none. */
async function openKeptSizes(workspace) {
    const texts = await (0,_layer_cached_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .openCachedTexts */ .H)(workspace);
    if (texts === undefined) {
        return undefined;
    }
    return {
        async restore([first, ...others], commit) {
            const keys = others.flatMap((prefix) => [...keysOf(prefix, commit), prefix]);
            const found = await texts.restore(SIZES, [...keysOf(first, commit), first, ...keys]);
            const entry = found && (0,_sizes_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSizes */ .uZ)(found.text);
            const named = entry && [first, ...others].some((prefix) => keysOf(prefix, entry.commit).includes(found.key));
            return entry && named ? { entry, exact: entry.commit === commit } : undefined;
        },
        manifest: (fingerprint, by) => (0,_layer_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreManifest */ .au)(texts, fingerprint, by === "deploy" ? [] : [reportKey(fingerprint)]),
        keep: ([prefix], entry, by) => texts.save(SIZES, `${prefix}${entry.commit}${by === "deploy" ? DEPLOYED : ""}`, (0,_sizes_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSizes */ .A9)(entry)),
        keepManifest: (manifest) => texts.save((0,_layer_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestPath */ .ji)(manifest.fingerprint), reportKey(manifest.fingerprint), JSON.stringify(manifest)),
    };
}
/** A key is written once: a deploy's must be free also where a report was faster. */
const DEPLOYED = "-deployed";
/** A commit's keys, the one that knows more first. */
function keysOf(prefix, commit) {
    return [`${prefix}${commit}${DEPLOYED}`, `${prefix}${commit}`];
}
/** Not the deploys' own name: what a report of a pull request keeps, no deploy reads. */
function reportKey(fingerprint) {
    return `lambda-layers-deploy-report-${FORMAT}-${fingerprint}`;
}


/***/ }),

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ otherSizes)
/* harmony export */ });
/** Layers beside ours in one figure; one of which only the zip is known counts by that: at least. Pure. */
function otherSizes(sizes) {
    return {
        count: sizes.length,
        unzipped: sizes.reduce((sum, { unzipped, zipped = 0 }) => sum + (unzipped ?? zipped), 0),
        atLeast: sizes.some(({ unzipped }) => unzipped === undefined),
    };
}


/***/ }),

/***/ 5348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ encodedToken),
/* harmony export */   b$: () => (/* binding */ checkOut),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9607);
/* harmony import */ var _machine_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5169);




/** Opens the repository of the code directory; undefined when there is none, or no git. */
async function openRepository(request) {
    const place = await findPlace(request);
    const read = (...args) => place?.git([gitDirectory(place.top), ...args]).catch(() => undefined);
    // The commit as it is written: in a shallow clone git itself says that it has no parents.
    const head = (await read("rev-parse", "--verify", "--quiet", "HEAD^{commit}"))?.trim();
    const written = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .W)(head) ? await read("cat-file", "commit", head) : undefined;
    if (!(0,_github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .W)(head) || written === undefined) {
        return undefined;
    }
    // What follows the parents is anybody's text.
    const [, listed = ""] = /^tree [0-9a-f]{40}\n((?:parent [0-9a-f]{40}\n)*)/.exec(written) ?? [];
    return {
        head,
        parents: listed.match(/[0-9a-f]{40}/g) ?? [],
        async mergeBase(commit) {
            const found = (await read("merge-base", commit, head))?.trim();
            return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .W)(found) ? found : undefined;
        },
    };
}
async function findPlace({ workspace, codeDirectory, env }) {
    const git = (0,_machine_git_js__WEBPACK_IMPORTED_MODULE_3__/* .findGit */ .C)(workspace, env);
    // The workspace's own, if it has one: a submodule's commits are others. Else that of a checkout below it.
    const top = (await (0,_machine_git_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._)(workspace, workspace)) ?? (await (0,_machine_git_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._)(codeDirectory, workspace));
    return git === undefined || top === undefined ? undefined : { git, top };
}
/** Absolute path of where the objects lie; undefined when it is no repository. */
async function objectsOf({ git, top }) {
    const asked = git([gitDirectory(top), "rev-parse", "--path-format=absolute", "--git-path", "objects"]);
    return (await asked.catch(() => "")).trim() || undefined;
}
function gitDirectory(top) {
    return `--git-dir=${node_path__WEBPACK_IMPORTED_MODULE_1__.join(top, ".git")}`;
}
/** Lays the files of a commit aside. The workspace and its repository stay as they are; their configuration is not read. */
async function checkOut(request) {
    const { workspace, env, commit, directory } = request;
    const git = (0,_machine_git_js__WEBPACK_IMPORTED_MODULE_3__/* .findGit */ .C)(workspace, env);
    if (git === undefined) {
        return { outcome: "failed", said: "There is no git on this runner." };
    }
    const place = await findPlace(request);
    const objects = place && (await objectsOf(place));
    const top = place === undefined || objects === undefined ? workspace : place.top;
    const root = node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, "workspace");
    const tree = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, node_path__WEBPACK_IMPORTED_MODULE_1__.relative(workspace, top));
    const there = { outcome: "there", workspace: root };
    const repository = node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, "repository.git");
    try {
        await git(["init", "--quiet", "--bare", "--template=", repository]);
        const ours = (args, options) => git([`--git-dir=${repository}`, ...args], options);
        const lay = async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(tree, { recursive: true, force: true });
            await ours(["worktree", "add", "--quiet", "--detach", "--force", "--no-checkout", tree, commit]);
            // Not as a child of the command before, which would go on when the time of that one is over.
            await git([gitDirectory(tree), `--work-tree=${tree}`, "reset", "--quiet", "--hard"]);
        };
        if (objects !== undefined && (await borrow(repository, objects, lay))) {
            return there;
        }
        await fetchCommit(ours, request);
        await lay();
        return there;
    }
    catch (error) {
        return { outcome: "failed", said: wordsOf(error) };
    }
}
/** With the objects of the workspace's repository, when the commit is whole there. */
async function borrow(repository, objects, lay) {
    const alternates = node_path__WEBPACK_IMPORTED_MODULE_1__.join(repository, "objects", "info", "alternates");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(alternates), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(alternates, `${objects}\n`);
    try {
        await lay();
        return true;
    }
    catch {
        // What git would fetch must not lean on objects that are missing there.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(alternates, "");
        return false;
    }
}
// How the network is reached from this runner: https://git-scm.com/docs/git#_environment_variables and curl's.
const NETWORK = /^(?:(?:HTTPS?|ALL|NO)_PROXY|GIT_SSL_CA(?:INFO|PATH)|SSL_CERT_(?:FILE|DIR))$/i;
/** The token goes over in a variable, where other users of the machine cannot see it, and to no other server. */
async function fetchCommit(ours, { env, commit, remote, token }) {
    const network = Object.fromEntries(Object.entries(env).filter(([name]) => NETWORK.test(name)));
    const header = token === undefined ? {} : authorization(remote, token);
    const careful = ["-c", "credential.helper=", "-c", "http.followRedirects=false", "-c", "gc.auto=0"];
    await ours([...careful, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=1", remote, commit], {
        env: { ...network, ...header, GIT_ALLOW_PROTOCOL: "http:https" },
    });
}
function authorization(remote, token) {
    return {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: `http.${new URL(remote).origin}/.extraheader`,
        GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${encodedToken(token)}`,
    };
}
/** How the token looks in a header: to be masked as well. */
function encodedToken(token) {
    return Buffer.from(`x-access-token:${token}`).toString("base64");
}
/** The last line that git wrote: the error's own message repeats the whole command. */
function wordsOf(error) {
    const { stderr, killed } = error;
    const lines = typeof stderr === "string" ? stderr.trim().split(/\r?\n/) : [];
    return killed ? "git did not end in time" : (lines.at(-1) ?? "").slice(0, 300) || "git failed";
}


/***/ }),

/***/ 4341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ formatSizes),
/* harmony export */   dI: () => (/* binding */ knownSize),
/* harmony export */   gN: () => (/* binding */ sizesKeyPrefix),
/* harmony export */   uZ: () => (/* binding */ parseSizes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9607);
/* harmony import */ var _layer_description_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1439);
/* harmony import */ var _layer_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7036);
/* harmony import */ var _layer_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3100);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7269);






/** Of a code package, for instance. */
function knownSize({ zipped, unzipped, files, sha256 }) {
    return { zipped, unzipped, files, sha256 };
}
const FORMAT = 1;
/** What all keys of one function and branch begin with. Names from outside are hashed: a key may hold neither commas nor any length. */
function sizesKeyPrefix(names, branch) {
    return `lambda-layers-deploy-sizes-${FORMAT}-${digest(names.join("\n"))}-${digest(branch)}-`;
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}
/** The text that is kept, a few KB. */
function formatSizes({ layer, ...entry }) {
    const kept = typeof layer === "string" ? layer : { ...layer, describes: (0,_layer_description_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDescription */ .GQ)(layer.describes) };
    return JSON.stringify({ schema: 1, ...entry, layer: kept });
}
/** Reads what may come from anyone; undefined when it is not exactly of our form. */
function parseSizes(text) {
    try {
        return readEntry(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function readEntry(value) {
    const { schema, commit, runtime, architecture, code, layer, otherLayers } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .OA)(value);
    if (schema !== 1 || !(0,_github_event_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .W)(commit))
        throw new TypeError("schema");
    return {
        commit,
        runtime: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(_layer_target_js__WEBPACK_IMPORTED_MODULE_2__/* .RUNTIMES */ .aC, runtime),
        architecture: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(_layer_target_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHITECTURES */ .Xe, architecture),
        code: readSize(code),
        layer: layer === "untouched" || layer === "none" ? layer : readLayer(layer),
        ...(otherLayers !== undefined && { otherLayers: readOthers(otherLayers) }),
    };
}
function readSize(value) {
    const { zipped, unzipped, files, sha256 } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .OA)(value);
    return { zipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(zipped), unzipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(unzipped), files: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(files), sha256: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)(sha256, _strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .HEX_64 */ .t2) };
}
function readLayer(value) {
    const { describes: text, manifest: inside } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .OA)(value);
    const describes = typeof text === "string" ? (0,_layer_description_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDescription */ .aJ)(text) : undefined;
    const manifest = inside === undefined ? undefined : (0,_layer_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(JSON.stringify(inside));
    const fits = inside === undefined || (manifest !== undefined && manifest.fingerprint === describes?.fingerprint);
    if (describes === undefined || !fits)
        throw new TypeError("layer");
    return { describes, ...(manifest && { manifest }) };
}
function readOthers(value) {
    const { count: number, unzipped, atLeast } = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .OA)(value);
    return { count: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(number), unzipped: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(unzipped), atLeast: (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)(atLeast) };
}


/***/ })

};
