import type { TestHouse } from "../use-house.ts";
import { type Door, lin, somebody, type Ways } from "./door.ts";

/** To the forms about what staff write down: people, companies, lists, fields, tags, notes and tasks. */
export function recordDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  const made = async (sql: string, values: readonly unknown[] = []): Promise<string> =>
    (await house.db.owner.query(sql, [...values])).rows[0].id;
  const hall = "(select id from tenant where slug = 'yuanshan')";
  const person = () =>
    made(
      `insert into person (tenant_id, full_name, created_at, updated_at) values (${hall}, $1, now(), now()) returning id`,
      [somebody()],
    );
  const company = () =>
    made(
      `insert into company (tenant_id, name, created_at, updated_at) values (${hall}, $1, now(), now()) returning id`,
      [somebody()],
    );
  const field = () =>
    made(
      `insert into field (tenant_id, subject, key, name, type, options, created_at)
       values (${hall}, 'company', $1, $1, 'select', '[{"id": "a", "name": "A", "tone": "neutral"}]', now()) returning id`,
      [somebody().replaceAll(/\W/g, "_")],
    );
  const tag = () =>
    made(`insert into tag (tenant_id, name, name_key, created_at) values (${hall}, $1, $1, now()) returning id`, [
      somebody(),
    ]);
  const list = () =>
    made(
      `insert into audience (tenant_id, kind, name, created_at, updated_at)
       values (${hall}, 'list', $1, now(), now()) returning id`,
      [somebody()],
    );
  const written = async (table: "note" | "task", what: string, value: string) =>
    made(
      `insert into ${table} (tenant_id, subject_type, subject_id, ${what}, created_at, updated_at)
       values (${hall}, 'person', $1, ${value}, now(), now()) returning id`,
      [await person()],
    );
  const note = () =>
    written("note", "kind, body, happened_at", `'note', '{"type": "doc", "content": [{"type": "paragraph"}]}', now()`);
  const task = () => written("task", "title", "'打电话'");
  const changeSet = () =>
    made(`insert into change_set (tenant_id, kind, created_at) values (${hall}, 'bulk-edit', now()) returning id`);
  /** Somebody with a record that was merged into theirs: where the two part. */
  const parting = async () => {
    const kept = await person();
    const merged = await person();
    await made("update person set canonical_id = $1 where id = $2 returning id", [kept, merged]);
    await made(
      `insert into person_merge (tenant_id, kept_person_id, merged_person_id, change_set_id, merged_at)
       values (${hall}, $1, $2, $3, now()) returning id`,
      [kept, merged, await changeSet()],
    );
    return `${kept}/merged/${merged}`;
  };
  const pair = async () => `${await person()}/merge?with=${await person()}`;
  const at = (make: () => Promise<string>, path: (id: string) => string) => async (): Promise<Door> => ({
    path: `/w/yuanshan/${path(await make())}`,
    cookie: await house.signIn(lin),
  });

  return {
    "workspace/people/person-edit": { "of somebody": at(person, (id) => `people/${id}/edit`) },
    "workspace/people/person-erase": { "of somebody": at(person, (id) => `people/${id}/erase`) },
    "workspace/people/merge/merge": { "of two": at(pair, (place) => `people/${place}`) },
    "workspace/people/merge/unmerge": { "of two": at(parting, (place) => `people/${place}`) },
    "workspace/changes/change": { "that stands": at(changeSet, (id) => `changes/${id}`) },
    "workspace/grid/chosen": { "with one ticked": at(person, (id) => `grids/people/chosen?id=${id}`) },
    "workspace/people/positions": {
      "where there are companies": async () => {
        await company();
        return at(person, (id) => `people/${id}/positions`)();
      },
    },
    "workspace/companies/company": { "of the hall": at(company, (id) => `companies/${id}`) },
    "workspace/companies/company-edit": { "of the hall": at(company, (id) => `companies/${id}/edit`) },
    "workspace/audiences/audience": { "by hand": at(list, (id) => `audiences/${id}`) },
    "workspace/settings/fields/fields": {
      "with one": at(field, () => "settings/fields?of=company"),
    },
    "workspace/settings/fields/field": { "with answers": at(field, (id) => `settings/fields/${id}`) },
    "workspace/settings/tags/tag": { "of the hall": at(tag, (id) => `settings/tags/${id}`) },
    "workspace/timeline/new-note": { "about somebody": at(person, (id) => `notes/new?on=person&id=${id}`) },
    "workspace/timeline/new-task": { "about somebody": at(person, (id) => `tasks/new?on=person&id=${id}`) },
    "workspace/timeline/note": { "about somebody": at(note, (id) => `notes/${id}`) },
    "workspace/timeline/task": { "about somebody": at(task, (id) => `tasks/${id}`) },
    "workspace/people/import/run": {
      "at its first step": at(
        () => bring(house),
        (id) => `people/import/${id}`,
      ),
    },
  };
}

/** Takes a small file in. */
async function bring(house: TestHouse): Promise<string> {
  const list = new FormData();
  list.set("file", new File(["Name,E-mail\n何小满,he@example.com\n"], "list.csv"));
  const cookie = await house.signIn(lin);
  const brought = await house.ask("/w/yuanshan/people/import", { method: "POST", body: list, cookie });
  return brought.headers.get("location")?.split("/").at(-1) ?? "";
}
