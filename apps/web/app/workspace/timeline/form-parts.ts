import { invalid } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { type ReceivedFile, receiveFile } from "@guildhall/files";
import { largestFile, mostFiles } from "@guildhall/work/schemas";
import type { House } from "../../server/house.ts";

/** Takes the files of a posted note in, before its transaction opens. */
export async function receiveFiles(house: House, { tenant }: Scope, form: FormData): Promise<readonly ReceivedFile[]> {
  const files = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  if (files.length > mostFiles)
    throw invalid("work.too-many-files", { files: `work.too-many-files?most=${mostFiles}` }, { most: mostFiles });
  const received: ReceivedFile[] = [];
  for (const file of files)
    received.push(
      await receiveFile(house.files, tenant.id, { content: file.stream(), name: file.name, limitBytes: largestFile }),
    );
  return received;
}

/** Where the record of a note or task has its page; of none, the workspace itself. */
export function pageOfRecord(slug: string, record: { readonly type: string; readonly id: string } | null): string {
  if (record?.type === "person") return `/w/${slug}/people/${record.id}`;
  if (record?.type === "company") return `/w/${slug}/companies/${record.id}`;
  return `/w/${slug}`;
}

/** Whether a script sent the form and stays where it is; without one, the answer leads on. */
export const staysThere = (form: FormData): boolean => form.get("stay") === "1";
