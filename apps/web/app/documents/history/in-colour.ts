import type { CSSProperties } from "react";
import type { WriterShown } from "./load-history.ts";

/** What is somebody's, in their colour, which is dark enough for white letters. */
export function inColour(writer: WriterShown | undefined): CSSProperties {
  return writer ? { ["--whose" as string]: writer.color, ["--on-whose" as string]: "white" } : {};
}
