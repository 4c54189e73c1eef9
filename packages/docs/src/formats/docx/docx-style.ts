import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
} from "docx";

/** Letters of every script in a font that office programs have: Latin ones, and those of the East beside them. */
const bodyFont = { ascii: "Calibri", hAnsi: "Calibri", cs: "Calibri", eastAsia: "Microsoft YaHei" };
const titleFont = { ascii: "Georgia", hAnsi: "Georgia", cs: "Georgia", eastAsia: "Microsoft YaHei" };
export const codeFont = { ascii: "Consolas", hAnsi: "Consolas", cs: "Consolas", eastAsia: "Microsoft YaHei" };

export const ink = {
  plain: "1F1B15",
  quiet: "6F6658",
  line: "CBBFA9",
  sunk: "F4EFE5",
  indigo: "2E4A7A",
  seal: "B3361F",
};
export const calloutInk = { info: "2E4A7A", idea: "74416D", warning: "8A5A00", done: "1B6F54" } as const;

const before = (points: number, after: number) => ({ before: points * 20, after: after * 20 });

export function docxStyles(language: "zh-CN" | "en-US"): IStylesOptions {
  const heading = (size: number, above: number) => ({
    run: { font: titleFont, size, bold: true, color: ink.plain },
    paragraph: { spacing: before(above, 5), keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: bodyFont, size: 21, color: ink.plain, language: { value: language, eastAsia: "zh-CN" } },
        paragraph: { spacing: { after: 140, line: 312 } },
      },
      title: {
        run: { font: titleFont, size: 48, bold: true, color: ink.plain },
        paragraph: { spacing: before(0, 14) },
      },
      heading1: heading(34, 16),
      heading2: heading(28, 12),
      heading3: heading(23, 10),
      hyperlink: { run: { color: ink.indigo, underline: {} } },
    },
    paragraphStyles: [
      {
        id: "Code",
        name: "Code",
        basedOn: "Normal",
        run: { font: codeFont, size: 18 },
        paragraph: { spacing: { before: 0, after: 0, line: 264 } },
      },
    ],
  };
}

/** Points and numbers, nine lists deep. */
export function listLevels(kind: "points" | "numbers", start = 1): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: kind === "points" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: kind === "points" ? "•" : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start,
    style: { paragraph: { indent: indentAt(level) } },
  }));
}

export function indentAt(level: number) {
  return { left: convertMillimetersToTwip(6 * (level + 1)), hanging: convertMillimetersToTwip(6) };
}

export const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const thinBorder = { style: BorderStyle.SINGLE, size: 4, color: ink.line };
