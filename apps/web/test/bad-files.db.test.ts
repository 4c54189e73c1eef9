import { deflateRawSync } from "node:zlib";
import { sayError } from "@guildhall/i18n/errors";
import { m } from "@guildhall/i18n/messages";
import { expect, test } from "vitest";
import { useHouse } from "./use-house.ts";

const house = useHouse();
const pages = "/w/yuanshan/people/import";
const locale = "zh-CN";

const post = async (path: string, body: BodyInit) =>
  house.ask(path, { method: "POST", body, cookie: await house.signIn("lin@yuanshan.example") });
const look = async (path: string) => {
  const answer = await house.ask(path, { cookie: await house.signIn("lin@yuanshan.example") });
  expect(answer.status).toBe(200);
  // React parts texts that it makes of several with comments.
  return (await answer.text()).replaceAll("<!-- -->", "");
};
const send = (name: string, content: string | Buffer) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(Buffer.from(content))], name), name);
  return post(pages, form);
};

/** Sends a file, imports it as it is proposed, and reads what the pages say of it. */
async function brought(name: string, content: string | Buffer) {
  const sent = await send(name, content);
  expect(sent.status).toBe(303);
  const run = sent.headers.get("location") ?? "";
  const columns = await look(`${run}?step=columns`);
  expect((await post(run, new URLSearchParams({ act: "run" }))).status).toBe(303);
  const state = async () =>
    (await house.db.owner.query("select state, figures from import_run where id = $1", [run.split("/").at(-1)]))
      .rows[0];
  await expect.poll(async () => (await state()).state, { timeout: 20_000 }).toBe("done");
  return { columns, page: await look(run), refused: await look(`${run}/refused`), ...(await state()) };
}

const head = "Name,E-mail,Phone\n";
let guests = 0;
const guest = () => `Guest ${++guests},bad.file.guest${guests}@hall.example,`;
const where = { line: 3, column: 3 };

test.each([
  [
    "ragged rows",
    () => `${head}${guest()}\nX,x@hall.example,,,too,much\nShort,short.${++guests}@hall.example\n`,
    m.imports_c_row_long({ line: 3, column: 4 }, { locale }),
    2,
  ],
  [
    "a quote that is never closed",
    () => `${head}${guest()}\nX,x@hall.example,"open\n${guest()}\n${guest()}\n`,
    m.imports_c_quote_unclosed(where, { locale }),
    3,
  ],
  [
    "text behind a closing quote",
    () => `${head}${guest()}\nX,x@hall.example,"a" b\n${guest()}\n`,
    m.imports_c_quote_stray(where, { locale }),
    2,
  ],
  [
    "a line too long to be a row",
    () => `${head}${guest()}\nX,x@hall.example,${"x".repeat(1_100_000)}\n${guest()}\n`,
    m.imports_c_row_too_large(where, { locale }),
    2,
  ],
])("%s: the row is refused where it breaks, in words, and the rest comes in", async (_, content, words, created) => {
  const { state, figures, page, refused } = await brought("guests.csv", content());
  expect([state, figures.created, figures.refused]).toEqual(["done", created, 1]);
  expect(page).toContain(words);
  expect(refused).toContain(`3,${words}`);
});

test("fifty thousand empty rows are counted and cost nothing", async () => {
  const { figures } = await brought("empty.csv", `${head}${guest()}\n${",,\n".repeat(50_000)}${guest()}\n`);
  expect([figures.created, figures.refused, figures.empty]).toEqual([2, 0, 50_000]);
});

test("columns of one name are told apart, and both come in", async () => {
  const { columns, figures } = await brought("twice.csv", `Name,E-mail,E-mail,Hut,Hut\n${guest()}North,South\n`);
  for (const name of ["E-mail (2)", "Hut (2)"]) expect(columns).toContain(name);
  expect(figures.created).toBe(1);
});

test("what was saved in one encoding and half of it in another is read, and the cell that is lost is named", async () => {
  const sound = Array.from({ length: 20 }, (_, n) => `陈雨泽,bad.file.yuze${n}@hall.example,喜欢在杭州露营\n`).join("");
  const gbk = Buffer.from([0xba, 0xbc, 0xd6, 0xdd]);
  const last = "欧阳娟,bad.file.juan@hall.example,";
  const broken = Buffer.concat([Buffer.from(`姓名,邮箱,备注\n${sound}${last}`), gbk, Buffer.from("\n")]);
  const { page, figures } = await brought("mixed.csv", broken);
  expect(figures).toMatchObject({ created: 21, flawed: 1 });
  expect(page).toContain(m.imports_c_cell_unreadable({}, { locale }));
});

/** A workbook of one part that says it is a sheet and unpacks to far more than it is. */
function bomb(): Buffer {
  const part = (name: string, content: Buffer | string) => ({ name: Buffer.from(name), content: Buffer.from(content) });
  const parts = [
    part("[Content_Types].xml", "<Types/>"),
    part("xl/workbook.xml", '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    part(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    part("xl/worksheets/sheet1.xml", Buffer.alloc(40_000_000, " ")),
  ];
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content } of parts) {
    const packed = deflateRawSync(content);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(content.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004"), fixed, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fixed, place, name);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}

test.each([
  ["a bomb as a workbook", "guests.xlsx", bomb, "imports.unpacks-too-large"],
  ["an empty file", "guests.csv", () => "", "files.empty"],
  ["a header without rows", "guests.csv", () => head, "imports.no-rows"],
  ["a saved web page", "guests.csv", () => "<!doctype html><table><tr><td>a</td></tr></table>", "imports.web-page"],
  ["what only says that it is a workbook", "guests.xlsx", () => "PK\u0003\u0004 not really", "imports.workbook-broken"],
])("%s is refused beside the field, and nothing of it is kept", async (_, name, content, code) => {
  const before = await house.db.owner.query("select from file");
  const answer = await send(name, content());
  expect(answer.status).toBe(422);
  expect((await answer.text()).replaceAll("&quot;", '"')).toContain(sayError(locale, code, {}));
  expect((await house.db.owner.query("select from file")).rowCount).toBe(before.rowCount);
});

test("somebody next door sees nothing of a file, nor steers it", async () => {
  const sent = await send("guests.csv", `${head}${guest()}\n`);
  const run = (sent.headers.get("location") ?? "").replace("yuanshan", "harbor");
  const cookie = await house.signIn("maya@harbor.example");
  for (const path of [run, `${run}/refused`]) expect((await house.ask(path, { cookie })).status).toBe(404);
  const steered = await house.ask(run, { method: "POST", cookie, body: new URLSearchParams({ act: "run" }) });
  expect(steered.status).toBe(404);
});
