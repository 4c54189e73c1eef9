import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { S3Settings } from "../store/s3-store.ts";
import { collected } from "./temporary-store.ts";

/** Enough of S3's REST interface for our store: objects, ranges, listing, uploads in parts. Refuses what is unsigned. */
export class S3StandIn {
  readonly objects = new Map<string, { bytes: Buffer; at: Date }>();
  readonly uploads = new Map<string, { key: string; parts: Map<number, Buffer>; at: Date }>();
  /** As "PUT object", in the order they came. */
  readonly calls: string[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: Error) =>
      send(response, 500, failure("InternalError", error.message)),
    );
  });

  async start(): Promise<S3Settings> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The stand-in has no port.");
    const endpoint = `http://127.0.0.1:${address.port}`;
    return {
      endpoint,
      region: "eu-central-1",
      bucket: "hall",
      accessKeyId: "AKIAHALL",
      secretAccessKey: "a secret of the hall",
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await collected<Uint8Array>(request));
    const url = new URL(request.url ?? "/", "http://s3");
    const key = decodeURIComponent(url.pathname.replace(/^\/hall\/?/, ""));
    const action = `${request.method} ${actionOf(url, key)}`;
    this.calls.push(action);
    const refuse = () => send(response, 403, failure("AccessDenied", "not signed, or not for this body"));
    const answer = isSigned(request, body) ? this.#actions[action] : refuse;
    answer?.({ key, url, body, range: request.headers.range, response });
    if (!answer) send(response, 501, failure("NotImplemented", action));
  }

  readonly #actions: Record<string, (call: Call) => void> = {
    "PUT object": ({ key, body, response }) => {
      this.objects.set(key, { bytes: body, at: new Date() });
      send(response, 200, "", { ETag: etag(body) });
    },
    "GET object": ({ key, range, response }) => this.#read(key, range, response),
    "HEAD object": ({ key, response }) => this.#read(key, undefined, response),
    "DELETE object": ({ key, response }) => {
      this.objects.delete(key);
      send(response, 204);
    },
    "GET bucket": ({ url, response }) => this.#list(url, response),
    "GET uploads": ({ response }) => {
      const uploads = [...this.uploads].map(
        ([id, { key, at }]) =>
          `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
      );
      send(
        response,
        200,
        `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${uploads.join("")}</ListMultipartUploadsResult>`,
      );
    },
    "POST uploads": ({ key, response }) => {
      const id = `upload-${this.uploads.size + 1}`;
      this.uploads.set(id, { key, parts: new Map(), at: new Date() });
      const names = `<Bucket>hall</Bucket><Key>${key}</Key><UploadId>${id}</UploadId>`;
      send(response, 200, `<InitiateMultipartUploadResult>${names}</InitiateMultipartUploadResult>`);
    },
    "PUT part": ({ url, body, response }) => {
      this.#upload(url).parts.set(Number(url.searchParams.get("partNumber")), body);
      send(response, 200, "", { ETag: etag(body) });
    },
    "POST part": ({ key, url, response }) => {
      const { parts } = this.#upload(url);
      const inOrder = [...parts].sort(([first], [second]) => first - second).map(([, bytes]) => bytes);
      this.objects.set(key, { bytes: Buffer.concat(inOrder), at: new Date() });
      this.uploads.delete(url.searchParams.get("uploadId") ?? "");
      send(
        response,
        200,
        `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
      );
    },
    "DELETE part": ({ url, response }) => {
      this.uploads.delete(url.searchParams.get("uploadId") ?? "");
      send(response, 204);
    },
  };

  #upload(url: URL) {
    const upload = this.uploads.get(url.searchParams.get("uploadId") ?? "");
    if (!upload) throw new Error("There is no such upload.");
    return upload;
  }

  #read(key: string, range: string | undefined, response: ServerResponse): void {
    const found = this.objects.get(key);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
    if (!found) send(response, 404, failure("NoSuchKey", key));
    else if (from === undefined) send(response, 200, found.bytes);
    else send(response, 206, found.bytes.subarray(Number(from), Number(to) + 1));
  }

  /** Two at a time, so that paging is needed. */
  #list(url: URL, response: ServerResponse): void {
    const after = url.searchParams.get("continuation-token") ?? "";
    const left = [...this.objects.keys()].sort().filter((key) => key > after);
    const page = left.slice(0, 2);
    const contents = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${this.objects.get(key)?.at.toISOString()}</LastModified></Contents>`,
    );
    const next = left.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
    send(
      response,
      200,
      `<ListBucketResult><IsTruncated>${left.length > 2}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
    );
  }
}

interface Call {
  key: string;
  url: URL;
  body: Buffer;
  range: string | undefined;
  response: ServerResponse;
}

function actionOf(url: URL, key: string): string {
  if (url.searchParams.has("uploads")) return "uploads";
  if (url.searchParams.has("uploadId")) return "part";
  return key === "" ? "bucket" : "object";
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=AKIAHALL\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;

function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const hash = createHash("sha256").update(body).digest("hex");
  const dated = /^\d{8}T\d{6}Z$/.test(String(headers["x-amz-date"]));
  return authorization.test(headers.authorization ?? "") && dated && headers["x-amz-content-sha256"] === hash;
}

function etag(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

function failure(code: string, message: string): string {
  return `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer = "",
  headers: Record<string, string> = {},
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "Content-Length": String(bytes.length), ...headers });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
}
