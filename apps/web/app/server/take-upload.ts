import { type FileStore, type ReceivedFile, receiveFile, type Upload } from "@guildhall/files";
import { readMultipart } from "./read-multipart.ts";

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

/** Takes a posted file straight into the store, as it arrives: nothing of it waits in memory, however large it is. */
export async function takeUpload(
  request: Request,
  { store, tenantId, field, ...limits }: Wanted,
): Promise<TakenUpload> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data"))
    return { form: await request.formData(), received: null, refusal: null };
  let received: ReceivedFile | null = null;
  let refusal: unknown = null;
  const form = await readMultipart(request, async ({ name, filename, data }) => {
    if (name !== field || filename === "" || received) return;
    try {
      received = await receiveFile(store, tenantId, { content: data, name: filename, ...limits });
    } catch (error) {
      refusal = error;
    }
  });
  return { form, received, refusal };
}
