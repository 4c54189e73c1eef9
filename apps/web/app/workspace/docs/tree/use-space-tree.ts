import { m } from "@guildhall/i18n/messages";
import { toast } from "@guildhall/ui";
import type { TreeDrop } from "@guildhall/ui/tree";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../../../shell/words.ts";
import { tell } from "../../grid/ask-server.ts";
import { answeredLine, askBranch, askLine, askOpen } from "./ask-tree.ts";
import { keep, mostOpen, readKept } from "./kept-open.ts";
import { goalOfDrop, goalOfStep, type Step } from "./tree-moves.ts";
import {
  branchKey,
  emptyTree,
  findLine,
  placeUnder,
  type TreeGoal,
  type TreeState,
  withBranch,
  withLine,
  withMove,
  withoutTree,
  withPage,
} from "./tree-state.ts";
import { useTold } from "./use-told.ts";

interface Asked {
  readonly slug: string;
  /** The document that is read, and the space whose page it is. */
  readonly documentId: string | null;
  readonly spaceId: string | null;
}

/** What the side tree shows, and what is done in it: loaded as it is unfolded, moved at once and taken back if refused. */
export function useSpaceTree({ slug, documentId, spaceId }: Asked) {
  const address = `/w/${slug}/docs/tree`;
  const { locale, t } = useWords();
  const [state, setState] = useState<TreeState>(emptyTree);
  const [keys, setKeys] = useState<readonly string[]>(() => readKept(slug));
  const [trouble, setTrouble] = useState(false);
  const now = useRef({ state, keys, documentId, spaceId });
  now.current = { state, keys, documentId, spaceId };

  /** Kept in step at once, for what is done before the next drawing. */
  const change = useCallback((make: (before: TreeState) => TreeState) => {
    now.current.state = make(now.current.state);
    setState(now.current.state);
  }, []);
  const unfold = useCallback(
    (next: readonly string[]) => {
      now.current.keys = [...new Set(next)];
      setKeys(now.current.keys);
      keep(slug, now.current.keys);
    },
    [slug],
  );
  const load = useCallback(async () => {
    const { documentId: around, spaceId: shelf, keys: open } = now.current;
    try {
      const asked = [...new Set(shelf && !around ? [...open, shelf] : open)].slice(-mostOpen);
      const { spaces, branches, way } = await askOpen(address, asked, around);
      change(() => ({ spaces, branches: new Map(Object.entries(branches)) }));
      unfold([...asked, ...way.map(branchKey)]);
      setTrouble(false);
    } catch {
      setTrouble(true);
    }
  }, [address, change, unfold]);

  // Where one goes is brought into sight; what was there already stays as it is.
  useEffect(() => {
    const { state: known, keys: open } = now.current;
    const isThere = documentId ? isShown(known, open, documentId) : known.branches.has(spaceId ?? "");
    if (!isThere || known.spaces.length === 0) void load();
  }, [documentId, spaceId, load]);

  const loadUnder = useCallback(
    async (id: string) => {
      const place = placeUnder(now.current.state, id);
      if (!place) return;
      try {
        const branch = await askBranch(address, branchKey(place), null);
        change((before) => withBranch(before, id, branch));
      } catch {
        setTrouble(true);
      }
    },
    [address, change],
  );
  const onOpenChange = (open: ReadonlySet<string>) => {
    const before = new Set(now.current.keys.map(nodeOf));
    const opened = [...open].filter((id) => !before.has(id));
    const added = opened.flatMap((id) => placeUnder(now.current.state, id) ?? []).map(branchKey);
    unfold([...now.current.keys.filter((key) => open.has(nodeOf(key))), ...added]);
    for (const id of opened) if (!now.current.state.branches.has(id)) void loadUnder(id);
  };

  const pages = useRef(new Set<string>());
  const onMore = useCallback(
    async (id: string, way: "previous" | "next") => {
      const place = placeUnder(now.current.state, id);
      const cursor = now.current.state.branches.get(id)?.[way];
      if (!place || !cursor || pages.current.has(cursor)) return;
      pages.current.add(cursor);
      try {
        const page = await askBranch(address, branchKey(place), cursor);
        change((before) => withPage(before, id, way, page));
      } catch {
        setTrouble(true);
      } finally {
        pages.current.delete(cursor);
      }
    },
    [address, change],
  );

  const move = async (id: string, find: (state: TreeState) => TreeGoal | "more" | null) => {
    let goal = find(now.current.state);
    if (goal === "more") {
      const line = findLine(now.current.state, id);
      if (line) await onMore(line.parentId ?? line.spaceId, "next");
      goal = find(now.current.state);
    }
    const before = findLine(now.current.state, id);
    if (!goal || goal === "more" || !before) return;
    change((known) => withMove(known, id, goal));
    try {
      const told = await tell(address, { documentId: id, ...goal }, answeredLine, locale);
      if (told.ok) {
        const isElsewhere = goal.spaceId !== before.spaceId;
        change((known) => withLine(isElsewhere ? withoutTree(known, id) : known, id, told.done.line));
        if (goal.parentId) onOpenChange(new Set([...now.current.keys.map(nodeOf), goal.parentId]));
        return;
      }
      toast({ text: told.message });
    } catch {
      toast({ text: t(m.docs_tree_unreached) });
    }
    change((known) => withLine(known, id, before));
    void load();
  };

  useTold(
    useCallback(
      async (ids: readonly string[] | null) => {
        if (!ids) return load();
        for (const id of ids) {
          const line = await askLine(address, id).catch(() => undefined);
          if (line !== undefined) change((before) => withLine(before, id, line));
        }
      },
      [address, change, load],
    ),
  );

  return {
    state,
    open: new Set(keys.map(nodeOf)),
    trouble,
    again: load,
    onOpenChange,
    onMore,
    onDrop: (id: string, drop: TreeDrop) => void move(id, (known) => goalOfDrop(known, drop)),
    onStep: (id: string, step: Step) => void move(id, (known) => goalOfStep(known, id, step)),
  };
}

function nodeOf(key: string): string {
  return key.split(".").at(-1) ?? key;
}

/** Whether a document's line and all that it stands under are unfolded. */
function isShown(state: TreeState, keys: readonly string[], id: string): boolean {
  const open = new Set(keys.map(nodeOf));
  let line = findLine(state, id);
  if (!line) return false;
  for (; line; line = line.parentId ? findLine(state, line.parentId) : null)
    if (!open.has(line.parentId ?? line.spaceId)) return false;
  return true;
}
