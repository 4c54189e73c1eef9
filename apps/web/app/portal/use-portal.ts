import { useRouteLoaderData } from "@remix-run/react";
import type { PortalView } from "./portal-view.ts";

/** The hall that this page of a portal belongs to, and who looks at it. */
export function usePortal() {
  const data = useRouteLoaderData<PortalView>("portal/portal");
  if (!data) throw new Error("This is shown in a portal only.");
  return data;
}
