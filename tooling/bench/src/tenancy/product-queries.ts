import { openSessions } from "@guildhall/auth";
import { newId } from "@guildhall/core";
import { type Ctx, type Database, type FoundTenant, findTenantBySlug, systemScope } from "@guildhall/db";
import { drainRelay, type Handler, onFact } from "@guildhall/jobs";
import { countPeople, createPerson, findAccess, getPerson, listPeople, listTenantsOfUser } from "@guildhall/people";
import { listAudit } from "@guildhall/tenancy";

/** Everything that the product asks a database, by name, for one hall in it. */
export type ProductQueries = Readonly<Record<string, () => Promise<unknown>>>;

const firstPage = { size: 50, cursor: null };
const deepPage = 16;

/** The product's queries and commands as they stand, ready to be called for the hall at `slug`. */
export async function productQueries(database: Database, slug: string): Promise<ProductQueries> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw new Error(`There is no hall ${slug}.`);
  const inside = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
    database.withTenant(systemScope(tenant), work, { readOnly: true });
  const sessions = openSessions(database, { secure: false });
  const userId = await userOf(database, tenant);
  const token = await sessions.open(userId, { userAgent: "bench", ip: "127.0.0.1" });
  const cursor = await inside(cursorOfDeepPage);
  const someone = (await inside((ctx) => listPeople(ctx, { size: 1, cursor }))).rows[0];
  if (!someone) throw new Error("The deep page is empty.");
  const join = () => database.withTenant(systemScope(tenant), (ctx) => createPerson(ctx, newcomer()));

  return {
    "check a session": () => sessions.check(token),
    "find access by slug": () =>
      database.withPlatform("sign-in", (db) => findAccess(db, slug, userId), { readOnly: true }),
    "list a user's halls": () =>
      database.withPlatform("sign-in", (db) => listTenantsOfUser(db, userId), { readOnly: true }),
    "list people, page 1": () => inside((ctx) => listPeople(ctx, firstPage)),
    [`list people, page ${deepPage}`]: () => inside((ctx) => listPeople(ctx, { size: 50, cursor })),
    "count people": () => inside((ctx) => countPeople(ctx)),
    "get a person": () => inside((ctx) => getPerson(ctx, someone.id)),
    "list the history": () => inside((ctx) => listAudit(ctx, { page: firstPage })),
    "list a person's history": () =>
      inside((ctx) => listAudit(ctx, { page: firstPage, subject: { type: "person", id: someone.id } })),
    "create a person": join,
    "relay round, 1 fact": async () => {
      await join();
      await relay(database);
    },
    "relay round, nothing to do": () => relay(database),
  };
}

async function userOf(database: Database, tenant: FoundTenant) {
  const login = await database.withTenant(systemScope(tenant), (ctx) =>
    ctx.db.selectFrom("login").select("user_id").executeTakeFirstOrThrow(),
  );
  return login.user_id;
}

async function cursorOfDeepPage(ctx: Ctx): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 1; page < deepPage; page++) cursor = (await listPeople(ctx, { size: 50, cursor })).next;
  return cursor;
}

function newcomer() {
  const id = newId<"person">();
  return { fullName: `司马 ${id.slice(-6)}`, email: `${id}@example.com`, phone: null };
}

const handlers: readonly Handler[] = [
  onFact(["people.person-created"], {
    name: "bench.see-newcomer",
    ordered: true,
    handle: async (ctx, { payload }) => void (await getPerson(ctx, payload.personId)),
  }),
];

function relay(database: Database): Promise<void> {
  return drainRelay({
    database,
    handlers,
    onError: (error) => {
      throw error;
    },
  });
}
