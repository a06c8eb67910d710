import { parseJson } from "../parse-json.js";
import type { SmokeTest } from "./smoke-test-line.js";

export const EVENT_SHAPES = ["http-api", "rest-api", "alb", "function-url"] as const;

/** In which form a request reaches the function; or a file of the workspace that is sent as it is. */
export type SmokeEvent = (typeof EVENT_SHAPES)[number] | EventFile;

export interface EventFile {
  /** As the workflow names it. */
  readonly file: string;
  /** JSON */
  readonly text: string;
}

/** What differs from request to request beside the line. */
export interface Arrival {
  readonly region: string;
  readonly time: Date;
  readonly requestId: string;
}

const USER_AGENT = "lambda-layers-deploy";
const CLIENT = "127.0.0.1";
const ACCOUNT = "123456789012";
const API = "smoketest0";
const STAGE = "prod";

/** The event that stands for a request, as JSON. */
export function eventOf(test: SmokeTest, event: SmokeEvent, arrival: Arrival): string {
  return typeof event === "string" ? JSON.stringify(shaped(test, event, arrival)) : event.text;
}

function shaped(test: SmokeTest, shape: (typeof EVENT_SHAPES)[number], arrival: Arrival): object {
  switch (shape) {
    case "http-api":
      return payload2(request(test, `${API}.execute-api.${arrival.region}.amazonaws.com`), arrival, ACCOUNT);
    case "function-url":
      return payload2(request(test, `${API}.lambda-url.${arrival.region}.on.aws`), arrival, "anonymous");
    case "rest-api":
      return payload1(request(test, `${API}.execute-api.${arrival.region}.amazonaws.com`), arrival);
    case "alb":
      return albPayload(request(test, `${API}.${arrival.region}.elb.amazonaws.com`), arrival);
    default:
      return shape satisfies never;
  }
}

interface Request {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** As written. */
  readonly encodedPath: string;
  readonly query: string;
  readonly host: string;
  readonly headers: readonly Pair[];
  readonly body: string | undefined;
}

type Pair = readonly [name: string, value: string];

/** The line as a request that came through a front of AWS, which adds headers of its own; a header of the line wins. */
function request({ method, path, headers: given, body }: SmokeTest, domain: string): Request {
  const mark = path.indexOf("?");
  const encodedPath = mark < 0 ? path : path.slice(0, mark);
  const host = given.find(([name]) => name.toLowerCase() === "host")?.[1] ?? domain;
  const usual: readonly Pair[] = [
    ["Accept", "*/*"],
    ["Host", host],
    ["User-Agent", USER_AGENT],
    ["X-Forwarded-For", CLIENT],
    ["X-Forwarded-Port", "443"],
    ["X-Forwarded-Proto", "https"],
    ...(body === undefined ? [] : contentHeaders(body)),
  ];
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  return {
    method,
    path: decodeURIComponent(encodedPath),
    encodedPath,
    query: mark < 0 ? "" : path.slice(mark + 1),
    host,
    headers: [...usual.filter(([name]) => !names.has(name.toLowerCase())), ...given],
    body,
  };
}

/** Who writes JSON means JSON, and frameworks ask for the type. */
function contentHeaders(body: string): readonly Pair[] {
  const length: Pair = ["Content-Length", String(Buffer.byteLength(body))];
  return parseJson(body) === undefined ? [length] : [length, ["Content-Type", "application/json"]];
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, format 2.0; also of function URLs. */
function payload2(request: Request, { time, requestId }: Arrival, accountId: string): object {
  const { method, path, query, host, body } = request;
  const headers = grouped(request.headers.map(([name, value]): Pair => [name.toLowerCase(), value]));
  const { cookie, ...others } = Object.fromEntries(headers);
  const parameters = grouped(decodedQuery(query));
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.flatMap((value) => value.split(/;\s*/)) }),
    headers: mapped(Object.entries(others), (values) => values.join(",")),
    ...(parameters.length > 0 && { queryStringParameters: mapped(parameters, (values) => values.join(",")) }),
    requestContext: {
      accountId,
      apiId: API,
      domainName: host,
      domainPrefix: host.split(".")[0],
      http: { method, path, protocol: "HTTP/1.1", sourceIp: CLIENT, userAgent: USER_AGENT },
      requestId,
      routeKey: "$default",
      stage: "$default",
      time: logTime(time),
      timeEpoch: time.getTime(),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format */
function payload1(request: Request, { time, requestId }: Arrival): object {
  const { method, path, query, host, body } = request;
  const resource = path === "/" ? "/" : "/{proxy+}";
  const headers = grouped(request.headers);
  const parameters = grouped(decodedQuery(query));
  return {
    resource,
    path,
    httpMethod: method,
    headers: mapped(headers, last),
    multiValueHeaders: Object.fromEntries(headers),
    queryStringParameters: parameters.length > 0 ? mapped(parameters, last) : null,
    multiValueQueryStringParameters: parameters.length > 0 ? Object.fromEntries(parameters) : null,
    pathParameters: path === "/" ? null : { proxy: path.slice(1) },
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: API,
      domainName: host,
      domainPrefix: host.split(".")[0],
      extendedRequestId: requestId,
      httpMethod: method,
      identity: { sourceIp: CLIENT, userAgent: USER_AGENT },
      path: `/${STAGE}${path}`,
      protocol: "HTTP/1.1",
      requestId,
      requestTime: logTime(time),
      requestTimeEpoch: time.getTime(),
      resourceId: API,
      resourcePath: resource,
      stage: STAGE,
    },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html: nothing of the URL is decoded. */
function albPayload(request: Request, { region }: Arrival): object {
  const { method, encodedPath, query, body } = request;
  const headers = request.headers.map(([name, value]): Pair => [name.toLowerCase(), value]);
  return {
    requestContext: {
      elb: {
        targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:targetgroup/smoke-test/0123456789abcdef`,
      },
    },
    httpMethod: method,
    path: encodedPath,
    queryStringParameters: mapped(grouped(encodedQuery(query)), last),
    headers: mapped(grouped(headers), last),
    body: body ?? "",
    isBase64Encoded: false,
  };
}

function decodedQuery(query: string): readonly Pair[] {
  return [...new URLSearchParams(query)];
}

function encodedQuery(query: string): readonly Pair[] {
  const parts = query.split("&").filter((part) => part !== "");
  return parts.map((part) => {
    const sign = part.indexOf("=");
    return sign < 0 ? [part, ""] : [part.slice(0, sign), part.slice(sign + 1)];
  });
}

type Group = readonly [name: string, values: readonly string[]];

/** The values of each name, in the order in which the names came. */
function grouped(pairs: readonly Pair[]): readonly Group[] {
  const names = [...new Set(pairs.map(([name]) => name))];
  return names.map((name) => [name, pairs.filter(([one]) => one === name).map(([, value]) => value)]);
}

function mapped(groups: readonly Group[], one: (values: readonly string[]) => string): object {
  return Object.fromEntries(groups.map(([name, values]) => [name, one(values)]));
}

function last(values: readonly string[]): string {
  return values.at(-1) ?? "";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `12/Mar/2026:19:03:58 +0000` */
function logTime(time: Date): string {
  const [date = "", clock = ""] = time.toISOString().split("T");
  const [year, month, day] = date.split("-");
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}
