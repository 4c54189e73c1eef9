import type { Visit } from "../../server/visit.ts";

export interface AskingHall {
  readonly slug: string;
  readonly name: string;
}

/** The hall that sent its staff here for a second factor; null where there is none such, or they have no place in it. */
export async function findAskingHall(visit: Visit, slug: string | undefined): Promise<AskingHall | null> {
  const access = slug ? await visit.access(slug) : null;
  if (!access?.tenant.requiresSecondFactor || !access.actor.can("workspace.enter")) return null;
  return { slug: access.tenant.slug, name: access.tenant.name };
}
