export const id = 147;
export const ids = [147];
export const modules = {

/***/ 4147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeZip: () => (/* binding */ storeZip)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(542);



/** Puts a zip under a key that names its content, unless it is there. Throws the SDK's errors. */
async function storeZip(place, file, log) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    const client = new sdk.S3Client({ region: place.region, maxAttempts: 8, requestHandler: _client_js__WEBPACK_IMPORTED_MODULE_2__/* .REQUEST_HANDLER */ .di });
    (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .watchCalls */ .pE)(client, log, "s3.");
    const object = { Bucket: place.bucket, Key: place.key };
    try {
        const head = await client.send(new sdk.HeadObjectCommand(object));
        return { outcome: "present", objectVersion: head.VersionId };
    }
    catch (error) {
        // Without s3:ListBucket a missing object answers 403 instead of 404: not known, so upload.
        const status = error.$metadata?.httpStatusCode;
        if (status !== 404 && status !== 403) {
            throw error;
        }
    }
    // A buffer, not a stream: the SDK never retries a stream.
    const Body = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file);
    const ChecksumSHA256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(Body).digest("base64");
    const reply = await client.send(new sdk.PutObjectCommand({ ...object, Body, ChecksumSHA256 }), _client_js__WEBPACK_IMPORTED_MODULE_2__/* .UPLOAD_TIMEOUT */ .Gc);
    log.uploaded(Body.byteLength);
    return { outcome: "uploaded", objectVersion: reply.VersionId };
}


/***/ })

};
