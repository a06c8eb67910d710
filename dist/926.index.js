export const id = 926;
export const ids = [926];
export const modules = {

/***/ 3926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  longestSilence: () => (/* binding */ longestSilence),
  smokeCheck: () => (/* binding */ smokeCheck)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/LambdaClient.js + 8 modules
var LambdaClient = __webpack_require__(410);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4528);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(2476);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/InvokeCommand.js


class InvokeCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "Invoke", schemas_0/* Invoke$ */.Vl_) {
}

// EXTERNAL MODULE: ./lib/aws/client.js
var aws_client = __webpack_require__(542);
;// CONCATENATED MODULE: ./lib/aws/invoke.js


/**
 * One attempt only: what a function does twice, nobody can take back. A server that sends nothing for `silenceMs` counts as gone:
 * longer than the function can run.
 */
function connectInvoke(region, functionName, log, silenceMs) {
    const requestHandler = { ...aws_client/* REQUEST_HANDLER */.di, socketTimeout: silenceMs };
    const client = new LambdaClient/* LambdaClient */.N({ region, maxAttempts: 1, requestHandler });
    (0,aws_client/* watchCalls */.pE)(client, log);
    return async (qualifier, event) => {
        const command = new InvokeCommand({
            FunctionName: functionName,
            Qualifier: qualifier,
            InvocationType: "RequestResponse",
            LogType: "Tail",
            Payload: Buffer.from(event),
        });
        const reply = await client.send(command);
        return {
            payload: reply.Payload?.transformToString() ?? "",
            functionError: reply.FunctionError,
            logResult: reply.LogResult,
        };
    };
}

// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __webpack_require__(2959);
// EXTERNAL MODULE: ./lib/verify/smoke-test-line.js
var smoke_test_line = __webpack_require__(8696);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/parse-json.js
var parse_json = __webpack_require__(2807);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
;// CONCATENATED MODULE: ./lib/verify/invoke-report.js

/**
 * Reads the REPORT of LogResult: base64 of the log's last 4 KB, which may begin anywhere in a line. The function can print
 * the same words, but Lambda has the last one. Undefined without a report: a high log level hides it.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html
 */
