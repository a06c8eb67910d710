export const id = 469;
export const ids = [469];
export const modules = {

/***/ 4469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchUv: () => (/* binding */ fetchUv)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __webpack_require__(4886);
// EXTERNAL MODULE: ./lib/machine/http-body.js
var http_body = __webpack_require__(2386);
;// CONCATENATED MODULE: ./lib/layer/package-index.js







const ATTEMPTS = 3;
const PAUSE_MS = 500;
const LONGEST_ATTEMPT_MS = 300_000;
// https://packaging.python.org/en/latest/specifications/simple-repository-api/
const ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";
/** A package index that did not give the file. The message is the end of a sentence about the index and holds no URL. */
class IndexError extends Error {
}
/** Saves a file of a package index as `target`, and returns the sha256 (hex) of what came. Throws IndexError. */
async function saveFromIndex(wanted, target) {
    const client = new lib.HttpClient("lambda-layers-deploy");
    for (let attempt = 1;; attempt += 1) {
        try {
            return await save(client, wanted, target);
        }
        catch (error) {
            if (error instanceof IndexError || attempt === ATTEMPTS)
                throw explain(error);
            await (0,external_node_timers_promises_.setTimeout)(attempt * PAUSE_MS);
        }
    }
}
async function save(client, wanted, target) {
    const base = new URL(`${wanted.index.replace(/\/*$/, "")}/${wanted.project}/`);
    const credentials = credentialsOf(base);
    base.username = "";
    base.password = "";
    const page = await get(client, base, { ...credentials, accept: ACCEPT });
    const type = page.message.headers["content-type"] ?? "";
    const link = findLink(await readPage(page), type, wanted.file);
    if (link === undefined)
        throw new IndexError(`has no ${wanted.file}`);
    const url = new URL(link, base);
    const { message } = await get(client, url, url.origin === base.origin ? credentials : {});
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let received = 0;
    const hashing = new external_node_stream_.Transform({
        transform(chunk, _, done) {
            received += chunk.length;
            hash.update(chunk);
            done(received > wanted.size ? new IndexError(`sends more than the ${wanted.size} bytes of ${wanted.file}`) : null, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)(message, hashing, (0,external_node_fs_.createWriteStream)(target), { signal: AbortSignal.timeout(LONGEST_ATTEMPT_MS) });
    return hash.digest("hex");
}
/** Bytes; that of uv itself has 2 MB. */
const LONGEST_PAGE = 32 * 1024 ** 2;
async function readPage({ message }) {
    const body = await (0,http_body/* readBody */.x)(message, LONGEST_ATTEMPT_MS, LONGEST_PAGE);
    if (body === undefined)
        throw new IndexError(`sends more than ${LONGEST_PAGE} bytes as its list of files`);
    return body.toString("utf8");
}
async function get(client, url, headers) {
    const response = await client.get(url.href, headers);
    const status = response.message.statusCode ?? 0;
    if (status === 200)
        return response;
    response.message.destroy();
    const answer = `answered ${status}`;
    throw status >= 500 || status === 429 ? new Error(answer) : new IndexError(answer);
}
function credentialsOf({ username, password }) {
    if (username === "")
        return {};
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
const LONGEST_ANCHOR = 4_096;
function findLink(page, contentType, file) {
    if (contentType.includes("json")) {
        const { files } = JSON.parse(page);
        const url = files?.find(({ filename }) => filename === file)?.url;
        return typeof url === "string" ? url : undefined;
    }
    // One short piece for each anchor: on a hostile page, a pattern that looks for its own start would take hours.
    const anchors = page
        .split(/<a\s/i)
        .slice(1)
        .filter((piece) => piece.length < LONGEST_ANCHOR)
        .map((piece) => /^[^>]*?href\s*=\s*["']([^"']*)["'][^>]*>([^<]*)<\/a>/i.exec(piece));
    const [, href] = anchors.find((anchor) => anchor?.[2]?.trim() === file) ?? [];
    return href?.replaceAll("&amp;", "&");
}
function explain(error) {
    if (error instanceof IndexError)
        return error;
    const { code, message } = error;
    return new IndexError(code === undefined ? message : `cannot be reached (${code})`, { cause: error });
}

// EXTERNAL MODULE: ./lib/layer/uv-release.js
var uv_release = __webpack_require__(4686);
;// CONCATENATED MODULE: ./lib/layer/uv-fetch.js









const HINT = "Put uv on the PATH in a step before this one, e.g. with `astral-sh/setup-uv`.";
/** Fetches the pinned release for this machine and verifies it. Throws ActionError. */
async function fetchUv({ file, marker, index, temp, machine }) {
    const wheel = uv_release/* UV_WHEELS */.J[machine];
    if (wheel === undefined) {
        throw new errors/* ActionError */.l(`There is no uv to fetch for ${machine}.`, { hint: HINT, code: "uv-platform" });
    }
    const archive = (0,external_node_path_.join)(temp, wheel.file);
    await download(wheel, index, archive);
    // Under another name first: a second job may be looking for it.
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `${(0,external_node_crypto_.randomUUID)()}-${(0,external_node_path_.basename)(file)}`);
    await extractProgram(archive, (0,external_node_path_.basename)(file), beside);
    await (0,promises_.chmod)(beside, 0o755);
    await (0,promises_.rename)(beside, file);
    await (0,promises_.rm)(archive);
    if (marker !== undefined)
        await (0,promises_.writeFile)(marker, "");
}
async function download(wheel, index, archive) {
    const host = URL.canParse(index) ? new URL(index).host : "The package index";
    const failed = (reason, code) => new errors/* ActionError */.l(`uv ${uv_release/* UV_VERSION */.t} could not be fetched: ${reason}.`, { hint: HINT, code });
    if (!URL.canParse(index))
        throw failed("the index is no URL", "uv-fetch");
    const sha256 = await saveFromIndex({ index, project: "uv", file: wheel.file, size: wheel.size }, archive).catch((error) => {
        throw error instanceof IndexError ? failed(`${host} ${error.message}`, "uv-fetch") : error;
    });
    if (sha256 !== wheel.sha256) {
        throw failed(`${wheel.file} from ${host} is not the released file, its sha256 differs`, "uv-checksum");
    }
}
async function extractProgram(archive, program, target) {
    const zip = await yauzl.openPromise(archive, { autoClose: false });
    try {
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName === `uv-${uv_release/* UV_VERSION */.t}.data/scripts/${program}`) {
                return await (0,external_node_stream_promises_.pipeline)(await zip.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(target));
            }
        }
        throw new Error(`${(0,external_node_path_.basename)(archive)} has no ${program}.`);
    }
    finally {
        zip.close();
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
