export const id = 903;
export const ids = [903];
export const modules = {

/***/ 2903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ensureLayer: () => (/* binding */ ensureLayer)
/* harmony export */ });
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4203);

/** Restores the layer from the Actions cache, else builds it and keeps it there. */
async function ensureLayer({ build, cache, force, keep, say, showing }) {
    const restored = force ? undefined : await cache?.restore(build.fingerprint, build.workDirectory);
    if (restored?.outcome === "hit") {
        say("Restored the layer from the Actions cache.");
        return { source: "restored", archive: restored.archive, notices: restored.archive.notices };
    }
    const damaged = restored?.outcome === "unusable" ? [{ level: "warning", text: restored.why }] : [];
    // Only the installer's output lies behind the fence: a warning of ours would be no annotation there.
    const built = await showing(build.dependencies.secrets, (onLine) => (0,_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildLayer */ .o)({ ...build, onLine }));
    if (built.outcome === "empty") {
        return { source: "none", notices: damaged };
    }
    const { archive } = built;
    if (keep) {
        await cache?.save(archive);
    }
    return { source: "built", archive, notices: [...damaged, ...archive.notices] };
}


/***/ })

};
