import { expect, test } from "vitest";
import { plant } from "./fixture.ts";
import { chineseFault } from "./messages/chinese.ts";
import { checkMessages } from "./messages.ts";

const en = "packages/i18n/messages/en/shell.json";
const zh = "packages/i18n/messages/zh-CN/shell.json";

test("each kind of fault is found at its key", () => {
  using house = plant("violations/messages");
  const findings = checkMessages(house.top).map(
    ({ rule, file, message }) => `${rule} ${file} ${message.split(/[ :]/)[0]}`,
  );
  expect(findings.sort()).toEqual(
    [
      `message-missing ${en} only_english`,
      `message-missing ${zh} only_chinese`,
      `message-placeholders ${zh} greeting`,
      `message-placeholders ${zh} guests`,
      `message-unused ${en} nothing`,
      "message-twice packages/i18n/messages/en/spare.json title",
      "message-twice packages/i18n/messages/zh-CN/spare.json title",
      `message-typography ${zh} comma`,
      `message-typography ${zh} italics`,
      "message-uncompiled packages/i18n/messages/en/spare.json packages/i18n/project.inlang/settings.json",
      "message-uncompiled packages/i18n/messages/zh-CN/spare.json packages/i18n/project.inlang/settings.json",
    ].sort(),
  );
});

test("a clean house passes", () => {
  using house = plant("clean");
  expect(checkMessages(house.top)).toEqual([]);
});

test.for([
  ["保存，然后继续。", undefined],
  ["版本 2.0.1 于 18:00 发布", undefined],
  ["字段名是 first_name_zh", undefined],
  ["保存,然后继续", "half-width"],
  ["已保存.", "half-width"],
  ["这是 <em>重点</em>", "italics"],
  ["这是 _重点_", "italics"],
  ["这是*重点*", "italics"],
])("%s", ([text, fault]) => {
  expect(chineseFault(String(text))?.split(/[ :]/)[0]).toBe(fault);
});
