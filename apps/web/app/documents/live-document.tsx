import type { Document, DocumentNode } from "@guildhall/docs/schemas";
import { type ReactNode, useCallback } from "react";
import { z } from "zod";
import { DocumentEditor } from "./document-editor.tsx";
import {
  type DocumentPlaces,
  type DocumentRoom,
  type FoundMention,
  UploadRefused,
  type Writer,
} from "./document-props.ts";
import { DocumentView } from "./document-view.tsx";
import type { LoadedLiveParts } from "./live-blocks/load-live-parts.ts";
import { useLiveParts } from "./live-blocks/use-live-parts.tsx";
import { type TalkGiven, WithTalk } from "./threads/document-talk.tsx";

interface LiveDocumentProps {
  readonly document: Document;
  readonly json: DocumentNode;
  readonly live: LoadedLiveParts;
  readonly room: Omit<DocumentRoom, "url">;
  readonly mayEdit: boolean;
  readonly me: Writer | null;
  readonly places: DocumentPlaces;
  /** Where pictures and files of it are posted to. */
  readonly files: string;
  /** Where names are asked for; without it, nobody is mentioned by searching. */
  readonly mentions?: string | undefined;
  readonly talk: TalkGiven;
  readonly putCopyTo?: string | undefined;
  readonly actions?: ReactNode;
  readonly sign?: ReactNode;
  readonly isFresh?: boolean | undefined;
  readonly onTitle?: ((title: string) => void) | undefined;
}

/** A document as it stands, which becomes the editor once its room has come. */
export function LiveDocument({
  json,
  live,
  room,
  places,
  files,
  mentions,
  talk: given,
  actions,
  ...props
}: LiveDocumentProps) {
  const upload = useCallback((file: File) => postFile(files, file), [files]);
  const find = useCallback(
    (query: string, signal: AbortSignal) => (mentions ? findNames(mentions, query, signal) : Promise.resolve([])),
    [mentions],
  );
  const { parts, chooser } = useLiveParts(live);
  return (
    <>
      <WithTalk given={given}>
        {(talk, button) => (
          <DocumentEditor
            {...props}
            {...places}
            liveParts={parts}
            talk={talk}
            actions={
              <>
                {button}
                {actions}
              </>
            }
            room={{ ...room, url: syncAddress() }}
            upload={upload}
            {...(mentions && { findMentions: find })}
          >
            <DocumentView json={json} {...places} livePart={(block) => parts.draw(block, undefined)} />
          </DocumentEditor>
        )}
      </WithTalk>
      {chooser}
    </>
  );
}

/** The server never opens a room; there, any address will do. */
function syncAddress(): string {
  return typeof location === "undefined" ? "ws://localhost/sync" : `${location.origin.replace(/^http/, "ws")}/sync`;
}

const stored = z.object({
  fileId: z.string(),
  name: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});

async function postFile(address: string, file: File) {
  const form = new FormData();
  form.set("file", file);
  const answer = await fetch(address, { method: "POST", body: form });
  if (!answer.ok) throw await refusalOf(answer);
  return stored.parse(await answer.json());
}

const refused = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

async function refusalOf(answer: Response): Promise<Error> {
  const said = refused.safeParse(await answer.json().catch(() => null));
  return said.success ? new UploadRefused(said.data.code, said.data.params) : new Error(`Answered ${answer.status}.`);
}

const found = z.array(
  z.object({
    kind: z.enum(["person", "company", "document"]),
    id: z.string(),
    label: z.string(),
    hint: z.string().nullish(),
  }),
);

async function findNames(address: string, query: string, signal: AbortSignal): Promise<readonly FoundMention[]> {
  const answer = await fetch(`${address}?${new URLSearchParams({ q: query })}`, { signal });
  return answer.ok ? found.parse(await answer.json()) : [];
}
