import type { Locale } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { useEffect, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type ChosenFilesProps = {
  readonly files: readonly File[];
  readonly locale: Locale;
  readonly onRemove: (file: File) => void;
};

/** What will be sent: a glimpse of each picture, the name and the size of all. */
export function ChosenFiles({ files, locale, onRemove }: ChosenFilesProps) {
  const { t } = useKitWords();
  return (
    <ul className="grid gap-s1">
      {files.map((file) => (
        <li
          key={`${file.name} ${file.size} ${file.lastModified}`}
          className="flex min-h-row items-center gap-s2 border-t pt-s1"
        >
          <Glimpse file={file} />
          <span className="min-w-0 flex-1 truncate">{file.name}</span>
          <span className="tabular text-xs text-ink-3">{fileSize(file.size, locale)}</span>
          <Button
            size="s"
            look="quiet"
            icon="close"
            label={t(m.ui_remove, { name: file.name })}
            onPress={() => onRemove(file)}
          />
        </li>
      ))}
    </ul>
  );
}

function Glimpse({ file }: { readonly file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address) return <img src={address} alt="" className="size-control-m flex-none rounded-r1 bg-sunk object-cover" />;
  return (
    <span className="grid size-control-m flex-none place-items-center rounded-r1 bg-sunk text-ink-3">
      <Icon name="document" />
    </span>
  );
}

/** 340 KB, 2.1 MB. */
function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)), locale)} KB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, locale)} MB`;
}
