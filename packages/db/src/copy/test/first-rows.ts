import type pg from "pg";

const id = (n: number) => `0198f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = "2026-03-02 09:00:00.123456+00";

/** A tenant's small world by hand, with what a copy could stumble over: marks of COPY itself, nulls of both kinds, circles. */
export async function addFirstRows(owner: Pick<pg.ClientBase, "query">): Promise<void> {
  const add = (text: string, ...values: unknown[]) => owner.query(text, values);
  await add(
    `insert into tenant (id, slug, name, locale, time_zone, created_at) values ($1, 'yuanshan', '远山户外', 'zh-CN', 'Asia/Shanghai', $3),
       ($2, 'harbour', 'Harbour Club', 'en', 'Europe/London', $3)`,
    id(1),
    id(2),
    at,
  );
  await add(
    "insert into user_account (id, email, password_hash, created_at) values ($1, 'chen@yuanshan.example', '$argon2id$…', $2)",
    id(10),
    at,
  );
  await add(
    `insert into person (tenant_id, id, full_name, created_at, updated_at, version) values
       ($1, $2, E'back\\\\slash, tab\\there, \\\\N, \\\\.', $5, $5, 9007199254740993),
       ($1, $3, E'two\\nlines 陈雨泽 🏔️', $5, $5, 1), ($4, $3, 'Somebody else', $5, $5, 1)`,
    id(1),
    id(20),
    id(21),
    id(2),
    at,
  );
  await add(
    `insert into file (tenant_id, id, subject_type, subject_id, name, media_type, size, sha256, storage_key, created_at)
       values ($1, $2, 'person', $3, '山.png', 'image/png', 5, 'x', $5, $4)`,
    id(1),
    id(30),
    id(20),
    at,
    `${id(1)}/${id(30)}`,
  );
  // To a row that comes later, and to a table that comes earlier.
  await add("update person set canonical_id = $1, avatar_file_id = $2 where id = $3", id(21), id(30), id(20));
  await add(
    "insert into login (tenant_id, user_id, person_id, created_at) values ($1, $2, $3, $4)",
    id(1),
    id(10),
    id(21),
    at,
  );
  await add(
    "insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, 'owner', $3)",
    id(1),
    id(21),
    at,
  );
  await add(
    `insert into audit_entry (tenant_id, id, at, actor_kind, action, subject_type, subject_id, before, after)
       values ($1, $2, $3, 'system', 'person.created', 'person', $4, null, 'null'), ($1, $4, $3, 'system', 'x', 'person', $4, '{"a":1e400}', '[]')`,
    id(1),
    id(40),
    at,
    id(20),
  );
  await add(
    "select enqueue_job('mail.send', '{\"n\": 1}', 'one'), enqueue_job('mail.send', '{\"n\": 2}', queue => 'slow')",
  );
}
