import { type FileStore, type ReceivedFile, receiveFile, type Upload } from "@guildhall/files";
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";

interface Wanted extends Pick<Upload, "limitBytes" | "accept"> {
  readonly store: FileStore;
  readonly tenantId: Parameters<typeof receiveFile>[1];
  /** The form's field that holds the file. */
  readonly field: string;
}

interface TakenUpload {
  /** What else the form holds. */
  readonly form: FormData;
  readonly received: ReceivedFile | null;
  /** Why the file was not taken. */
  readonly refusal: unknown;
}

const mostText = 10_000;

/** Takes a posted file straight into the store, as it arrives: nothing of it waits in memory, however large it is. */
export async function takeUpload(
  request: Request,
  { store, tenantId, field, ...limits }: Wanted,
): Promise<TakenUpload> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data"))
    return { form: await request.formData(), received: null, refusal: null };
  let received: ReceivedFile | null = null;
  let refusal: unknown = null;
  const form = await parseMultipart(request, async ({ name, filename, data }) => {
    if (filename === undefined) return textOf(data);
    if (name !== field || filename === "" || received) {
      await pass(data);
      return null;
    }
    try {
      received = await receiveFile(store, tenantId, { content: data, name: filename, ...limits });
    } catch (error) {
      refusal = error;
    }
    await pass(data);
    return null;
  });
  return { form, received, refusal };
}

async function textOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of data) {
    length += chunk.length;
    if (length <= mostText) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Lets go by what nobody wants, so that what follows it in the form arrives. */
async function pass(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of data);
}
