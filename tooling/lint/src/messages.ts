import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, report } from "./finding.ts";
import { type Message, placeholders, readCatalogue } from "./messages/catalogue.ts";
import { chineseFault } from "./messages/chinese.ts";
import { root } from "./root.ts";
import { isTest, type SourceFile, sourceFiles } from "./source-files.ts";

const settingsFile = "packages/i18n/project.inlang/settings.json";

/** The two languages say the same things, and nothing that nobody asks for. */
export function checkMessages(top: string): Finding[] {
  const english = readCatalogue(top, "en");
  const chinese = readCatalogue(top, "zh-CN");
  const asked = askedKeys(sourceFiles(top).filter(({ path }) => !isTest(path) && !path.startsWith("tooling/")));
  return [
    ...missing(english, chinese, "zh-CN"),
    ...missing(chinese, english, "en"),
    ...samePlaceholders(english, chinese),
    ...unused(english, asked),
    ...[english, chinese].flatMap(twice),
    ...typography(chinese),
    ...uncompiled(top, [...english, ...chinese]),
  ];
}

function missing(here: Message[], there: Message[], locale: string): Finding[] {
  const known = new Set(there.map(({ key }) => key));
  return here
    .filter(({ key }) => !known.has(key))
    .map(({ key, file }) => ({ rule: "message-missing", file, message: `${key} is not in ${locale}` }));
}

function samePlaceholders(english: Message[], chinese: Message[]): Finding[] {
  const wanted = new Map(english.map((message) => [message.key, placeholders(message).join(", ")]));
  return chinese.flatMap((message) => {
    const [want, got] = [wanted.get(message.key), placeholders(message).join(", ")];
    if (want === undefined || want === got) return [];
    const text = `${message.key} has {${got}} where English has {${want}}`;
    return [{ rule: "message-placeholders", file: message.file, message: text }];
  });
}

function unused(messages: Message[], asked: Set<string>): Finding[] {
  return messages
    .filter(({ key }) => !asked.has(key))
    .map(({ key, file }) => ({ rule: "message-unused", file, message: `nothing reads m.${key}` }));
}

/** Keys are read as `m.key`, never computed, so that this can be known. */
function askedKeys(files: SourceFile[]): Set<string> {
  const readers = files.filter(({ text }) => /from "(?:@guildhall\/i18n|[^"]*paraglide)/.test(text));
  return new Set(readers.flatMap(({ text }) => [...text.matchAll(/\bm\s*\.\s*(\w+)/g)].map(([, key]) => String(key))));
}

function twice(messages: Message[]): Finding[] {
  return messages
    .filter(({ key }, index) => messages.findIndex((other) => other.key === key) < index)
    .map(({ key, file }) => ({
      rule: "message-twice",
      file,
      message: `${key} stands in another file too; the last one wins`,
    }));
}

function typography(chinese: Message[]): Finding[] {
  return chinese.flatMap(({ key, file, texts }) =>
    texts.flatMap((text) => {
      const fault = chineseFault(text);
      return fault ? [{ rule: "message-typography", file, message: `${key}: ${fault}` }] : [];
    }),
  );
}

/** paraglide compiles only what its settings list, and says nothing about the rest. */
function uncompiled(top: string, messages: Message[]): Finding[] {
  if (!existsSync(join(top, settingsFile)))
    return [{ rule: "message-uncompiled", file: settingsFile, message: "is not there" }];
  const settings = readFileSync(join(top, settingsFile), "utf8");
  const files = [...new Set(messages.map(({ file }) => file))];
  return files
    .filter((file) => !settings.includes(`{locale}/${file.split("/").at(-1)}"`))
    .map((file) => ({ rule: "message-uncompiled", file, message: `${settingsFile} does not list it in pathPattern` }));
}

if (import.meta.main) report(checkMessages(root));
