export const id = 920;
export const ids = [920];
export const modules = {

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

/***/ 7920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportSizes: () => (/* binding */ reportSizes)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/github/event-file.js
var event_file = __webpack_require__(6434);
// EXTERNAL MODULE: ./lib/machine/programs.js
var programs = __webpack_require__(8996);
// EXTERNAL MODULE: ./lib/dependencies/find.js + 14 modules
var find = __webpack_require__(7830);
// EXTERNAL MODULE: ./lib/function/code.js + 6 modules
var function_code = __webpack_require__(867);
// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __webpack_require__(8141);
// EXTERNAL MODULE: ./lib/dependencies/fingerprint.js
var fingerprint = __webpack_require__(3649);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/layer/aws-sdk.js
var aws_sdk = __webpack_require__(1249);
// EXTERNAL MODULE: ./lib/layer/build.js + 24 modules
var build = __webpack_require__(4203);
// EXTERNAL MODULE: ./lib/layer/description.js
var description = __webpack_require__(1439);
// EXTERNAL MODULE: ./lib/layer/find.js + 1 modules
var layer_find = __webpack_require__(9846);
// EXTERNAL MODULE: ./lib/layer/tool-output.js
var tool_output = __webpack_require__(237);
;// CONCATENATED MODULE: ./lib/size-report/untrusted.js

/** Leaves out path dependencies and all that `allow-source` names, also as dependencies of others. Pure. */
function wheelsOnly(dependencies) {
    const { pathDependencies, allowSource, requirements, constraints, excluded } = dependencies;
    const notBuilt = [...new Set([...pathDependencies.map(({ name }) => name), ...allowSource])].toSorted();
    const stays = ({ name }) => !notBuilt.includes(name);
    return {
        notBuilt,
        dependencies: {
            ...dependencies,
            pathDependencies: [],
            allowSource: [],
            requirements: requirements.filter(stays),
            constraints: constraints.filter(stays),
            excluded: [...new Set([...excluded, ...notBuilt])],
        },
    };
}
// What opens a door for uv or git: https://docs.astral.sh/uv/reference/environment/
const KEYS = /^(?:UV_INDEX_.+_(?:USERNAME|PASSWORD)|UV_KEYRING_PROVIDER|SSL_CLIENT_CERT|SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_SSH_COMMAND)$/i;
const PLACES = /^(?:UV|PIP)_.*(?:INDEX|URL|LINKS)/i;
/** The file in the empty directory, itself empty: where it is missing, uv would read the one of the home directory. */
const NO_NETRC = "netrc";
/**
 * The environment for reading and installing what strangers wrote: without the credentials of package indexes, and without
 * git, to which a wheel can lead too. Their files name any host, and could have a variable filled into its URL.
 */
function withoutKeys(env, emptyDirectory) {
    const kept = Object.entries(env)
        .filter(([name]) => !KEYS.test(name))
        .map(([name, value]) => [name, PLACES.test(name) ? value?.replace(/\/\/[^\s/]*@/g, "//") : value]);
    return {
        ...Object.fromEntries(kept),
        NETRC: external_node_path_.join(emptyDirectory, NO_NETRC),
        UV_CREDENTIALS_DIR: emptyDirectory,
        GIT_ALLOW_PROTOCOL: "none",
    };
}
/** What a dependency file of a stranger may have filled in: nothing. git is still found by it. */
function withoutVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => /^(?:PATH|PATHEXT|SYSTEMROOT)$/i.test(name)));
}

;// CONCATENATED MODULE: ./lib/size-report/measure-layer.js









/** Sizes of the layer: known, kept in the cache by fingerprint, or built. Throws as a build does. */
async function measureLayer(measuring, request) {
    const { dependencies } = request;
    if (dependencies.outcome !== "found") {
        return { outcome: dependencies.outcome === "empty" ? "none" : "untouched", reason: dependencies.reason };
    }
    const hash = fingerprintOf(measuring, dependencies);
    const whole = request.wheelsOnly ? undefined : await recall(measuring, request, hash);
    if (whole !== undefined) {
        return restoredLayer(measuring, whole, { fingerprint: hash, notBuilt: [] });
    }
    const described = request.known?.describes;
    if (described?.fingerprint === hash && !request.wheelsOnly && fits(request, described)) {
        return describedLayer(described);
    }
    const { dependencies: wheels, notBuilt } = wheelsOnly(dependencies);
    return measuring.untrusted && notBuilt.length > 0
        ? measureWheels(measuring, request, wheels, { fingerprint: hash, notBuilt })
        : measure_layer_build(measuring, request, dependencies, { fingerprint: hash, notBuilt: [] });
}
/** Without what would have to be built. */
async function measureWheels(measuring, request, wheels, identity) {
    if (wheels.requirements.every(({ name }) => wheels.excluded.includes(name))) {
        return { ...knownOf(identity), source: "built", size: NOTHING, bytecode: false, pinned: true, packages: [] };
    }
    const part = await recall(measuring, request, fingerprintOf(measuring, wheels));
    return part === undefined ? measure_layer_build(measuring, request, wheels, identity) : restoredLayer(measuring, part, identity);
}
const NOTHING = { zipped: 0, unzipped: 0, files: 0 };
/** Identity of the layer that these dependencies make. */
function fingerprintOf({ inputs, target }, dependencies) {
    return (0,fingerprint/* fingerprint */.R)({ ...inputs, dependencies, target });
}
async function recall({ kept }, request, hash) {
    const inside = request.known?.manifest;
    if (inside?.fingerprint === hash && fits(request, inside)) {
        return inside;
    }
    const restored = await kept?.manifest(hash);
    return restored && fits(request, restored) ? restored : undefined;
}
function fits({ bytecode }, layer) {
    return bytecode === undefined || layer.bytecode === bytecode;
}
/** For one layer of a stranger, whose package index may send a byte at a time. */
const LONGEST_MS = 240_000;
function tooSlow() {
    return new errors/* ActionError */.l(`The layer could not be built within ${LONGEST_MS / 60_000} minutes.`, {
        hint: "Look at the package indexes in the dependency files, or measure it in a deploy.",
        code: "too-slow",
    });
}
async function measure_layer_build(measuring, { workspace, directory, budget }, dependencies, identity) {
    const { inputs, journal, env, target, kept, keeps, untrusted } = measuring;
    await (0,promises_.mkdir)(directory);
    const signal = untrusted ? AbortSignal.timeout(LONGEST_MS) : undefined;
    const built = await (0,tool_output/* fencedLog */.u)({ info: journal.say }, dependencies.secrets, (onLine) => (0,build/* buildLayer */.o)({
        ...inputs,
        dependencies,
        target,
        fingerprint: fingerprintOf(measuring, dependencies),
        workspace,
        workDirectory: directory,
        budget,
        env,
        onLine,
        onStep: journal.say,
        signal,
    }).catch((error) => {
        throw signal?.aborted ? tooSlow() : error;
    }));
    if (built.outcome === "empty") {
        return { outcome: "none", reason: (0,layer_find/* installsNothing */.iZ)(dependencies, target) };
    }
    const { manifest, notices } = built.archive;
    if (keeps) {
        await kept?.keepManifest(manifest);
    }
    return { ...knownLayer(manifest, "built", identity), notices };
}
function knownOf({ fingerprint: hash, notBuilt }) {
    return { outcome: "known", fingerprint: hash, notBuilt, notices: [] };
}
/** The layer that a manifest describes. */
function knownLayer(manifest, source, identity) {
    const { zip, bytecode, pinned, packages } = manifest;
    const whole = identity.notBuilt.length === 0;
    return {
        ...knownOf(identity),
        source,
        size: zip,
        bytecode,
        pinned,
        packages,
        ...(whole && { keepable: { describes: (0,description/* describeLayer */.$d)(manifest), manifest } }),
    };
}
/** With the notice that a build of it has made, too. */
function restoredLayer({ inputs }, manifest, identity) {
    const names = manifest.packages.map(({ name }) => name);
    return { ...knownLayer(manifest, "restored", identity), notices: (0,aws_sdk/* sdkNotices */.S)(names, inputs.excludePackages) };
}
/** A layer of which nobody kept what is inside. */
function describedLayer(describes) {
    const { fingerprint: hash, zipped, unzipped, files, bytecode, pinned } = describes;
    return {
        ...knownOf({ fingerprint: hash, notBuilt: [] }),
        source: "restored",
        size: { zipped, unzipped, files },
        bytecode,
        pinned,
        packages: undefined,
        keepable: { describes },
    };
}

