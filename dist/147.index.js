export const id = 147;
export const ids = [147];
export const modules = {

/***/ 4147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storeZip: () => (/* binding */ storeZip)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8897);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7076);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5539);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(542);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8115);




/**
 * Puts a zip into S3, unless it is there. Returns its version, in a versioned bucket. A key says nothing: only a checksum
 * that S3 itself computed proves that the object holds these bytes. Throws the SDK's errors.
 */
async function storeZip(place, file, log) {
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .S3Client */ .Y({ region: place.region, requestHandler: _client_js__WEBPACK_IMPORTED_MODULE_1__/* .REQUEST_HANDLER */ .di });
    (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .watchCalls */ .pE)(client, log, "s3.");
    const object = { Bucket: place.bucket, Key: place.key };
    try {
        const head = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_3__/* .HeadObjectCommand */ .l({ ...object, ChecksumMode: "ENABLED" }));
        if (head.ChecksumSHA256 === place.checksumSha256) {
            return head.VersionId;
        }
    }
    catch (error) {
        // Without s3:ListBucket a missing object answers 403 instead of 404: not known, so upload. A 400 is for credentials
        // that expired; the answer to a HEAD does not say so, that to the upload will.
        const status = (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .awsFailure */ .MT)(error)?.status;
        if (status !== 404 && status !== 403 && status !== 400) {
            throw error;
        }
    }
    // A buffer, not a stream: the SDK never retries a stream.
    const Body = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    const put = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__/* .PutObjectCommand */ .w({ ...object, Body, ChecksumSHA256: place.checksumSha256 });
    const reply = await client.send(put);
    log.uploaded(Body.byteLength);
    return reply.VersionId;
}


/***/ })

};
