import { m } from "@guildhall/i18n/messages";
import { Button, Icon, MenuItem, MenuSection } from "@guildhall/ui";
import { MovableTree, type TreeNode } from "@guildhall/ui/tree";
import { useSubmit } from "@remix-run/react";
import { useMemo } from "react";
import { useWords, type Words } from "../../../shell/words.ts";
import { goalOfStep, type Step, steps } from "./tree-moves.ts";
import { findLine, type TreeLine, type TreeSpace, type TreeState } from "./tree-state.ts";
import { useSpaceTree } from "./use-space-tree.ts";

interface SideTreeProps {
  readonly slug: string;
  readonly documentId: string | null;
  readonly spaceId: string | null;
}

/** All spaces and what stands in them, unfolded as far as somebody looks. */
export default function SideTree({ slug, documentId, spaceId }: SideTreeProps) {
  const words = useWords();
  const { t } = words;
  const base = `/w/${slug}/docs`;
  const tree = useSpaceTree({ slug, documentId, spaceId });
  const { state } = tree;
  const nodes = useMemo(
    () => state.spaces.map((space) => spaceNode(space, { state, base, words })),
    [state, base, words],
  );
  const said = useMemo(
    () => ({
      label: t(m.docs_tree),
      drag: (name: string) => t(m.docs_tree_drag, { name }),
      toggle: (name: string) => t(m.docs_tree_toggle, { name }),
      deeds: (name: string) => t(m.docs_tree_deeds, { name }),
      earlier: t(m.docs_tree_earlier),
      loading: t(m.docs_tree_loading),
    }),
    [t],
  );
  if (tree.trouble && state.spaces.length === 0)
    return (
      <div className="grid gap-s2 p-s2 text-s text-ink-2">
        <p>{t(m.docs_tree_unreached)}</p>
        <Button size="s" onPress={() => void tree.again()}>
          {t(m.docs_tree_again)}
        </Button>
      </div>
    );
  return (
    <MovableTree
      words={said}
      nodes={nodes}
      current={documentId ?? spaceId}
      open={tree.open}
      onOpenChange={tree.onOpenChange}
      onMore={(id, way) => void tree.onMore(id, way)}
      onMove={tree.onDrop}
      deeds={(id) => <Deeds id={id} base={base} state={state} onStep={tree.onStep} />}
    />
  );
}

interface Drawing {
  readonly state: TreeState;
  readonly base: string;
  readonly words: Words;
}

function spaceNode({ id, name, icon, role }: TreeSpace, drawing: Drawing): TreeNode {
  const branch = drawing.state.branches.get(id);
  return {
    id,
    name,
    mark: icon ?? <Icon name="columns" />,
    href: `${drawing.base}/spaces/${id}`,
    hasNodes: branch ? branch.rows.length > 0 : true,
    ...below(id, drawing),
    movable: false,
    takes: mayWrite(role),
    takesBeside: false,
  };
}

function lineNode({ id, title, icon, role, hasChildren }: TreeLine, drawing: Drawing): TreeNode {
  return {
    id,
    name: title || drawing.words.t(m.docs_untitled),
    nameless: title === "",
    mark: icon ?? <Icon name="document" />,
    href: `${drawing.base}/${id}`,
    hasNodes: hasChildren,
    ...below(id, drawing),
    movable: mayWrite(role),
    takes: mayWrite(role),
    takesBeside: true,
  };
}

function below(id: string, drawing: Drawing) {
  const branch = drawing.state.branches.get(id);
  return {
    nodes: (branch?.rows ?? []).map((line) => lineNode(line, drawing)),
    moreAbove: Boolean(branch?.previous),
    moreBelow: Boolean(branch?.next),
  };
}

function mayWrite(role: TreeLine["role"] | null): boolean {
  return role === "edit" || role === "manage";
}

interface DeedsProps {
  readonly id: string;
  readonly base: string;
  readonly state: TreeState;
  readonly onStep: (id: string, step: Step) => void;
}

/** What can be done with a line: something put below it, itself moved by a step or far, or thrown away. */
function Deeds({ id, base, state, onStep }: DeedsProps) {
  const { t } = useWords();
  const submit = useSubmit();
  const space = state.spaces.find((each) => each.id === id);
  const line = findLine(state, id);
  const role = space?.role ?? line?.role ?? null;
  const spaceId = space?.id ?? line?.spaceId ?? "";
  const begin = () =>
    submit({ spaceId, ...(line && { parentId: line.id }) }, { method: "post", action: `${base}/new` });
  const fromTemplate = `${base}/new?${new URLSearchParams({ spaceId, ...(line && { parentId: line.id }) })}`;
  return (
    <>
      <MenuItem href={space ? `${base}/spaces/${id}` : `${base}/${id}`}>{t(m.docs_tree_open)}</MenuItem>
      {mayWrite(role) && (
        <>
          <MenuItem icon="plus" onAction={begin}>
            {t(line ? m.docs_new_below : m.docs_new)}
          </MenuItem>
          <MenuItem href={fromTemplate}>{t(m.docs_from_template)}</MenuItem>
        </>
      )}
      {line && mayWrite(role) && (
        <>
          <MenuSection title={t(m.docs_move)}>
            {steps.map((step) => (
              <MenuItem key={step} disabled={!goalOfStep(state, id, step)} onAction={() => onStep(id, step)}>
                {t(stepWords[step])}
              </MenuItem>
            ))}
            <MenuItem href={`${base}/${id}/move`}>{t(m.docs_tree_elsewhere)}</MenuItem>
          </MenuSection>
          <MenuSection title={t(m.docs_trash)}>
            <MenuItem
              icon="remove"
              danger
              onAction={() => submit({ act: "remove" }, { method: "post", action: `${base}/${id}` })}
            >
              {t(m.docs_remove)}
            </MenuItem>
          </MenuSection>
        </>
      )}
    </>
  );
}

const stepWords: Readonly<Record<Step, typeof m.docs_step_up>> = {
  up: m.docs_step_up,
  down: m.docs_step_down,
  in: m.docs_step_in,
  out: m.docs_step_out,
};
