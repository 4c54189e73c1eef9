/** A document as its line of the side tree. */
export interface TreeLine {
  readonly id: string;
  readonly spaceId: string;
  /** Null at the top of its space. */
  readonly parentId: string | null;
  readonly title: string;
  readonly icon: string | null;
  readonly rank: string;
  readonly role: "view" | "comment" | "edit" | "manage";
  readonly hasChildren: boolean;
}

export interface TreeSpace {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
  readonly role: TreeLine["role"] | null;
}

/** As much of what stands in one place as was loaded; cursors where there is more. */
export interface TreeBranch {
  readonly rows: readonly TreeLine[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** What a page knows of the trees of a hall: branches by the space or document that they hang from. */
export interface TreeState {
  readonly spaces: readonly TreeSpace[];
  readonly branches: ReadonlyMap<string, TreeBranch>;
}

/** Where something is put: last of what stands there, or right before one of them. */
export interface TreeGoal {
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

export const emptyTree: TreeState = { spaces: [], branches: new Map() };

/** What a branch is asked for by. */
export function branchKey({ spaceId, parentId }: Pick<TreeLine, "spaceId" | "parentId">): string {
  return parentId ? `${spaceId}.${parentId}` : spaceId;
}

export function findLine({ branches }: TreeState, id: string): TreeLine | null {
  for (const { rows } of branches.values()) {
    const found = rows.find((row) => row.id === id);
    if (found) return found;
  }
  return null;
}

/** The place that hangs from a node, be it a space or a document; null for one that was not loaded. */
export function placeUnder(state: TreeState, id: string): Pick<TreeLine, "spaceId" | "parentId"> | null {
  if (state.spaces.some((space) => space.id === id)) return { spaceId: id, parentId: null };
  const line = findLine(state, id);
  return line && { spaceId: line.spaceId, parentId: line.id };
}

/** With a page more of a branch, above or below what is there. */
export function withPage(state: TreeState, id: string, way: "previous" | "next", page: TreeBranch): TreeState {
  const before = state.branches.get(id);
  if (!before) return withBranch(state, id, page);
  const known = new Set(before.rows.map((row) => row.id));
  const fresh = page.rows.filter((row) => !known.has(row.id));
  return withBranch(
    state,
    id,
    way === "next"
      ? { ...before, rows: [...before.rows, ...fresh], next: page.next }
      : { ...before, rows: [...fresh, ...before.rows], previous: page.previous },
  );
}

export function withBranch(state: TreeState, id: string, branch: TreeBranch): TreeState {
  return { ...state, branches: new Map(state.branches).set(id, branch) };
}

/** With a line as the server says that it is, where it belongs; or without it, where it is gone. */
export function withLine(state: TreeState, id: string, line: TreeLine | null): TreeState {
  const known = findLine(state, id);
  const stays = known && line && branchKey(known) === branchKey(line) && known.rank === line.rank;
  if (stays && isInOrder(state.branches.get(line.parentId ?? line.spaceId), line)) return mapped(state, id, () => line);
  const without = withoutLine(state, id);
  if (!line) return withoutBranch(without, id);
  const parent = line.parentId ?? line.spaceId;
  const open = without.branches.get(parent);
  const told = mapped(without, parent, (above) => ({ ...above, hasChildren: true }));
  if (!open) return told;
  const at = open.rows.findIndex((row) => comesAfter(row, line));
  // Beyond what was loaded, it comes with its page.
  if ((at === -1 && open.next !== null) || (at === 0 && open.previous !== null)) return told;
  return withBranch(told, parent, { ...open, rows: open.rows.toSpliced(at === -1 ? open.rows.length : at, 0, line) });
}

/** Whether it stands where its rank says: not while it was only shown to have moved. */
function isInOrder(branch: TreeBranch | undefined, line: TreeLine): boolean {
  const rows = branch?.rows ?? [];
  const at = rows.findIndex((row) => row.id === line.id);
  const [above, below] = [rows[at - 1], rows[at + 1]];
  return !(above && comesAfter(above, line)) && !(below && !comesAfter(below, line));
}

function comesAfter(row: TreeLine, line: TreeLine): boolean {
  return row.rank > line.rank || (row.rank === line.rank && row.id > line.id);
}

/** As it will be once a move is done, before the server has said so. */
export function withMove(state: TreeState, id: string, { spaceId, parentId, beforeId }: TreeGoal): TreeState {
  const line = findLine(state, id);
  if (!line) return state;
  const without = withoutLine(state, id);
  const parent = parentId ?? spaceId;
  const told = mapped(without, parent, (above) => ({ ...above, hasChildren: true }));
  const open = told.branches.get(parent);
  if (!open) return told;
  const at = beforeId === null ? -1 : open.rows.findIndex((row) => row.id === beforeId);
  if (at === -1 && open.next !== null) return told;
  const place = at === -1 ? open.rows.length : at;
  return withBranch(told, parent, { ...open, rows: open.rows.toSpliced(place, 0, { ...line, spaceId, parentId }) });
}

function withoutLine(state: TreeState, id: string): TreeState {
  const line = findLine(state, id);
  if (!line) return state;
  const parent = line.parentId ?? line.spaceId;
  const branch = state.branches.get(parent);
  if (!branch) return state;
  const rows = branch.rows.filter((row) => row.id !== id);
  const left = withBranch(state, parent, { ...branch, rows });
  const isBare = rows.length === 0 && branch.next === null && branch.previous === null;
  return isBare ? mapped(left, parent, (above) => ({ ...above, hasChildren: false })) : left;
}

function withoutBranch(state: TreeState, id: string): TreeState {
  if (!state.branches.has(id)) return state;
  const branches = new Map(state.branches);
  branches.delete(id);
  return { ...state, branches };
}

/** With one line changed, in whatever branch it stands. */
function mapped(state: TreeState, id: string, change: (line: TreeLine) => TreeLine): TreeState {
  const line = findLine(state, id);
  const parent = line && (line.parentId ?? line.spaceId);
  const branch = parent && state.branches.get(parent);
  if (!line || !parent || !branch) return state;
  return withBranch(state, parent, { ...branch, rows: branch.rows.map((row) => (row.id === id ? change(row) : row)) });
}

/** Without what was loaded below something: it stands in another space now, with all of it. */
export function withoutTree(state: TreeState, id: string): TreeState {
  const rows = state.branches.get(id)?.rows ?? [];
  return withoutBranch(
    rows.reduce((left, row) => withoutTree(left, row.id), state),
    id,
  );
}
