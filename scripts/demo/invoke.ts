import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";

/** Sends `GET <path>` to the function as an HTTP API does. Returns status and body. Throws what the function threw. */
export async function get(lambda: LambdaClient, functionName: string, path: string): Promise<string> {
  const reply = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(httpApiEvent("GET", path)) }),
  );
  const payload = new TextDecoder().decode(reply.Payload);
  if (reply.FunctionError !== undefined) throw new Error(`${functionName} failed on GET ${path}: ${payload}`);
  const { statusCode, body } = JSON.parse(payload) as { statusCode: number; body: string };
  return `${statusCode} ${body}`;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function httpApiEvent(method: string, path: string) {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    headers: { accept: "application/json", host: "example.execute-api.eu-central-1.amazonaws.com" },
    requestContext: {
      accountId: "123456789012",
      apiId: "example",
      domainName: "example.execute-api.eu-central-1.amazonaws.com",
      domainPrefix: "example",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "demo" },
      requestId: "demo",
      routeKey: "$default",
      stage: "$default",
      time: "01/Jan/2026:00:00:00 +0000",
      timeEpoch: 1767225600000,
    },
    isBase64Encoded: false,
  };
}
