import { type Id, systemClock } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import { type Kysely, sql } from "kysely";

/** Somebody's place in a hall as it was when they came in on this device. */
export interface Standing {
  readonly sessionId: string;
  readonly tenantId: Id<"tenant">;
  /** Null for a member without a role. */
  readonly role: string | null;
}

/** Tells open lines of this process (event streams, sockets) when the standing they were opened with is no more. */
export interface AccessWatch {
  /** Calls `ended` once, when the session is over, the login or the role has changed, or the hall has closed; until the returned function is called. */
  watch(standing: Standing, ended: () => void): () => void;
  /** Looks now, not at the next turn. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** Milliseconds between two looks; access taken away ends within this and the time of one query. */
  readonly every?: number;
  readonly onError: (error: unknown) => void;
}

/** Watches with one query a turn, however many lines are open; with none, it asks nothing. */
export function openAccessWatch(database: Database, { every = 1_000, onError }: Options): AccessWatch {
  const lines = new Map<Standing, () => void>();
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  const look = async () => {
    if (lines.size === 0) return;
    const asked = [...lines.keys()];
    const standing = await database.withPlatform("sign-in", (db) => stillStanding(db, asked), { readOnly: true });
    for (const line of asked) {
      if (standing.has(keyOf(line))) continue;
      const ended = lines.get(line);
      lines.delete(line);
      ended?.();
    }
  };
  let timer = setTimeout(again, every);
  function again() {
    turn = look()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(again, every);
      });
  }

  return {
    watch: (standing, ended) => {
      const line = { ...standing }; // its own key, though two lines stand alike
      lines.set(line, ended);
      return () => {
        lines.delete(line);
      };
    },
    look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

const keyOf = ({ sessionId, tenantId, role }: Standing) => `${sessionId} ${tenantId} ${role ?? ""}`;

async function stillStanding(db: Kysely<DB>, lines: readonly Standing[]): Promise<Set<string>> {
  const asked = new Map(lines.map(({ sessionId, tenantId }) => [`${sessionId} ${tenantId}`, { sessionId, tenantId }]));
  const sessionIds = [...asked.values()].map(({ sessionId }) => sessionId);
  const tenantIds = [...asked.values()].map(({ tenantId }) => tenantId);
  const { rows } = await sql<Standing>`
    select session.id as "sessionId", login.tenant_id as "tenantId", membership.role
    from unnest(${sessionIds}::text[], ${tenantIds}::uuid[]) as line (session_id, tenant_id)
    join session on session.id = line.session_id and session.expires_at > ${systemClock.now()}
    join user_account on user_account.id = session.user_id and user_account.closed_at is null
    join tenant on tenant.id = line.tenant_id and tenant.status = 'active'
    join resolved_login login on login.tenant_id = line.tenant_id and login.user_id = session.user_id
    left join membership on membership.tenant_id = login.tenant_id and membership.person_id = login.person_id
  `.execute(db);
  return new Set(rows.map(keyOf));
}