function parseInvokeReport(logResult) {
    const lines = Buffer.from(logResult, "base64").toString("utf8").split(/\r?\n/);
    return lines.map((line) => textReport(line) ?? jsonReport(line)).findLast((report) => report !== undefined);
}
/** `REPORT RequestId: …`, then facts between tabs; some may follow that are not known here. */
function textReport(line) {
    if (!line.startsWith("REPORT RequestId: ")) {
        return undefined;
    }
    const facts = new Map(line.split("\t").flatMap((part) => {
        const [, name, figure] = /^(.+?): ([\d.]+) (?:ms|MB)$/.exec(part.trim()) ?? [];
        return name === undefined ? [] : [[name, Number(figure)]];
    }));
    return reportOf({
        durationMs: facts.get("Duration"),
        initDurationMs: facts.get("Init Duration"),
        restoreDurationMs: facts.get("Restore Duration"),
        maxMemoryUsedMB: facts.get("Max Memory Used"),
    });
}
/** The log format JSON: an object of the type `platform.report`. */
function jsonReport(line) {
    const event = (0,parse_json/* parseJson */.qF)(line);
    const record = (0,parse_json/* isObject */.Gv)(event) && event.type === "platform.report" ? event.record : undefined;
    const metrics = (0,parse_json/* isObject */.Gv)(record) ? record.metrics : undefined;
    return (0,parse_json/* isObject */.Gv)(metrics) ? reportOf(metrics) : undefined;
}
function reportOf(metrics) {
    const { durationMs, initDurationMs: initMs, restoreDurationMs: restoreMs, maxMemoryUsedMB: maxMemoryMB } = metrics;
    if (!isFigure(durationMs)) {
        return undefined;
    }
    return {
        durationMs,
        ...(isFigure(initMs) && { initMs }),
        ...(isFigure(restoreMs) && { restoreMs }),
        ...(isFigure(maxMemoryMB) && { maxMemoryMB }),
    };
}
function isFigure(value) {
    return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/verify/judge.js



const LONGEST_ERROR = 300;
/**
 * Whether an answer is what the line asks for: no crash, then the status, then the time, then the body. The time of a
 * cold start, and of the first request in any case, is shown and not judged.
 */
function judge(test, event, invocation, first) {
    const report = invocation.logResult === undefined ? undefined : parseInvokeReport(invocation.logResult);
    const facts = { ...requested(test), ...timesOf(report) };
    if (invocation.functionError !== undefined) {
        const { reason, ...rest } = crash(invocation.payload, event);
        return { result: { ...facts, ok: false, reason }, ...rest };
    }
    const answer = parseAnswer(invocation.payload);
    const failed = wrongStatus(test, event, answer.status) ?? tooSlow(test, report, first) ?? wrongBody(test, answer);
    const result = { ...facts, ...(answer.status !== undefined && { status: answer.status }) };
    if (failed === undefined) {
        return { result: { ...result, ok: true } };
    }
    const { reason, ...rest } = failed;
    return { result: { ...result, ok: false, reason }, ...rest };
}
/** The result of a request that is not sent, since an earlier one was hopeless: it has no reason of its own. */
function notSent(test) {
    return { ...requested(test), ok: false };
}
function requested({ method, path, statuses }) {
    return { method, path, expected: (statuses ?? ["2xx"]).join(",") };
}
function timesOf(report) {
    return report === undefined
        ? {}
        : {
            ms: report.durationMs,
            ...(report.initMs !== undefined && { initMs: report.initMs }),
            ...(report.restoreMs !== undefined && { restoreMs: report.restoreMs }),
            ...(report.maxMemoryMB !== undefined && { memoryMB: report.maxMemoryMB }),
        };
}
/** The error types are those of Python's runtime client and of Lambda itself. */
function crash(payload, event) {
    const { errorType, errorMessage } = fieldsOf(payload);
    const type = typeof errorType === "string" ? errorType : "an error";
    const text = typeof errorMessage === "string" ? errorMessage.replace(/\s+/g, " ").trim() : "";
    const message = text.replace(/^RequestId: \S+ Error: /, "");
    const reason = (0,report_escape/* cutMiddle */.it)(`failed with ${type}${message === "" ? "" : `: ${message}`}`, LONGEST_ERROR);
    const hint = crashHint(type, message, event);
    const hopeless = type.startsWith("Runtime.") || type === "Sandbox.Timedout" || /Task timed out after/.test(message);
    return { reason, ...(hint !== undefined && { hint }), hopeless };
}
function crashHint(type, message, event) {
    if (/GLIBC_\d/.test(message)) {
        return "A binary asks for a newer C library than the runtime has: choose a release of the package with a wheel for it, or a newer `runtime`.";
    }
    if (type === "Runtime.ImportModuleError") {
        return "What Python names is neither in the code package nor in a layer: add it to the requirements, or to `code-include` if it is code.";
    }
    if (type === "Runtime.HandlerNotFound") {
        return "The module is there, the function in it is not: correct `handler`, or the name in the code.";
    }
    if (type === "Sandbox.Timedout" || /Task timed out after/.test(message)) {
        return "The function ran into its time-out: its log in CloudWatch shows how far it came.";
    }
    const shapes = otherShapes(type, message);
    return shapes === undefined || typeof event !== "string"
        ? undefined
        : `The handler asks for another form of event: set \`smoke-event\` to ${shapes}.`;
}
/** The key that a handler misses names the form that it was written for. */
function otherShapes(type, message) {
    if (type !== "KeyError") {
        return undefined;
    }
    const shapes = {
        "'httpMethod'": "`rest-api` or `alb`",
        "'http'": "`http-api` or `function-url`",
        "'rawPath'": "`http-api` or `function-url`",
    };
    return shapes[message];
}
/** What a front of AWS makes of the payload. An answer that is none of HTTP's is a body. */
function parseAnswer(payload) {
    const { statusCode, body, isBase64Encoded } = fieldsOf(payload);
    const status = typeof statusCode === "string" && /^\d{3}$/.test(statusCode) ? Number(statusCode) : statusCode;
    if (typeof status !== "number") {
        return { status: undefined, body: payload };
    }
    const text = typeof body === "string" ? body : body === undefined || body === null ? "" : JSON.stringify(body);
    return { status, body: isBase64Encoded === true ? Buffer.from(text, "base64").toString("utf8") : text };
}
function wrongStatus(test, event, status) {
    if (status === undefined) {
        // An event of one's own need not be a request, nor its answer one with a status.
        return typeof event !== "string" && test.statuses === undefined
            ? undefined
            : {
                reason: "answered without a numeric `statusCode`",
                hint: "`smoke-tests` sends HTTP requests. For a handler of other events, set `smoke-event` to a JSON file and leave the status out of the line.",
            };
    }
    const statuses = test.statuses ?? ["2xx"];
    if (statuses.some((one) => one === String(status) || one === `${Math.floor(status / 100)}xx`)) {
        return undefined;
    }
    const redirect = status >= 300 && status < 400 && status !== 304;
    return {
        reason: `answered ${status}${redirect ? ", a redirect," : ""} instead of ${statuses.join(",")}`,
        ...(redirect && { hint: "Redirects are not followed: ask for the address it leads to, or expect the redirect." }),
    };
}
function tooSlow({ limitMs }, report, first) {
    const cold = first || report?.initMs !== undefined || report?.restoreMs !== undefined;
    if (limitMs === undefined || report === undefined || cold || report.durationMs <= limitMs) {
        return undefined;
    }
    return { reason: `took ${Math.round(report.durationMs)} ms, more than ${limitMs} ms` };
}
function wrongBody(test, { body }) {
    const missing = test.contains.find((text) => !body.includes(text));
    return missing === undefined
        ? undefined
        : { reason: (0,report_escape/* cutMiddle */.it)(`answered without ${JSON.stringify(missing)} in the body`, LONGEST_ERROR) };
}
function fieldsOf(payload) {
    const value = (0,parse_json/* parseJson */.qF)(payload);
    return (0,parse_json/* isObject */.Gv)(value) ? value : {};
}

// EXTERNAL MODULE: ./lib/verify/smoke-event.js
var smoke_event = __webpack_require__(2933);
;// CONCATENATED MODULE: ./lib/verify/verify.js




/**
 * Sends the requests one after the other, and goes on after a wrong answer, so that one run shows all of them. A function
 * that does not come up is not asked again. Throws when AWS does not let the function be invoked.
 */
async function runSmokeTests(request) {
    const judgements = [];
    for (const [index, test] of request.tests.entries()) {
        const hopeless = judgements.some((one) => one.hopeless);
        const judgement = hopeless ? { result: notSent(test) } : await run(request, test, index === 0);
        judgements.push(judgement);
        request.onResult(judgement.result);
    }
    const results = judgements.map(({ result }) => result);
    const first = judgements.find(({ result }) => !result.ok);
    return first === undefined
        ? { outcome: "passed", results }
        : { outcome: "failed", results, failure: failureOf(first, results) };
}
async function run(request, test, first) {
    const { event, region, now, newRequestId } = request;
    const payload = (0,smoke_event/* eventOf */.A)(test, event, { region, time: now(), requestId: newRequestId() });
    return judge(test, event, await invokeOnce(request, test, payload), first);
}
/** https://www.rfc-editor.org/rfc/rfc9110#name-safe-methods */
const SAFE = ["GET", "HEAD", "OPTIONS"];
const UNCLEAR_RETRIES = 2;
/**
 * Asks again when AWS certainly did not run the function: too many calls, or a version that is not up yet. After an
 * answer that leaves it open, only a request that changes nothing is sent again.
 */
async function invokeOnce({ invoke, qualifier, event, waitMs, clock }, test, payload) {
    const deadline = clock.now() + waitMs;
    const safe = typeof event === "string" && SAFE.includes(test.method);
    let unclear = 0;
    for (let pause = 500;; pause = Math.min(pause * 2, 5_000)) {
        try {
            return await invoke(qualifier, payload);
        }
        catch (error) {
            unclear += (0,failure/* isUnclear */.Z5)(error) ? 1 : 0;
            const again = isNotRun(error) || (safe && (0,failure/* isUnclear */.Z5)(error) && unclear <= UNCLEAR_RETRIES);
            if (!again || clock.now() + pause > deadline) {
                throw error;
            }
            await clock.sleep(pause);
        }
    }
}
/** 429, and 409: ResourceConflictException while Pending, SnapStartNotReadyException. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function isNotRun(error) {
    return (0,failure/* isThrottled */.B5)(error) || (0,failure/* awsFailure */.MT)(error)?.status === 409;
}
function failureOf({ result, hint }, results) {
    const failed = results.filter(({ reason }) => reason !== undefined).length;
    const sent = results.filter(({ ok, reason }) => ok || reason !== undefined).length;
    const count = failed === 1 ? "A check failed" : `${failed} of ${sent} checks failed, the first`;
    const message = `${count}: \`${result.method} ${result.path}\` ${result.reason}.`;
    return new errors/* ActionError */.l(message, {
        hint: hint ?? "Correct the code, or the line in `smoke-tests`; the function's log in CloudWatch says more.",
        code: "check-failed",
    });
}

