import { useRouteLoaderData } from "@remix-run/react";
import type { WorkspaceData } from "./workspace.tsx";

/** The hall that this page is in. */
export function useHall() {
  const data = useRouteLoaderData<WorkspaceData>("workspace/workspace");
  if (!data) throw new Error("This is shown in a workspace only.");
  return data.tenant;
}