// EXTERNAL MODULE: ./lib/size-report/repository.js
var size_report_repository = __webpack_require__(5348);
// EXTERNAL MODULE: ./lib/size-report/sizes-entry.js
var sizes_entry = __webpack_require__(4341);
;// CONCATENATED MODULE: ./lib/size-report/baseline.js








const FETCH = "For that the job needs `permissions: contents: read`, or a checkout with `fetch-depth: 0`.";
/** How to get the base commit's files, at most once. */
function baseTree({ inputs, journal, env, base, token, directory }) {
    let tree;
    const { workspace, codeDirectory } = inputs;
    const place = external_node_path_.relative(workspace, codeDirectory);
    const layAside = async () => {
        const { commit } = base;
        if (commit === undefined) {
            return { outcome: "missing", why: "Nothing says which commit to compare with." };
        }
        await (0,promises_.mkdir)(directory);
        const remote = `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY ?? ""}`;
        const checkedOut = await (0,size_report_repository/* checkOut */.b$)({ workspace, codeDirectory, env, commit, remote, token, directory });
        if (checkedOut.outcome === "failed") {
            journal.say(`git: ${checkedOut.said}`);
            const why = `${nothingKept(inputs, base)}, and the base commit could not be fetched. ${FETCH}`;
            return { outcome: "missing", why };
        }
        journal.say(`Commit ${commit.slice(0, 7)} is laid aside.`);
        const laid = await directoryInside(checkedOut.workspace, place);
        return laid === undefined
            ? { outcome: "missing", why: `Commit ${commit.slice(0, 7)} has no directory \`${place}\`.` }
            : { outcome: "there", ...laid };
    };
    return () => {
        tree ??= layAside();
        return tree;
    };
}
/** The code directory of a tree, as real paths; undefined without one, and when a link of the commit leads out. */
async function directoryInside(tree, place) {
    const workspace = await (0,promises_.realpath)(tree);
    const codeDirectory = await (0,promises_.realpath)(external_node_path_.join(workspace, place)).catch(() => undefined);
    const inside = codeDirectory !== undefined && (0,paths/* isInside */.F)(workspace, codeDirectory);
    return inside && (await (0,promises_.stat)(codeDirectory)).isDirectory() ? { workspace, codeDirectory } : undefined;
}
/** Why the base commit is asked for. Where sizes are kept, nobody reads it. */
function nothingKept({ cache }, { branch = "the base branch" }) {
    return cache ? `No run on \`${branch}\` has kept its sizes yet` : "The cache is off";
}
/** The sizes of the base commit: as an earlier run kept them where they can be compared, else measured here. Does not throw for what is wrong there. */
async function measureBase(request) {
    const { base, head } = request;
    const { branch, commit, kept } = base;
    if (kept === undefined) {
        return measureTree(request);
    }
    const { entry, exact } = kept;
    const layer = keptLayer(entry, request.measuring, head);
    if (layer === undefined) {
        const measured = await measureTree(request);
        // Both sizes of one commit: what is kept can be of another one.
        if (measured.layer.outcome !== "unknown")
            return measured;
    }
    const baseline = {
        outcome: "found",
        ...(branch !== undefined && { branch }),
        commit: exact ? (commit ?? entry.commit) : entry.commit,
        source: exact ? "cache" : "newest",
    };
    return { baseline, code: entry.code, layer: layer ?? versionsOf(entry) };
}
/** The layer of a kept entry, when it can be compared with this commit's: like with like. */
function keptLayer({ layer, runtime, architecture }, { target }, head) {
    if (typeof layer === "string") {
        return { outcome: layer, reason: "" };
    }
    const { describes, manifest } = layer;
    const { fingerprint } = describes;
    const known = head?.outcome === "known" ? head : undefined;
    if (known?.fingerprint === fingerprint) {
        return known;
    }
    const sameTarget = runtime === target.runtime && architecture === target.architecture;
    const alike = known === undefined || (known.bytecode === describes.bytecode && known.notBuilt.length === 0);
    return manifest && sameTarget && alike ? knownLayer(manifest, "restored", { fingerprint, notBuilt: [] }) : undefined;
}
function versionsOf({ layer }) {
    const packages = typeof layer === "string" ? undefined : layer.manifest?.packages;
    return packages === undefined
        ? { outcome: "unknown" }
        : { outcome: "versions", packages: packages.map(({ name, version }) => ({ name, version })) };
}
async function measureTree(request) {
    const { measuring, base, tree, directory } = request;
    const { branch, commit } = base;
    const found = await tree();
    if (found.outcome === "missing") {
        return { baseline: { outcome: "none", why: found.why }, code: undefined, layer: { outcome: "unknown" } };
    }
    const { workspace, codeDirectory } = found;
    const { journal, inputs, fileEnv } = measuring;
    const dependencies = await tolerant(journal, "The dependencies of the base commit", () => (0,find/* findDependencies */.N)({ ...inputs, workspace, codeDirectory, env: fileEnv }));
    const code = await tolerant(journal, "The code of the base commit", () => packBase(inputs, workspace, codeDirectory, dependencies, external_node_path_.join(directory, "base-code.zip")));
    const layer = dependencies &&
        (await tolerant(journal, "The layer of the base commit", () => measureBaseLayer(request, workspace, dependencies)));
    return {
        baseline: {
            outcome: "found",
            ...(branch !== undefined && { branch }),
            ...(commit !== undefined && { commit }),
            source: "git",
        },
        code: code && (0,sizes_entry/* knownSize */.dI)(code),
        layer: layer ?? { outcome: "unknown" },
    };
}
function packBase({ codeInclude, codeExclude }, workspace, directory, dependencies = { outcome: "untouched", reason: "" }, file) {
    return (0,function_code/* packCode */.L)({ workspace, directory, include: codeInclude, exclude: codeExclude, dependencies, file });
}
async function measureBaseLayer({ measuring, base, head, directory }, workspace, dependencies) {
    const known = head?.outcome === "known" ? head : undefined;
    if (known !== undefined &&
        dependencies.outcome === "found" &&
        fingerprintOf(measuring, dependencies) === known.fingerprint) {
        return known;
    }
    const kept = base.kept?.entry.layer;
    const layer = await measureLayer(measuring, {
        dependencies,
        workspace,
        directory: external_node_path_.join(directory, "base-layer"),
        budget: Number.POSITIVE_INFINITY,
        known: typeof kept === "object" ? kept : undefined,
        ...(known !== undefined && { bytecode: known.bytecode, wheelsOnly: known.notBuilt.length > 0 }),
    });
    return layer.outcome !== "known" || known === undefined || isAlike(layer, known)
        ? layer
        : { outcome: "versions", packages: layer.packages ?? [] };
}
/** Their sizes can be compared. */
function isAlike(base, head) {
    const leftOut = new Set(base.notBuilt);
    return base.bytecode === head.bytecode && !(head.packages ?? []).some(({ name }) => leftOut.has(name));
}
/** What is wrong with the base commit is no fault of this change. */
async function tolerant(journal, what, work) {
    try {
        return await work();
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        journal.notice({ level: "note", text: `${what} could not be measured: ${why}` });
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(1957);
// EXTERNAL MODULE: ./lib/aws/failure.js
var aws_failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/function/compare.js + 1 modules
var compare = __webpack_require__(5243);
// EXTERNAL MODULE: ./lib/layer/inside.js + 1 modules
var inside = __webpack_require__(1463);
// EXTERNAL MODULE: ./lib/layer/lookup.js
var lookup = __webpack_require__(6191);
;// CONCATENATED MODULE: ./lib/size-report/live-function.js




// How the SDK's default chain finds credentials without asking a machine's metadata service, which may not answer:
// https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
const CREDENTIALS = [
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];
/** Whether the report may ask AWS: somebody gave credentials, and the Region is known. */
function knowsAws(inputs, env) {
    return inputs.region !== undefined && CREDENTIALS.some((name) => (env[name] ?? "") !== "");
}
/** Reads what callers get, in one call; undefined when there is no such function. Throws the SDK's errors. */
async function readLiveFunction({ functionName, region, aliasName }, journal) {
    const { connectLambda } = await Promise.all(/* import() */[__webpack_require__.e(719), __webpack_require__.e(401), __webpack_require__.e(317)]).then(__webpack_require__.bind(__webpack_require__, 6698)); // with AWS's client, which a report without credentials does without
    const lambda = connectLambda(region, functionName.given, journal.calls);
    const behindAlias = aliasName && (await (0,aws_failure/* unlessMissing */.F2)(lambda.getFunction(aliasName)));
    const state = behindAlias || (await (0,aws_failure/* unlessMissing */.F2)(lambda.getFunction()));
    // Layers and zips do not apply to a container image.
    return state?.packageType === "Zip" ? { lambda, state } : undefined;
}
/** Looks into the live code and layers; nothing of them is downloaded. Throws the SDK's errors. */
async function lookInside({ lambda, state }, { layerName, layers: given }, code) {
    const { before, changed } = await (0,compare/* compareCode */.f)(state, code);
    const ours = (0,lookup/* ourLayer */.SF)(state.layers, state.arn, layerName);
    const sizeOf = async (arn) => {
        const zipped = state.layers.find((layer) => layer.arn === arn)?.zipped;
        const { size } = await (0,inside/* readOtherLayer */.QK)(arn, lambda).catch(() => ({ size: {} }));
        return { ...(zipped !== undefined && { zipped }), ...size };
    };
    const attached = await Promise.all(state.layers.map(async ({ arn }) => ({ arn, size: await sizeOf(arn) })));
    const beside = attached.filter(({ arn }) => arn !== ours);
    const layer = attached.find(({ arn }) => arn === ours)?.size;
    const used = sumOf([before, ...attached.map(({ size }) => size)]);
    return {
        sizes: { code: before, ...(layer && { layer }), ...(used !== undefined && { used }) },
        codeChanged: changed,
        hasLayer: ours !== undefined,
        others: await Promise.all((given ?? beside.map(({ arn }) => arn)).map((arn) => known(attached, arn) ?? sizeOf(arn))),
    };
}
function known(attached, arn) {
    return attached.find((layer) => layer.arn === arn)?.size;
}
/** Unzipped bytes; undefined when one is not known. */
function sumOf(sizes) {
    return sizes.some(({ unzipped }) => unzipped === undefined)
        ? undefined
        : sizes.reduce((sum, { unzipped = 0 }) => sum + unzipped, 0);
}
/** Looks for it. Throws the SDK's errors. */
async function findInAws({ lambda, state }, layerName, fingerprint) {
    const attached = (0,lookup/* ourLayer */.SF)(state.layers, state.arn, layerName);
    const { wanted } = await (0,lookup/* lookUp */.TE)(lambda.layerVersions(layerName), attached, fingerprint);
    if (wanted === undefined) {
        return "missing";
    }
    return wanted.arn === attached ? "attached" : "published";
}

// EXTERNAL MODULE: ./lib/size-report/other-sizes.js
var other_sizes = __webpack_require__(1379);
;// CONCATENATED MODULE: ./lib/size-report/deployed-now.js




/** The live function, where the credentials for it are at hand. */
async function deployedNow(inputs, journal, env) {
    return knowsAws(inputs, env)
        ? journal.step("Deployed now", "find", () => orNotice(inputs, journal, () => readLive(inputs, journal)))
        : undefined;
}
async function readLive(inputs, journal) {
    const live = await readLiveFunction(inputs, journal);
    const { name } = inputs.functionName;
    journal.say(live === undefined
        ? `There is no function ${name} with a zip in ${inputs.region}.`
        : `${name}: ${live.state.runtime}, ${live.state.architecture}.`);
    return live;
}
/** What AWS does not tell is missing in the report, and no failure. */
async function orNotice(inputs, journal, ask) {
    try {
        return await ask();
    }
    catch (error) {
        const { message, hint } = (0,failure/* describeFailure */.I)(error, {
            functionName: inputs.functionName.name,
            region: inputs.region,
        });
        const text = `What is deployed now could not be read: ${message}${hint === undefined ? "" : ` ${hint}`}`;
        journal.notice({ level: "note", text });
        return undefined;
    }
}
/** What is inside of the live function, as far as AWS tells. */
async function insideNow(inputs, journal, live, code) {
    return live && orNotice(inputs, journal, () => lookInside(live, inputs, code));
}
/** Where AWS has the layer already; undefined: nobody knows. */
async function layerInAws(measuring, live, head) {
    if (live === undefined || head.outcome === "unreadable" || head.dependencies.outcome !== "found") {
        return undefined;
    }
    const { inputs, journal } = measuring;
    const hash = fingerprintOf(measuring, head.dependencies);
    return orNotice(inputs, journal, () => findInAws(live, inputs.layerName, hash));
}
/** The layers beside ours that the function is to have. */
function otherLayersOf({ layers }, inside, { kept }) {
    if (inside !== undefined) {
        return (0,other_sizes/* otherSizes */.x)(inside.others);
    }
    if (layers === undefined) {
        return kept?.entry.otherLayers;
    }
    return layers.length === 0 ? (0,other_sizes/* otherSizes */.x)([]) : undefined;
}

// EXTERNAL MODULE: ./lib/size-report/find-base.js + 2 modules
var find_base = __webpack_require__(7886);
// EXTERNAL MODULE: ./lib/size-report/keep-sizes.js
var keep_sizes = __webpack_require__(7750);
// EXTERNAL MODULE: ./lib/size-report/kept-sizes.js
var kept_sizes = __webpack_require__(5919);
// EXTERNAL MODULE: ./lib/report/bytes.js
var bytes = __webpack_require__(1925);
;// CONCATENATED MODULE: ./lib/size-report/layer-words.js

/** What is known of a layer, as a sentence for the log. Pure. */
function layerInWords(layer) {
    switch (layer.outcome) {
        case "untouched":
            return "The layers are left alone.";
        case "none":
            return "There is no layer.";
        case "known": {
            const { zipped = 0, unzipped = 0 } = layer.size;
            const from = layer.source === "built" ? "built here" : "known from an earlier run";
            return `The layer is ${(0,bytes/* formatBytes */.z3)(zipped)} zipped, ${(0,bytes/* formatBytes */.z3)(unzipped)} unzipped, ${from}.`;
        }
        case "versions":
            return "Of the layer only the versions of its packages are known.";
        case "unknown":
            return "The size of the layer is not known.";
        default:
            return layer;
    }
}

// EXTERNAL MODULE: ./lib/layer/import-names.js
var import_names = __webpack_require__(6649);
// EXTERNAL MODULE: ./lib/gates.js
var lib_gates = __webpack_require__(267);
// EXTERNAL MODULE: ./lib/limits.js
var lib_limits = __webpack_require__(8207);
// EXTERNAL MODULE: ./lib/report/size-report-changes.js
var size_report_changes = __webpack_require__(3912);
// EXTERNAL MODULE: ./lib/report/size-sides.js
var size_sides = __webpack_require__(6016);
;// CONCATENATED MODULE: ./lib/size-report/check-report.js





/**
 * What a deploy of this commit would be stopped or warned for, as far as the report knows it. `files`: those of the code
 * package. Throws ActionError as the deploy does. Pure.
 */
function checkReport({ sizes, limits, layer }, gates, files) {
    const packages = packagesOf(sizes);
    const after = packages.map((one) => one.after).filter((one) => one !== undefined);
    const notices = (0,lib_gates/* checkSizes */.rU)(gates, gatedReport(sizes, files), limits, { ...layer, packages: after });
    return [...notices, ...bucketNotice(sizes, gates)];
}
/** The report as the gates see it: the layer is compared with that of the base branch, never with what is deployed. */
function gatedReport(sizes, files) {
    const { baseline, code, layer } = sizes;
    const base = baseline.outcome === "none" ? undefined : (0,size_sides/* baseSide */.dX)(sizes)?.layer;
    const now = (0,size_sides/* changeSide */.s4)(sizes).layer;
    return {
        code: { zipped: code.after.zipped, files },
        layer: {
            before: base === undefined ? undefined : (0,lib_gates/* unzippedOf */.NZ)(base),
            after: layer.outcome === "unknown" ? undefined : (0,lib_gates/* unzippedOf */.NZ)(now),
        },
        base: "the base branch",
        packages: packagesOf(sizes).map((one) => {
            const growth = (0,size_report_changes/* growthOf */.Xo)(one);
            return { name: one.name, ...(growth !== undefined && { growth }) };
        }),
    };
}
function packagesOf({ layer }) {
    return layer.outcome === "known" ? layer.packages : [];
}
/** Only a zip that the next deploy sends needs one. */
function bucketNotice({ code, layer, next }, { bucket }) {
    const ours = layer.outcome === "known" && layer.after !== "none" && next.layer === "published" ? layer.after.zipped : undefined;
    const zips = [["code package", code.after.zipped], ["layer", ours]];
    return zips.flatMap(([what, zipped]) => bucket !== undefined || zipped === undefined || zipped <= lib_limits/* DIRECT_UPLOAD_LIMIT */.Ce
        ? []
        : [
            {
                level: "warning",
                text: `The ${what} is ${(0,bytes/* formatBytes */.z3)(zipped)} zipped; Lambda takes ${(0,bytes/* formatBytes */.z3)(lib_limits/* DIRECT_UPLOAD_LIMIT */.Ce)} in a direct upload: the next deploy needs \`s3-bucket\`.`,
            },
        ]);
}

// EXTERNAL MODULE: ./lib/layer/package-changes.js
var package_changes = __webpack_require__(3121);
;// CONCATENATED MODULE: ./lib/size-report/compare-sizes.js

/** The layer of the base branch beside that of this commit. Pure. */
function compareLayers(base, head) {
    switch (head.outcome) {
        case "untouched":
            return { outcome: "none" };
        case "unknown":
            return { outcome: "unknown", why: head.why, ...(base.outcome === "known" && { before: base.size }) };
        case "none":
            return base.outcome === "none" || base.outcome === "untouched" || base.outcome === "unknown"
                ? { outcome: "none" }
                : {
                    outcome: "known",
                    changed: true,
                    before: base.outcome === "known" ? base.size : {},
                    after: "none",
                    packages: (0,package_changes/* comparePackages */.F)(base.packages, []),
                    notBuilt: [],
                };
        case "known":
            return { outcome: "known", after: head.size, ...besideKnown(base, head) };
        default:
            return head;
    }
}
function besideKnown(base, head) {
    const { packages, notBuilt } = head;
    switch (base.outcome) {
        case "untouched":
        case "none":
            return { changed: true, before: "none", packages: (0,package_changes/* comparePackages */.F)([], packages), notBuilt };
        case "unknown":
            return { packages: (0,package_changes/* comparePackages */.F)([], packages), notBuilt };
        case "versions":
            return { changed: true, before: {}, packages: (0,package_changes/* comparePackages */.F)(base.packages, packages), notBuilt };
        case "known": {
            const names = [...new Set([...notBuilt, ...base.notBuilt])].toSorted();
            return {
                changed: base.fingerprint !== head.fingerprint,
                before: base.size,
                packages: (0,package_changes/* comparePackages */.F)(base.packages, packages),
                notBuilt: names,
            };
        }
        default:
            return base;
    }
}
/** Sentences for what cannot be seen in the figures. Pure. */
function comparisonNotices(base, comparison) {
    const notices = [];
    if (base.outcome === "versions") {
        const text = "The base branch's layer was measured for another runtime or architecture, or one of the two layers has no bytecode: packages are compared by their versions only.";
        notices.push({ level: "note", text });
    }
    if (comparison.outcome === "known" && comparison.notBuilt.length > 0) {
        const names = comparison.notBuilt.map((name) => `\`${name}\``).join(", ");
        const built = comparison.notBuilt.length === 1 ? "It is" : "They are";
        const text = `Not counted: ${names}. ${built} built from source, and a report of a fork or on \`pull_request_target\` builds nothing.`;
        notices.push({ level: "note", text });
    }
    return notices;
}
/** Our layer as the report's facts tell of it. Pure. */
function layerFacts(name, files, head, comparison) {
    const known = comparison.outcome === "known" ? comparison : undefined;
    const before = known?.before === undefined || known.before === "none" ? undefined : known.before;
    const compared = known?.before === undefined ? [] : known.packages;
    const common = {
        name,
        dependencyFiles: files,
        ...(before && Object.keys(before).length > 0 && { before }),
        changes: (0,package_changes/* packageChanges */.k)(compared),
        newest: [],
    };
    if (head.outcome === "none") {
        return { ...common, source: "none", reason: head.reason, packages: [] };
    }
    const { fingerprint, source, size, packages, pinned, bytecode } = head;
    return {
        ...common,
        source,
        reason: reasonOf(known?.changed, source),
        fingerprint,
        after: size,
        ...(packages && { packageCount: packages.length }),
        packages: (packages ?? []).map(({ importNames: _, ...shown }) => shown),
        pinned,
        bytecode,
    };
}
function reasonOf(changed, source) {
    const measured = source === "built" ? "It was built here to be measured." : "Its sizes were kept by an earlier run.";
    const compared = changed === undefined
        ? "Nothing says what the base branch has."
        : `The dependencies ${changed ? "differ from" : "are"} those of the base branch.`;
    return `${compared} ${measured}`;
}

;// CONCATENATED MODULE: ./lib/size-report/next-deploy.js
/** What the next deploy does with the layer, and how many zip bytes it sends. Pure. */
function nextDeploy(question) {
    const { head, codeZipped, codeChanged } = question;
    const layer = nextLayer(question);
    const forLayer = layer === "published" ? (head.outcome === "known" ? wholeSize(head) : undefined) : 0;
    const forCode = codeChanged === undefined ? undefined : codeChanged ? codeZipped : 0;
    return layer === "unknown" || forLayer === undefined || forCode === undefined
        ? { layer }
        : { layer, upload: forCode + forLayer };
}
/** Of a layer that is counted in part nobody knows it. */
function wholeSize({ size, notBuilt }) {
    return notBuilt.length === 0 ? size.zipped : undefined;
}
function nextLayer({ head, comparison, inAws, attached }) {
    const published = inAws === undefined ? undefined : inAws !== "missing";
    switch (head.outcome) {
        case "untouched":
            return "untouched";
        case "unknown":
            return madeOrFound(published);
        case "none":
            return (attached ?? comparison.outcome === "known") ? "detached" : "untouched";
        case "known":
            return madeOrFound(published ?? isTheSame(comparison));
        default:
            return head;
    }
}
function madeOrFound(published) {
    if (published === undefined) {
        return "unknown";
    }
    return published ? "reused" : "published";
}
/** The base branch has this very layer. */
function isTheSame(comparison) {
    const changed = comparison.outcome === "known" ? comparison.changed : undefined;
    return changed === undefined ? undefined : !changed;
}
/** The steps of the next deploy, as far as they follow from sizes. Pure. */
function plannedChanges(next, { comparison, codeChanged, inAws }) {
    const differs = comparison.outcome === "known" && comparison.changed === true;
    const moves = inAws === undefined ? differs : inAws !== "attached";
    const publishes = "No published version of the layer was built from these dependencies, as far as this report knows.";
    return [
        ...(next.layer === "published" ? [{ action: "publish-layer", reason: publishes }] : []),
        ...(next.layer === "published" || next.layer === "detached" || (next.layer === "reused" && moves)
            ? [{ action: "update-configuration", reason: "The function gets other layers." }]
            : []),
        ...(codeChanged === true
            ? [{ action: "update-code", reason: "The code package differs from the one before." }]
            : []),
    ];
}

;// CONCATENATED MODULE: ./lib/size-report/report-limits.js

/** Room left under Lambda's limits, as far as a report knows. A layer without figure makes it a lower bound. Pure. */
function reportLimits(code, head, inside, otherLayers) {
    const limits = (0,lib_limits/* limitsOf */.Af)({
        code,
        layer: ourSize(head, inside),
        otherLayers: otherLayers === undefined ? [] : [{ unzipped: otherLayers.unzipped }],
    });
    const partly = head.outcome === "known" && head.notBuilt.length > 0;
    const atLeast = limits.atLeast || head.outcome === "unknown" || partly || otherLayers?.atLeast === true;
    return { ...limits, atLeast };
}
/** A layer that is not this function's business stays as it is. */
function ourSize(head, inside) {
    switch (head.outcome) {
        case "known":
            return head.size;
        case "untouched":
            return inside?.sizes.layer;
        case "none":
        case "unknown":
            return undefined;
        default:
            return head;
    }
}

;// CONCATENATED MODULE: ./lib/size-report/learn-sizes.js






/** Puts everything into the report that it is made of. */
function learnSizes(inputs, journal, measured) {
    const { event, chosen, code, head, layer, before, inside, inAws, otherLayers } = measured;
    const comparison = compareLayers(before.layer, layer);
    for (const notice of [...comparisonNotices(before.layer, comparison), ...noticesOf(layer)]) {
        journal.notice(notice);
    }
    const base = before.code?.sha256;
    const codeChanged = inside?.codeChanged ?? (base === undefined ? undefined : base !== code.sha256);
    const next = nextDeploy({
        head: layer,
        comparison,
        codeZipped: code.zipped,
        codeChanged,
        inAws,
        attached: inside?.hasLayer,
    });
    const facts = journal.known().code;
    const known = layer.outcome === "known" ? layer : undefined;
    const importNames = (known?.packages ?? []).flatMap((one) => one.importNames ?? []);
    journal.learn({
        ...(facts && {
            code: {
                ...facts,
                ...(before.code && { before: before.code }),
                shadowing: (0,import_names/* shadowing */.L0)(code.importNames, importNames),
            },
        }),
        ...((layer.outcome === "known" || layer.outcome === "none") && {
            layer: layerFacts(inputs.layerName, filesOf(head), layer, comparison),
        }),
        limits: reportLimits(code, layer, inside, otherLayers),
        plan: plannedChanges(next, { comparison, codeChanged, inAws }),
        sizes: {
            subject: event.kind.startsWith("pull_request") ? "pull request" : "commit",
            baseline: before.baseline,
            targetFrom: chosen.from,
            code: { ...(before.code && { before: before.code }), after: (0,sizes_entry/* knownSize */.dI)(code) },
            layer: comparison,
            ...(otherLayers && { otherLayers }),
            ...(inside && { live: inside.sizes }),
            next,
            untrusted: event.untrusted,
        },
    });
}
function noticesOf(layer) {
    return layer.outcome === "known" ? layer.notices : [];
}
function filesOf(head) {
    return head.outcome === "unreadable" || head.dependencies.outcome === "untouched" ? [] : head.dependencies.files;
}
/** As a deploy does, with everything known by then: the report shows it. */
function checkLimits(inputs, journal, { entries }) {
    const { sizes, limits, layer } = journal.known();
    if (sizes === undefined || limits === undefined) {
        return;
    }
    for (const notice of checkReport({ sizes, limits, ...(layer && { layer }) }, inputs, entries)) {
        journal.notice(notice);
    }
}

// EXTERNAL MODULE: ./lib/observe.js
var observe = __webpack_require__(9827);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/size-report/measure-head.js










/** Reads the dependency files. Those of a stranger may need variables that are not given to them: then the layer has no figure. */
async function readHeadDependencies(inputs, journal, fileEnv, untrusted) {
    try {
        return { outcome: "read", dependencies: await (0,observe/* readDependencies */.g)(inputs, journal, fileEnv) };
    }
    catch (error) {
        if (untrusted && error instanceof errors/* ActionError */.l) {
            return { outcome: "unreadable", why: error.message };
        }
        throw error;
    }
}
/** Packs the code of this commit. */
async function packHead(inputs, journal, head, workDirectory) {
    const { workspace, codeDirectory: directory, codeInclude: include, codeExclude: exclude } = inputs;
    const dependencies = head.outcome === "read" ? head.dependencies : unread(inputs, head.why);
    const file = external_node_path_.join(workDirectory, "code.zip");
    const code = await (0,function_code/* packCode */.L)({ workspace, directory, include, exclude, dependencies, file });
    journal.say(`${(0,markdown/* plural */.LS)(code.files, "file")}, ${(0,bytes/* formatBytes */.z3)(code.zipped)} zipped.`);
    journal.learn({
        code: {
            directory: (0,paths/* relativePath */.i)(workspace, directory),
            after: (0,sizes_entry/* knownSize */.dI)(code),
            leftOut: code.leftOut,
            shadowing: [],
        },
    });
    return code;
}
/** The files that could not be read are no code all the same. */
function unread({ workspace, codeDirectory, requirements }, reason) {
    const beside = (0,paths/* relativePath */.i)(workspace, external_node_path_.join(codeDirectory, "requirements.txt"));
    return { outcome: "empty", files: typeof requirements === "string" ? [beside] : requirements, reason };
}
/** A package that does not fit the runtime: no fault of the change when the runtime is a guess. */
const UNFIT = ["no-wheel", "requires-python", "binary"];
/** The layer of this commit. What it throws was not foreseen. */
async function measureHeadLayer(measuring, request) {
    const { inputs, untrusted } = measuring;
    const { head, code, otherLayers, entry, certain, workDirectory } = request;
    if (head.outcome === "unreadable") {
        return { outcome: "unknown", why: head.why };
    }
    const { used = 0 } = (0,lib_limits/* limitsOf */.Af)({ code, layer: undefined, otherLayers: otherLayers ? [otherLayers] : [] });
    try {
        return await measureLayer(measuring, {
            dependencies: head.dependencies,
            workspace: inputs.workspace,
            directory: external_node_path_.join(workDirectory, "layer"),
            budget: Math.min(inputs.hardLimit, lib_limits/* UNZIPPED_LIMIT */.My) - used,
            known: typeof entry?.layer === "object" ? entry.layer : undefined,
        });
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l)) {
            throw error;
        }
        const excused = untrusted || (!certain && UNFIT.includes(error.code));
        return { outcome: "unknown", why: error.message, ...(!excused && { failure: error }) };
    }
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/function/own-file.js
var own_file = __webpack_require__(7279);
// EXTERNAL MODULE: ./lib/layer/target.js
var target = __webpack_require__(3100);
;// CONCATENATED MODULE: ./lib/size-report/python-version.js

/** The runtime that a `.python-version` file names in its first line that says something; undefined for all others (`pypy3.10`, `3.9`). Pure. */
function runtimeOfVersionFile(text) {
    const [first = ""] = text
        .split(/\r?\n/)
        .map((line) => line.replace(/#.*/, "").trim())
        .filter((line) => line !== "");
    const [, minor] = /^(?:cpython-?|python-?)?(3\.\d{1,2})(?:\.\d{1,3})?$/i.exec(first) ?? [];
    return target/* RUNTIMES */.aC.find((runtime) => runtime === `python${minor}`);
}
/** Characters; keeps a hostile text from costing minutes. */
const LONGEST = 1_000;
/** The newest runtime that fits `requires-python`; undefined when none does or it cannot be read. Pure. */
function runtimeOfRequiresPython(text) {
    if (text.length > LONGEST) {
        return undefined;
    }
    const clauses = text
        .split(",")
        .map((clause) => clause.trim())
        .filter((clause) => clause !== "")
        .map(parseClause);
    if (clauses.length === 0 || clauses.includes(undefined)) {
        return undefined;
    }
    const known = clauses.filter((clause) => clause !== undefined);
    return target/* RUNTIMES */.aC.findLast((runtime) => {
        const [, minor = ""] = /^python3\.(\d+)$/.exec(runtime) ?? [];
        return PATCHES.some((patch) => known.every((clause) => holds(clause, [3, Number(minor), patch])));
    });
}
/** Lambda has one of them, nobody says which. */
const PATCHES = Array.from({ length: 40 }, (_, patch) => patch);
// https://packaging.python.org/en/latest/specifications/version-specifiers/
function parseClause(text) {
    const match = /^(~=|===?|!=|<=|>=|<|>)\s*(\d{1,4}(?:\.\d{1,4}){0,4})(\.\*)?$/.exec(text);
    const [, operator = "", version = "", star] = match ?? [];
    return match === null ? undefined : { operator, numbers: version.split(".").map(Number), prefix: star !== undefined };
}
function holds({ operator, numbers, prefix }, version) {
    const order = python_version_compare(version, numbers);
    const equal = prefix ? startsWith(version, numbers) : order === 0;
    switch (operator) {
        case "==":
        case "===":
            return equal;
        case "!=":
            return !equal;
        case ">=":
            return order >= 0;
        case "<=":
            return order <= 0;
        case ">":
            return order > 0;
        case "<":
            return order < 0;
        default:
            return order >= 0 && startsWith(version, numbers.slice(0, -1));
    }
}
function python_version_compare(one, other) {
    const length = Math.max(one.length, other.length);
    const places = Array.from({ length }, (_, place) => (one[place] ?? 0) - (other[place] ?? 0));
    return places.find((difference) => difference !== 0) ?? 0;
}
function startsWith(version, start) {
    return start.every((number, place) => number === (version[place] ?? 0));
}

;// CONCATENATED MODULE: ./lib/size-report/project-python.js





const LONGEST_FILE = 1024 ** 2;
/** Looks for `.python-version`, then for `requires-python`, in the code directory and above it up to the workspace (absolute paths). */
function readProjectPython(workspace, codeDirectory) {
    const directories = [...upwards(workspace, codeDirectory)];
    const first = (name, read) => directories
        .map((directory) => (0,own_file/* readOwnFile */.z)(directory, name, LONGEST_FILE))
        .map((file) => (file.outcome === "text" ? read(file.text) : undefined))
        .find((runtime) => runtime !== undefined);
    const named = first(".python-version", runtimeOfVersionFile);
    if (named !== undefined) {
        return { runtime: named, from: "python-version" };
    }
    const required = first("pyproject.toml", runtimeOfProject);
    return required && { runtime: required, from: "requires-python" };
}
function* upwards(workspace, directory) {
    for (let here = directory; (0,paths/* isInside */.F)(workspace, here); here = external_node_path_.dirname(here)) {
        yield here;
        if (here === external_node_path_.dirname(here))
            return;
    }
}
function runtimeOfProject(text) {
    try {
        const { project } = (0,dist.parse)(text);
        const required = project?.["requires-python"];
        return typeof required === "string" ? runtimeOfRequiresPython(required) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/size-report/report-target.js

/** The runtime and architecture of a report: from the one that knows best, else the newest and x86_64. Pure. */
function chooseTarget({ input, live, baseline, project }) {
    const liveRuntime = target/* RUNTIMES */.aC.find((runtime) => runtime === live?.runtime);
    const [runtime, runtimeFrom] = firstKnown([
        [input.runtime, "input"],
        [liveRuntime, "live"],
        [baseline?.runtime, "baseline"],
        [project?.runtime, project?.from ?? "guess"],
    ]) ?? [target/* RUNTIMES */.aC[target/* RUNTIMES */.aC.length - 1] ?? target/* RUNTIMES */.aC[0], "guess"];
    const [architecture, architectureFrom] = firstKnown([
        [input.architecture, "input"],
        [live?.architecture, "live"],
        [baseline?.architecture, "baseline"],
    ]) ?? ["x86_64", "guess"];
    const from = { runtime: runtimeFrom, architecture: architectureFrom };
    const certain = CERTAIN.includes(runtimeFrom);
    return { target: (0,target/* targetOf */.$r)(runtime, architecture), from, certain, notices: guessNotice(runtime, architecture, from) };
}
const CERTAIN = ["input", "live", "baseline"];
function firstKnown(hints) {
    const [value, source] = hints.find(([known]) => known !== undefined) ?? [];
    return value === undefined || source === undefined ? undefined : [value, source];
}
function guessNotice(runtime, architecture, from) {
    const guessed = [from.runtime === "guess" && "runtime", from.architecture === "guess" && "architectures"];
    const inputs = guessed.filter((name) => name !== false).map((name) => `\`${name}\``);
    if (inputs.length === 0) {
        return [];
    }
    const text = `Counted for ${runtime} on ${architecture}, since nothing says what the function has. Set ${inputs.join(" and ")}.`;
    return [{ level: "note", text }];
}

;// CONCATENATED MODULE: ./lib/size-report/report-sizes.js
















/**
 * The story of a report: what this commit does to the function's size. It writes nothing to AWS, needs no credentials, and
 * executes nothing of what a stranger wrote.
 */
async function reportSizes(inputs, journal, around) {
    const { env, workDirectory } = around;
    const { workspace, codeDirectory, githubToken: token } = inputs;
    const event = await (0,event_file/* readEvent */.j)(env);
    journal.mask(token === undefined ? [] : [(0,size_report_repository/* encodedToken */._5)(token)]);
    const kept = inputs.cache ? await (0,kept_sizes/* openKeptSizes */.d)(workspace) : undefined;
    const { base, repository } = await journal.step("Baseline", "find", async () => {
        const repository = await (0,size_report_repository/* openRepository */.h_)({ workspace, codeDirectory, env });
        const found = await (0,find_base/* findBase */.l)({ inputs, env, event, repository, kept });
        journal.say(describeBase(found));
        if (found.commit !== undefined && found.commit === repository?.head) {
            journal.notice({ level: "warning", text: COMPARED_WITH_ITSELF });
        }
        return { base: found, repository };
    });
    const live = await deployedNow(inputs, journal, env);
    const chosen = chooseTarget({
        input: inputs,
        live: live?.state,
        baseline: base.kept?.entry,
        project: readProjectPython(workspace, codeDirectory),
    });
    learnFunction(inputs, journal, chosen, live);
    const measuring = await measuringWith({ inputs, journal, around, event, kept, chosen });
    const { untrusted, fileEnv } = measuring;
    const head = await journal.step("Dependencies", "find", () => readHeadDependencies(inputs, journal, fileEnv, untrusted));
    const code = await journal.step("Code package", "pack", () => packHead(inputs, journal, head, workDirectory));
    const inside = await insideNow(inputs, journal, live, code);
    const otherLayers = otherLayersOf(inputs, inside, base);
    const layer = await journal.step("Layer", "build", async () => {
        const measured = await measureHeadLayer(measuring, {
            head,
            code,
            otherLayers,
            entry: base.kept?.entry,
            certain: chosen.certain,
            workDirectory,
        });
        journal.say(layerInWords(measured));
        return measured;
    });
    const inAws = await layerInAws(measuring, inside && live, head);
    const before = await journal.step("Sizes of the base", "build", async () => {
        const measured = await measureBase({
            measuring,
            base,
            head: layer.outcome === "unknown" ? undefined : layer,
            directory: workDirectory,
            tree: baseTree({ inputs, journal, env, base, token, directory: external_node_path_.join(workDirectory, "base") }),
        });
        journal.say(layerInWords(measured.layer));
        return measured;
    });
    learnSizes(inputs, journal, { event, chosen, code, head, layer, before, inside, inAws, otherLayers });
    // A guess that is kept would be taken for knowledge.
    if (event.kind === "push" && kept !== undefined && !Object.values(chosen.from).includes("guess")) {
        const { target } = chosen;
        await (0,keep_sizes/* keepMeasuredSizes */.G)({ inputs, env, head: repository?.head, kept, target, code, layer, otherLayers });
    }
    if (layer.outcome === "unknown" && layer.failure !== undefined) {
        throw layer.failure;
    }
    checkLimits(inputs, journal, code);
    return "reported";
}
/** What actions/checkout takes on `pull_request_target` when it is not told otherwise. */
const COMPARED_WITH_ITSELF = "The workspace holds the base branch and not the pull request, so there is nothing to see. Report on `pull_request`, where actions/checkout takes the pull request.";
function describeBase({ branch = "the base", commit, kept }) {
    if (commit === undefined) {
        return "Nothing says which commit to compare with.";
    }
    const found = kept === undefined
        ? "no run has kept its sizes"
        : kept.exact
            ? "an earlier run kept its sizes"
            : `the newest sizes of the branch are those of ${kept.entry.commit.slice(0, 7)}`;
    return `Compared with ${branch} at ${commit.slice(0, 7)}: ${found}.`;
}
function learnFunction({ functionName, region }, journal, { target: { runtime, architecture }, notices }, live) {
    if (notices.length === 0) {
        journal.say(`Counted for ${runtime} on ${architecture}.`);
    }
    for (const notice of notices) {
        journal.notice(notice);
    }
    const arn = live?.state.arn;
    journal.learn({
        function: { name: functionName.name, ...(region && { region }), ...(arn && { arn }), runtime, architecture },
    });
}
async function measuringWith({ inputs, journal, around, event, kept, chosen }) {
    const { untrusted } = event;
    const empty = external_node_path_.join(around.workDirectory, "empty");
    await (0,promises_.mkdir)(empty);
    await (0,promises_.writeFile)(external_node_path_.join(empty, NO_NETRC), "");
    // Programs of the workspace are not started, also not where the base commit stands for it.
    const env = (0,programs/* withRunnerPath */.mY)(around.env, inputs.workspace);
    return {
        inputs,
        journal,
        env: untrusted ? withoutKeys(env, empty) : env,
        fileEnv: untrusted ? withoutVariables(env) : env,
        target: chosen.target,
        kept,
        // On behalf of a stranger a run could write into the cache of the default branch.
        keeps: event.kind === "pull_request" || !untrusted,
        untrusted,
    };
}


/***/ })

};
