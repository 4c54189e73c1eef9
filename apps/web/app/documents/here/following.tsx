import { m } from "@guildhall/i18n/messages";
import type { LiveRoom } from "@guildhall/sync/client";
import { Button } from "@guildhall/ui";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { followView, untilOwnHand } from "./follow-view.ts";
import type { Here } from "./others.ts";
import { whose } from "./who-is-here.tsx";

interface FollowingProps {
  readonly room: LiveRoom;
  readonly editor: Editor;
  readonly person: Here;
  readonly onEnd: () => void;
}

/** Shows what somebody sees for as long as one does nothing oneself, and says so. */
export default function Following({ room, editor, person, onEnd }: FollowingProps) {
  const { t } = useWords();
  const [hasLeft, setLeft] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  const { key, name, color } = person;
  const { awareness } = room;
  useEffect(
    () =>
      untilOwnHand(
        () => line.current,
        () => end.current(),
      ),
    [],
  );
  useEffect(
    () => (hasLeft ? undefined : followView({ awareness, editor, key, onLeft: () => setLeft(true) })),
    [awareness, editor, key, hasLeft],
  );
  const said = hasLeft ? t(m.editor_follow_left, { name }) : t(m.editor_following, { name });
  return (
    <div data-print="no" className="following-place">
      <div ref={line} className="following" style={whose(color)}>
        <span className="min-w-0 truncate">{said}</span>
        <Button size="s" look="quiet" onPress={onEnd}>
          {t(hasLeft ? m.editor_follow_close : m.editor_follow_stop)}
        </Button>
        <Aloud said={said} />
      </div>
    </div>
  );
}

/** What stands there from the beginning nobody hears of. */
function Aloud({ said }: { readonly said: string }) {
  const [aloud, setAloud] = useState("");
  useEffect(() => setAloud(said), [said]);
  return (
    <span role="status" className="sr-only">
      {aloud}
    </span>
  );
}
