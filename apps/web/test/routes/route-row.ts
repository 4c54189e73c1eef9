import type { Area, PortalAccess } from "../../app/server/define-route.ts";

/** What is known of a route besides its code. */
export interface RouteRow {
  /** As the route declares it; written here a second time so that no declaration changes unseen. */
  readonly area: Area;
  readonly permission?: string;
  readonly access?: PortalAccess;
  readonly machine?: boolean;
  /** Whose grants in the demo hall let them look, of those whom the permission lets in; left out: everybody's. */
  readonly granted?: readonly string[];
  /** An address of it in the hall 远山户外, with `{person}` and `{file}` for things of that hall. */
  readonly sample: string;
  readonly methods: readonly ("GET" | "POST")[];
  /** A form that its action takes. */
  readonly form?: Readonly<Record<string, string>>;
}
