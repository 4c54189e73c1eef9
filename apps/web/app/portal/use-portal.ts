import { useRouteLoaderData } from "@remix-run/react";
import type { PortalData } from "./portal.tsx";

/** The hall that this page of a portal belongs to, and who looks at it. */
export function usePortal() {
  const data = useRouteLoaderData<PortalData>("portal/portal");
  if (!data) throw new Error("This is shown in a portal only.");
  return data;
}
