import { expect, test } from "vitest";
import { pictureOf } from "./picture.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();

const sendTo = async (path: string, email: string, picture: File) => {
  const form = new FormData();
  form.set("picture", picture, picture.name);
  return house.ask(path, { method: "POST", body: form, cookie: await house.signIn(email) });
};
const own = async (slug: string, email: string) =>
  house.ask(`/c/${slug}/me/picture`, { cookie: await house.signIn(email) });

test("a member shows one hall a picture of theirs, and only there; nobody does it for a hall they have no place in", async () => {
  const [member, path] = ["member@yuanshan.example", "/account/picture/yuanshan"];
  const picture = new File([await (await pictureOf("#1b6f54")).arrayBuffer()], "me.png", { type: "image/png" });
  expect((await own("yuanshan", member)).status).toBe(404);
  const sent = await sendTo(path, member, picture);
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}?done=saved`]);
  const shown = await own("yuanshan", member);
  expect(shown.status).toBe(200);
  expect(shown.headers.get("content-type")).toMatch(/^image\//);
  expect((await own("yuanshan", "viewer@yuanshan.example")).status).toBe(404);
  const { rows } = await house.db.owner.query(
    "select count(*)::int as pictures from person where avatar_file_id is not null and full_name = (select p.full_name from login l join user_account u on u.id = l.user_id join person p on p.id = l.person_id and p.tenant_id = l.tenant_id where u.email = $1 limit 1)",
    [member],
  );
  expect(rows).toEqual([{ pictures: 1 }]);
  expect((await sendTo("/account/picture/harbor", member, picture)).status).toBe(404);
  expect((await house.ask("/account/picture/harbor", { cookie: await house.signIn(member) })).status).toBe(404);
});

test("what is no picture is refused beside its field", async () => {
  const answer = await sendTo(
    "/account/picture/yuanshan",
    "member@yuanshan.example",
    new File(["<svg onload='alert(1)'>"], "me.svg", { type: "image/svg+xml" }),
  );
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("picture-error");
});
