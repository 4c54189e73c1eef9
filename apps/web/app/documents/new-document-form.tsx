import type { Id } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../shell/words.ts";

interface NewDocumentFormProps {
  /** Where documents are put down: "/w/yuanshan/docs". */
  readonly base: string;
  readonly spaceId: Id<"space">;
  readonly parentId?: Id<"document"> | undefined;
  readonly quiet?: boolean;
}

/** Puts a new document down here, and opens it. */
export function NewDocumentForm({ base, spaceId, parentId, quiet = false }: NewDocumentFormProps) {
  const { t } = useWords();
  return (
    <Form method="post" action={`${base}/new`} className="contents">
      <input type="hidden" name="spaceId" value={spaceId} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <Button type="submit" look={quiet ? "quiet" : "primary"} icon="plus">
        {t(parentId ? m.docs_new_below : m.docs_new)}
      </Button>
    </Form>
  );
}
