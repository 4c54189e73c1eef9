import { documentJson, documentText } from "@guildhall/docs/client";
import { m } from "@guildhall/i18n/messages";
import { Button, ConfirmDialog, Notice, Time } from "@guildhall/ui";
import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import * as Y from "yjs";
import { z } from "zod";
import { useWords } from "../../shell/words.ts";
import { copyAsPage } from "./copy-as-page.ts";
import { dropCopy, findCopy, type KeptCopy as Kept, onSetAside } from "./kept-copies.ts";
import type { KeptCopyProps } from "./kept-copy-props.ts";

/** Words that were never stored, on their way out: into a file, a document of one's own, or away. They are merged nowhere. */
export default function KeptCopy({ room, personId, mayWrite, putTo }: KeptCopyProps) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const [copy, setCopy] = useState<Kept | null>(null);
  const [state, setState] = useState<"kept" | "putting" | "refused">("kept");
  useEffect(() => {
    let isHere = true;
    const look = () => void findCopy({ room, personId }, mayWrite).then((found) => isHere && setCopy(found));
    look();
    const unsubscribe = onSetAside({ room, personId }, look);
    return () => {
      isHere = false;
      unsubscribe();
    };
  }, [room, personId, mayWrite]);
  if (!copy) return null;
  const drop = async () => {
    await dropCopy({ room, personId });
    setCopy(null);
  };
  const put = async (address: string) => {
    setState("putting");
    const place = await putDown(address, copy);
    if (place === null) return setState("refused");
    await drop();
    navigate(place);
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Notice tone="warning" live title={t(m.versions_copy_title)}>
      <p>
        {t(m.versions_copy_text)} <Time value={new Date(copy.at)} locale={locale} zone={zone} show="moment" />
      </p>
      {state === "refused" && <p className="text-seal">{t(m.versions_copy_refused)}</p>}
      <div className="mt-s2 flex flex-wrap gap-s2">
        <Button size="s" icon="download" onPress={() => download(copy)}>
          {t(m.versions_copy_download)}
        </Button>
        {putTo && (
          <Button size="s" icon="document" pending={state === "putting"} onPress={() => void put(putTo)}>
            {t(m.versions_copy_put)}
          </Button>
        )}
        <ConfirmDialog
          button={
            <Button size="s" look="quiet">
              {t(m.versions_copy_drop)}
            </Button>
          }
          title={t(m.versions_copy_drop_title)}
          description={t(m.versions_copy_drop_text)}
          act={t(m.versions_copy_drop)}
          onConfirm={() => void drop()}
        />
      </div>
    </Notice>
  );
}

function read({ state }: Kept) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return documentJson(doc);
}

function download(copy: Kept): void {
  const json = read(copy);
  const address = URL.createObjectURL(new Blob([copyAsPage(json)], { type: "text/html;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${
    documentText(json)
      .title.replace(/[\\/:*?"<>|]+/g, " ")
      .trim() || "document"
  }.html`;
  link.click();
  URL.revokeObjectURL(address);
}

const put = z.object({ path: z.string() });

async function putDown(address: string, copy: Kept): Promise<string | null> {
  const form = new FormData();
  form.set("json", JSON.stringify(read(copy)));
  const answer = await fetch(address, { method: "POST", body: form });
  return answer.ok ? put.parse(await answer.json()).path : null;
}
