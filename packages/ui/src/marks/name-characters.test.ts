import { expect, test } from "vitest";
import { faceCharacters, stampCharacter } from "./name-characters.ts";

test.each([
  ["远山户外", "远"],
  ["「远山」户外", "远"],
  ["Yuanshan Outdoor", "Y"],
  ["élan vital", "É"],
  ["E\u0301lan", "É"],
  ["🏕️ Ridge Camp", "R"],
  ["3 Peaks", "3"],
  ["ßtudio", "ß"],
  ["", "会"],
  ["…", "会"],
])("the stamp of %j is %s", (name, character) => {
  expect(stampCharacter(name)).toBe(character);
});

test.each([
  ["陈雨泽", "陈"],
  ["欧阳一诺", "欧"],
  ["Zoë Ó Súilleabháin", "ZÓ"],
  ["Lin Qiao", "LQ"],
  ["Madonna", "M"],
  ["anne-marie", "AM"],
  ["lin.qiao@example.com", "LQ"],
  ["林 Qiao", "林"],
  ["Lin 乔", "L"],
  ["  ", "·"],
])("the face of %j is %s", (name, characters) => {
  expect(faceCharacters(name)).toBe(characters);
});
