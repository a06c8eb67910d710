import { describe, expect, it } from "vitest";
import { EVENT_SHAPES, eventOf, type SmokeEvent } from "../../src/verify/smoke-event.ts";
import { parseSmokeTests, type SmokeTest } from "../../src/verify/smoke-test-line.ts";

const ARRIVAL = { region: "eu-west-1", time: new Date("2026-03-12T09:03:58.123Z"), requestId: "0b7a" };

function event(line: string, shape: SmokeEvent = "http-api") {
  const [test] = parseSmokeTests(line).tests;
  return JSON.parse(eventOf(test as SmokeTest, shape, ARRIVAL));
}

const FULL =
  'POST /caf%C3%A9/a%20b?tag=x&tag=y%26z&q=a+b&flag header X-Team: "a" header x-team: "b" header Cookie: "s=1; t=2" body={"a":"é"}';

describe("the event of a request", () => {
  it("is of format 2.0 for an HTTP API", () => {
    expect(event(FULL)).toEqual({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/café/a b",
      rawQueryString: "tag=x&tag=y%26z&q=a+b&flag",
      cookies: ["s=1", "t=2"],
      headers: {
        accept: "*/*",
        host: "smoketest0.execute-api.eu-west-1.amazonaws.com",
        "user-agent": "lambda-layers-deploy",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https",
        "content-length": "10",
        "content-type": "application/json",
        "x-team": "a,b",
      },
      queryStringParameters: { tag: "x,y&z", q: "a b", flag: "" },
      requestContext: {
        accountId: "123456789012",
        apiId: "smoketest0",
        domainName: "smoketest0.execute-api.eu-west-1.amazonaws.com",
        domainPrefix: "smoketest0",
        http: {
          method: "POST",
          path: "/café/a b",
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: "lambda-layers-deploy",
        },
        requestId: "0b7a",
        routeKey: "$default",
        stage: "$default",
        time: "12/Mar/2026:09:03:58 +0000",
        timeEpoch: 1_773_306_238_123,
      },
      body: '{"a":"é"}',
      isBase64Encoded: false,
    });
  });

  it("is of the same format for a function URL", () => {
    const { headers, requestContext } = event("GET /", "function-url");
    expect(headers.host).toBe("smoketest0.lambda-url.eu-west-1.on.aws");
    expect(requestContext).toMatchObject({ accountId: "anonymous", domainName: headers.host, stage: "$default" });
  });

  it("is of format 1.0 for a REST API", () => {
    const { requestContext, ...rest } = event(FULL, "rest-api");
    expect(rest).toEqual({
      resource: "/{proxy+}",
      path: "/café/a b",
      httpMethod: "POST",
      headers: {
        Accept: "*/*",
        Host: "smoketest0.execute-api.eu-west-1.amazonaws.com",
        "User-Agent": "lambda-layers-deploy",
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Port": "443",
        "X-Forwarded-Proto": "https",
        "Content-Length": "10",
        "Content-Type": "application/json",
        "X-Team": "a",
        "x-team": "b",
        Cookie: "s=1; t=2",
      },
      multiValueHeaders: expect.objectContaining({ Accept: ["*/*"], Cookie: ["s=1; t=2"] }),
      queryStringParameters: { tag: "y&z", q: "a b", flag: "" },
      multiValueQueryStringParameters: { tag: ["x", "y&z"], q: ["a b"], flag: [""] },
      pathParameters: { proxy: "café/a b" },
      stageVariables: null,
      body: '{"a":"é"}',
      isBase64Encoded: false,
    });
    expect(requestContext).toMatchObject({
      httpMethod: "POST",
      path: "/prod/café/a b",
      stage: "prod",
      identity: { sourceIp: "127.0.0.1" },
      requestTime: "12/Mar/2026:09:03:58 +0000",
    });
    expect(event("GET /", "rest-api")).toMatchObject({
      resource: "/",
      pathParameters: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      body: null,
    });
  });

  it("is left encoded for a load balancer", () => {
    expect(event(FULL, "alb")).toEqual({
      requestContext: { elb: { targetGroupArn: expect.stringMatching(/^arn:aws:elasticloadbalancing:eu-west-1:/) } },
      httpMethod: "POST",
      path: "/caf%C3%A9/a%20b",
      queryStringParameters: { tag: "y%26z", q: "a+b", flag: "" },
      headers: expect.objectContaining({ "x-team": "b", cookie: "s=1; t=2", "content-type": "application/json" }),
      body: '{"a":"é"}',
      isBase64Encoded: false,
    });
    expect(event("GET /", "alb")).toMatchObject({ queryStringParameters: {}, body: "" });
  });

  it.each(EVENT_SHAPES)("has the headers of the line instead of its own: %s", (shape) => {
    const { headers } = event('GET / header host: "api.example.com" header user-agent: "me"', shape);
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    expect(lower.filter(([name]) => name === "host" || name === "user-agent")).toEqual([
      ["host", "api.example.com"],
      ["user-agent", "me"],
    ]);
  });

  it("says that a body is JSON when it is, unless the line knows better", () => {
    expect(event("POST / body=a=1").headers).not.toHaveProperty("content-type");
    expect(event('POST / header Content-Type: "text/plain" body={}').headers["content-type"]).toBe("text/plain");
    expect(event("POST /")).not.toHaveProperty("body");
    expect(event("POST / body=")).toMatchObject({ body: "", headers: { "content-length": "0" } });
  });

  it("is the file as it is, whatever the line says", () => {
    expect(event("GET /x", { file: "event.json", text: '{"Records": [1]}' })).toEqual({ Records: [1] });
  });
});
