import type { InEachLocale } from "@guildhall/core";

export interface Fonts {
  readonly ui: string;
  readonly title: string;
  readonly mono: string;
  /** Chinese needs more air between its lines. */
  readonly lineHeight: string;
}

const mono = "ui-monospace,'SF Mono',Menlo,Consolas,monospace";

/** Faces of the reader's own machine: nothing is fetched, so nothing tells who has opened a mail. */
export const fontsOf: InEachLocale<Fonts> = {
  en: {
    ui: "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC','Noto Sans SC','Microsoft YaHei',sans-serif",
    title:
      "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Songti SC','Noto Serif SC','Noto Serif CJK SC',serif",
    mono,
    lineHeight: "1.55",
  },
  "zh-CN": {
    ui: "system-ui,-apple-system,'PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','Segoe UI',sans-serif",
    title: "'Songti SC','Noto Serif SC','Noto Serif CJK SC',STSong,SimSun,Georgia,serif",
    mono,
    lineHeight: "1.65",
  },
};
