import { createHash } from "node:crypto";
import type { FrontRequest } from "./front.ts";
import { refusal } from "./lambda/locations.ts";
import type { Answer } from "./lambda/scene.ts";
import { AwsError, notAuthorized, objectDenied, objectNotReadable } from "./lambda/texts.ts";
import type { Upstream } from "./moto-client.ts";
import { type Permissions, s3Action } from "./policy.ts";

/** moto's S3 with what it lacks: permissions, Regions of buckets, bodies compared with their checksum. */
export interface S3 {
  answer(request: FrontRequest): Promise<Answer>;
  /** An object's bytes as Lambda in this Region copies them for the caller. Throws Lambda's words for an S3 error. */
  read(region: string, object: { bucket: string; key: string; version: string | undefined }): Promise<Buffer>;
  /** Makes a bucket for a test, in its Region. */
  createBucket(name: string, region: string, versioned: boolean): Promise<void>;
}

export function s3(moto: Upstream, may: Permissions, principal: string): S3 {
  const regionOf = new Map<string, string>();

  const redirected = (bucket: string, region: string): Answer | undefined => {
    const home = regionOf.get(bucket);
    if (home === undefined || home === region) return undefined;
    const text =
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.";
    return refusal(301, "PermanentRedirect", text, { "x-amz-bucket-region": home });
  };

  return {
    async answer({ operation, method, url, headers, body, uploaded }) {
      const [, bucket = "", ...key] = decodeURIComponent(url.pathname).split("/");
      const elsewhere = redirected(bucket, operation.region);
      if (elsewhere !== undefined) return elsewhere;
      const resource = `arn:aws:s3:::${[bucket, ...key].filter(Boolean).join("/")}`;
      const action = s3Action(operation.op);
      if (!may.allows(action, resource))
        return refusal(403, "AccessDenied", notAuthorized(principal, action, `"${resource}"`).message);
      const wrong = refusedBody(headers, body);
      if (wrong !== undefined) return wrong;
      const answer = await moto.send({
        method,
        path: `${url.pathname}${url.search}`,
        headers: withAlgorithm(headers),
        body,
      });
      // Who may not list the bucket is not told that an object is missing: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
      if (
        operation.op === "s3.HeadObject" &&
        answer.status === 404 &&
        !may.allows("s3:ListBucket", `arn:aws:s3:::${bucket}`)
      ) {
        return refusal(403, "AccessDenied", "Access Denied");
      }
      if (operation.op === "s3.PutObject" || operation.op === "s3.UploadPart") uploaded(objectBytes(headers, body));
      return answer;
    },

    async read(region, { bucket, key, version }) {
      const resource = `arn:aws:s3:::${bucket}/${key}`;
      if (!may.allows("s3:GetObject", resource)) throw objectDenied(bucket, key);
      if (version !== undefined && !may.allows("s3:GetObjectVersion", resource)) throw objectDenied(bucket, key);
      const home = regionOf.get(bucket) ?? region;
      if (home !== region) {
        // [docs] re:Post; the Region is named, as S3 does
        throw objectNotReadable(
          "PermanentRedirect",
          `The bucket is in this region: ${home}. Please use this region to retry the request`,
        );
      }
      const query = version === undefined ? "" : `?versionId=${encodeURIComponent(version)}`;
      const answer = await moto.s3(
        "GET",
        `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}${query}`,
        region,
      );
      if (answer.status === 200) return answer.body ?? Buffer.alloc(0);
      const text = answer.body?.toString() ?? "";
      const member = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? "";
      throw objectNotReadable(member("Code"), member("Message"));
    },

    async createBucket(name, region, versioned) {
      const place = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
      await accepted(moto.s3("PUT", `/${name}`, region, region === "us-east-1" ? "" : place));
      const enabled = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
      if (versioned) await accepted(moto.s3("PUT", `/${name}?versioning`, region, enabled));
      regionOf.set(name, region);
    },
  };
}

async function accepted(sent: Promise<Answer>): Promise<void> {
  const { status, body } = await sent;
  if (status >= 300) throw new AwsError(status, "Preparation", `moto refused: ${body}`);
}

/** S3 keeps a checksum that comes alone; moto only one whose algorithm is named beside it. */
function withAlgorithm(headers: FrontRequest["headers"]): FrontRequest["headers"] {
  return headers["x-amz-checksum-sha256"] === undefined
    ? headers
    : { ...headers, "x-amz-sdk-checksum-algorithm": "SHA256" };
}

// The exact words are not recorded.
function refusedBody(headers: FrontRequest["headers"], body: Buffer): Answer | undefined {
  const claimed = headers["x-amz-checksum-sha256"];
  if (claimed === undefined || isChunked(headers)) return undefined;
  if (createHash("sha256").update(body).digest("base64") === claimed) return undefined;
  return refusal(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
}

const isChunked = (headers: FrontRequest["headers"]) => headers["content-encoding"]?.includes("aws-chunked") ?? false;

const objectBytes = (headers: FrontRequest["headers"], body: Buffer) =>
  isChunked(headers) ? Number(headers["x-amz-decoded-content-length"]) : body.length;
