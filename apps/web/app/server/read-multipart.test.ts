import { expect, test } from "vitest";
import { readMultipart } from "./read-multipart.ts";

const post = (form: FormData) => new Request("https://hall.example/", { method: "POST", body: form });
const raw = (body: string, boundary = "x") =>
  new Request("https://hall.example/", {
    method: "POST",
    body,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  });

async function read(request: Request, wants = true) {
  const files: { name: string; filename: string; text: string }[] = [];
  const form = await readMultipart(request, async ({ name, filename, data }) => {
    const chunks: Uint8Array[] = [];
    if (wants) for await (const chunk of data) chunks.push(chunk);
    files.push({ name, filename, text: Buffer.concat(chunks).toString() });
  });
  return { files, form };
}

test.each([
  "plan.png",
  "会员名单；2026.csv",
  "a=b;c=d.png",
  "<img src=x onerror=alert(1)>.png",
  "it's 100% “done”.txt",
  "name; filename=other.png",
  "😀.gif",
])("a file may be called %j", async (name) => {
  const form = new FormData();
  form.set("before", "雨天");
  form.set("file", new File(["words"], name));
  form.set("after", "x; y=z");
  const { files, form: rest } = await read(post(form));
  expect(files).toEqual([{ name: "file", filename: name, text: "words" }]);
  expect([...rest]).toEqual([
    ["before", "雨天"],
    ["after", "x; y=z"],
  ]);
});

test("a path is no part of a name", async () => {
  const { files } = await read(
    raw(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="..\\\\..\\\\secret/plan.png"\r\n\r\nabc\r\n--x--\r\n',
    ),
  );
  expect(files.map(({ filename }) => filename)).toEqual(["plan.png"]);
});

test("a file that nobody wants goes by, and what follows it arrives", async () => {
  const form = new FormData();
  form.set("file", new File(["x".repeat(3_000_000)], "large.bin"));
  form.set("after", "here");
  const { form: rest } = await read(post(form), false);
  expect(rest.get("after")).toBe("here");
});

test("one that is left in the middle keeps nobody waiting", async () => {
  const form = new FormData();
  form.set("file", new File(["x".repeat(3_000_000)], "large.bin"));
  form.set("after", "here");
  const rest = await readMultipart(post(form), async ({ data }) => {
    for await (const _ of data) return;
  });
  expect(rest.get("after")).toBe("here");
});

test.each([
  ["breaks off in a file", raw('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf')],
  ["has no parts", raw("nothing of the kind")],
  [
    "has no sign that parts it",
    new Request("https://hall.example/", {
      method: "POST",
      body: "x",
      headers: { "content-type": "multipart/form-data" },
    }),
  ],
])("a form that %s says so", async (_, request) => {
  await expect(read(request)).rejects.toMatchObject({ code: "files.upload-interrupted" });
});
