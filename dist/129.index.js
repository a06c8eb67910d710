export const id = 129;
export const ids = [129];
export const modules = {

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

/***/ 9129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRemoteZip: () => (/* binding */ readRemoteZip)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4886);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);
/* harmony import */ var _machine_http_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2386);



// Holds the whole central directory of about 2,500 files: mostly one request, two for larger zips.
const TAIL_BYTES = 256 * 1024;
const LARGEST_READ = 32 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
// Lambda takes no zip that comes near to this; it bounds the work that a wrong or hostile file can cause.
const MOST_ENTRIES = 100_000;
/**
 * Lists a zip behind a URL from its central directory, by range requests. Undefined when that is not possible for any reason:
 * the URL expired, the server knows no ranges, it is no zip. The URL is a secret (it is signed), so no error leaves this file.
 */
async function readRemoteZip(url) {
    // Not fetch(): only this client goes through the proxy that HTTPS_PROXY and NO_PROXY of a self-hosted runner name.
    const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__.HttpClient("lambda-layers-deploy", [], { socketTimeout: TIMEOUT_MS, keepAlive: true });
    try {
        const tail = await getRange(client, url, `-${TAIL_BYTES}`, TAIL_BYTES);
        const zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_1__.fromRandomAccessReaderPromise)(new RemoteReader(client, url, tail), tail.total);
        return await listZip(zip);
    }
    catch {
        return undefined;
    }
    finally {
        client.dispose();
    }
}
/** Lists an opened zip and closes it. Throws when its directory is broken, names unsafe paths or is absurdly long. */
async function listZip(zip) {
    const entries = [];
    if (zip.entryCount > MOST_ENTRIES) {
        zip.close();
        throw new Error(`The zip holds ${zip.entryCount} entries.`);
    }
    for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith("/"))
            continue;
        entries.push({
            path: entry.fileName,
            size: entry.uncompressedSize,
            compressedSize: entry.compressedSize,
            crc32: entry.crc32,
            // The mode of Unix stands in the upper half.
            executable: ((entry.externalFileAttributes >>> 16) & 0o100) !== 0,
        });
    }
    const unzipped = entries.reduce((sum, { size }) => sum + size, 0);
    return { zipped: zip.fileSize, unzipped, files: entries.length, entries };
}
/** Gives yauzl the bytes that it asks for. The first that lie before what is held bring all up to there: yauzl reads forward. */
class RemoteReader extends yauzl__WEBPACK_IMPORTED_MODULE_1__.RandomAccessReader {
    #client;
    #url;
    #held;
    constructor(client, url, tail) {
        super();
        this.#client = client;
        this.#url = url;
        this.#held = Promise.resolve(tail);
    }
    read(buffer, offset, length, position, done) {
        this.#held = this.#held.then((held) => this.#reachBackTo(position, held));
        this.#held
            .then(({ start, bytes }) => {
            const copied = bytes.copy(buffer, offset, position - start, position - start + length);
            if (copied < length)
                throw new Error("The zip ends too early.");
        })
            .then(() => done(null), done);
    }
    async #reachBackTo(position, held) {
        if (position >= held.start)
            return held;
        const missing = held.start - position;
        if (missing > LARGEST_READ)
            throw new Error("The central directory is too large.");
        const part = await getRange(this.#client, this.#url, `${position}-${held.start - 1}`, missing);
        if (part.total !== held.total || part.start !== position || part.bytes.length !== missing) {
            throw new Error("The answer does not continue the one before.");
        }
        return { ...part, bytes: Buffer.concat([part.bytes, held.bytes]) };
    }
}
/** Part of the file, no more bytes than `most`: what else is sent is not the range that was asked for. */
async function getRange(client, url, range, most) {
    const { message } = await client.get(url, { Range: `bytes=${range}` });
    try {
        const [, start, end, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(message.headers["content-range"] ?? "") ?? [];
        if (!start || !end || !total)
            throw new Error(`The answer is no part of a file: ${message.statusCode}.`);
        const length = Number(end) - Number(start) + 1;
        if (length > most)
            throw new Error("The answer is longer than what was asked for.");
        const bytes = await (0,_machine_http_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x)(message, TIMEOUT_MS, length);
        if (bytes?.length !== length)
            throw new Error("The answer has another length than it says.");
        return { start: Number(start), bytes, total: Number(total) };
    }
    finally {
        message.destroy();
    }
}


/***/ })

};