;// CONCATENATED MODULE: ./lib/check.js





/** Loading code, restoring a snapshot and starting a runtime come before the function's own time. */
const START_MS = 60_000;
/** Seconds that a function can have at most. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_TIMEOUT = 900;
/** How long Lambda can be silent while a function of this timeout (s) works, ms. */
function longestSilence(timeout = LONGEST_TIMEOUT) {
    return timeout * 1000 + START_MS;
}
/**
 * Proves by the smoke tests that a version works; undefined when there are none. Throws when one fails. The journal learns
 * of each, and shows no more of it than its line does, of headers and bodies not even that. `timeout` is the function's, in seconds.
 */
function smokeCheck(inputs, journal, timeout) {
    const { smokeTests: tests, smokeEvent: event, functionName, region, waitMs } = inputs;
    if (tests.length === 0) {
        return undefined;
    }
    journal.mask((0,smoke_test_line/* secretsOf */.F)(tests));
    return (qualifier) => journal.timed("check", async () => {
        const invoke = connectInvoke(region, functionName.given, journal.calls, longestSilence(timeout));
        const checked = await runSmokeTests({
            invoke,
            qualifier,
            tests,
            event,
            region,
            waitMs,
            clock: clock/* CLOCK */.Z,
            newRequestId: external_node_crypto_.randomUUID,
            now: () => new Date(),
            onResult: (result) => {
                journal.learn({ smokeTests: [...(journal.known().smokeTests ?? []), result] });
                journal.say(sentenceOf(result));
            },
        });
        if (checked.outcome === "failed") {
            throw checked.failure;
        }
    });
}
function sentenceOf({ method, path, status, ms, initMs, restoreMs, ok, reason }) {
    const time = [
        ms === undefined ? "time not reported" : `${Math.round(ms)} ms`,
        initMs !== undefined && `after a cold start of ${Math.round(initMs)} ms`,
        restoreMs !== undefined && `after a restore of ${Math.round(restoreMs)} ms`,
    ].filter((part) => part !== false);
    if (!ok && reason === undefined) {
        return `Check ${method} ${path} was not sent: it would end the same way.`;
    }
    return `Check ${method} ${path} ${ok ? `answered ${status ?? "without error"}` : reason} (${time.join(", ")}).`;
}


/***/ })

};
