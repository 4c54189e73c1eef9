import { type ExportFormat, exportFormats } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { RadioField } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

const names = { pdf: m.docs_files_pdf, docx: m.docs_files_docx, html: m.docs_files_html, md: m.docs_files_md } as const;
const texts = {
  pdf: m.docs_files_pdf_text,
  docx: m.docs_files_docx_text,
  html: m.docs_files_html_text,
  md: m.docs_files_md_text,
} as const;

/** As what something is taken along. */
export function FormatChoice({ formats = exportFormats }: { readonly formats?: readonly ExportFormat[] }) {
  const { t } = useWords();
  return (
    <RadioField
      slips
      name="format"
      label={t(m.docs_files_format)}
      defaultValue={formats[0]}
      options={formats.map((format) => ({ value: format, label: t(names[format]), description: t(texts[format]) }))}
    />
  );
}
