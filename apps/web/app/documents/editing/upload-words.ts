import type { Cut } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { toast } from "@guildhall/ui";
import type { Words } from "../../shell/words.ts";
import type { UploadedFile } from "../document-props.ts";
import type { PasteHooks } from "./pasting.ts";
import type { UploadHooks } from "./uploads.ts";

export function uploadHooks(upload: (file: File) => Promise<UploadedFile>, { t }: Words): UploadHooks {
  return {
    upload,
    uploading: (name) => t(m.editor_uploading, { name }),
    onFailed: (name) => toast({ tone: "problem", text: t(m.editor_upload_failed, { name }) }),
    onTooMany: (kept, of) => toast({ tone: "problem", text: t(m.editor_upload_too_many, { kept, of }) }),
  };
}

export function pasteHooks({ t }: Words): PasteHooks {
  return {
    onTooLarge: () => toast({ tone: "problem", text: t(m.editor_paste_too_large) }),
    onCut: (cuts) => {
      for (const cut of cuts) toast({ tone: "problem", text: cutWords(cut, t) });
    },
  };
}

function cutWords(cut: Cut, t: Words["t"]): string {
  if (cut.what === "depth") return t(m.editor_cut_depth, { kept: cut.kept });
  const { kept, of } = cut;
  if (cut.what === "images") return t(m.editor_cut_images, { kept, of });
  if (cut.what === "rows") return t(m.editor_cut_rows, { kept, of });
  if (cut.what === "columns") return t(m.editor_cut_columns, { kept, of });
  return t(m.editor_cut_characters, { kept });
}
