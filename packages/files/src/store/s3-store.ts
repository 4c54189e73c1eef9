import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { FileStore, StoredObject } from "./file-store.ts";
import { storageKeySchema } from "./storage-key.ts";

export interface S3Settings {
  /** For anything that is not AWS itself; the bucket then stands in the path. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps bytes in a bucket of S3 or of what speaks like it. The SDK is loaded on first use, so that boot stays fast. */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket } = settings;
  let connection: Promise<Connection> | undefined;
  const connect = () => {
    connection ??= connectTo(settings);
    return connection;
  };

  return {
    async put(content, key) {
      const { client } = await connect();
      const { Upload } = await import("@aws-sdk/lib-storage");
      const Body = Readable.from(content, { objectMode: false });
      // Two parts of 5 MB in memory at the most, whatever the size of the whole.
      await new Upload({ client, params: { Bucket, Key: key, Body }, partSize: 5 * 1024 * 1024, queueSize: 2 }).done();
    },

    async get(key, range) {
      const { sdk, client } = await connect();
      const Range = range && `bytes=${range.start}-${range.end}`;
      const found = await orNull(
        sdk,
        client.send(new sdk.GetObjectCommand({ Bucket, Key: key, ...(Range && { Range }) })),
      );
      if (!found) return null;
      const { Body, ContentLength } = found;
      if (!(Body instanceof Readable) || ContentLength === undefined)
        throw new Error(`The store answered without bytes for ${key}.`);
      return { stream: Body, size: ContentLength };
    },

    async exists(key) {
      const { sdk, client } = await connect();
      return (await orNull(sdk, client.send(new sdk.HeadObjectCommand({ Bucket, Key: key })))) !== null;
    },

    async delete(key) {
      const { sdk, client } = await connect();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },

    async *list(tenantId) {
      const { sdk, client } = await connect();
      const Prefix = tenantId && `${tenantId}/`;
      for await (const { Contents = [] } of sdk.paginateListObjectsV2(
        { client },
        { Bucket, ...(Prefix && { Prefix }) },
      ))
        yield* objectsIn(Contents);
    },

    async discardUnfinished(before) {
      const { sdk, client } = await connect();
      for await (const { Key, UploadId, Initiated } of unfinishedUploads(await connect(), Bucket))
        if (storageKeySchema.safeParse(Key).success && Initiated && Initiated < before)
          await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    },
  };
}

type Sdk = typeof import("@aws-sdk/client-s3");

interface Connection {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

async function connectTo({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): Promise<Connection> {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Trailing checksums are AWS's own; what speaks S3 elsewhere often does not know them.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint && { endpoint, forcePathStyle: true }),
  });
  return { sdk, client };
}

async function orNull<Result>(sdk: Sdk, looking: Promise<Result>): Promise<Result | null> {
  try {
    return await looking;
  } catch (error) {
    if (
      error instanceof sdk.S3ServiceException &&
      error.$metadata.httpStatusCode === 404 &&
      error.name !== "NoSuchBucket"
    )
      return null;
    throw error;
  }
}

function* objectsIn(
  contents: { Key?: string | undefined; LastModified?: Date | undefined }[],
): Generator<StoredObject> {
  for (const { Key, LastModified } of contents) {
    const key = storageKeySchema.safeParse(Key);
    if (key.success && LastModified) yield { key: key.data, storedAt: LastModified };
  }
}

async function* unfinishedUploads({ sdk, client }: Connection, Bucket: string) {
  let after: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
  while (after) {
    const page: import("@aws-sdk/client-s3").ListMultipartUploadsCommandOutput = await client.send(
      new sdk.ListMultipartUploadsCommand({ Bucket, ...after }),
    );
    yield* page.Uploads ?? [];
    after =
      page.IsTruncated && page.NextKeyMarker
        ? { KeyMarker: page.NextKeyMarker, ...(page.NextUploadIdMarker && { UploadIdMarker: page.NextUploadIdMarker }) }
        : undefined;
  }
}
