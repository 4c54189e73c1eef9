import { type ImportRun, keptUntil } from "@guildhall/people/schemas";

/** What a page needs of a run, each part where it is needed. */
export function viewOf({
  id,
  state,
  fileName,
  layout,
  mapping,
  proposal,
  hints,
  mode,
  preview,
  figures,
  ...rest
}: ImportRun) {
  const {
    source,
    bytesDone,
    bytesTotal,
    errorCode,
    errorParams,
    undone,
    changeSetId,
    fileSize,
    fileId,
    createdAt,
    finishedAt,
  } = rest;
  const progress = { bytesDone, bytesTotal, fileSize };
  const end = {
    errorCode,
    errorParams,
    undone,
    changeSetId,
    written: changeSetId !== null,
    keptUntil: keptUntil({ state, createdAt, finishedAt })?.toISOString() ?? null,
    fileGone: fileId === null,
  };
  return { id, state, fileName, source, layout, mapping, proposal, hints, mode, preview, figures, progress, end };
}

export type RunView = ReturnType<typeof viewOf>;
