import { expect, test } from "vitest";
import { tidyFileName } from "../file-name.ts";
import { seeded, seededBytes } from "../test/seeded.ts";
import { contentDisposition } from "./content-disposition.ts";

test.each([
  ["list.csv", 'attachment; filename="list.csv"'],
  ["客户 名单.csv", "attachment; filename=\"_ _.csv\"; filename*=UTF-8''%E5%AE%A2%E6%88%B7%20%E5%90%8D%E5%8D%95.csv"],
  ['say "hi".txt', "attachment; filename=\"say _hi_.txt\"; filename*=UTF-8''say%20%22hi%22.txt"],
  ["100%.txt", "attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt"],
  ["it's (1)*é.txt", "attachment; filename=\"it's (1)*_.txt\"; filename*=UTF-8''it%27s%20%281%29%2A%C3%A9.txt"],
])("%s", (name, header) => {
  expect(contentDisposition("attachment", name)).toBe(header);
});

test("whatever the name, the header is one legal line, and the name is found in it again", () => {
  const random = seeded(13);
  for (let run = 0; run < 2_000; run++) {
    const name = tidyFileName(
      Buffer.from(seededBytes(random, Math.floor(random() * 80))).toString(run % 2 ? "utf8" : "utf16le"),
    );
    const header = contentDisposition("inline", name);
    expect(new Headers({ "Content-Disposition": header }).get("Content-Disposition")).toBe(header);
    const [, plain, extended] =
      /^inline; filename="([^"\\]*)"(?:; filename\*=UTF-8''([\w!#$&+.^`|~%-]*))?$/.exec(header) ?? [];
    expect(extended === undefined ? plain : decodeURIComponent(extended)).toBe(name);
  }
});
