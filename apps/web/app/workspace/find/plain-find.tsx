import { m } from "@guildhall/i18n/messages";
import { Button, TextField } from "@guildhall/ui";
import { useSearchParams } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";

/**
 * Without script a list cannot be filled while one types: here it is asked for, and the page's own list comes back with
 * what was found. The loader reads `find`.
 */
export function PlainFind({ label }: { readonly label: string }) {
  const { t } = useWords();
  const [search] = useSearchParams();
  return (
    <form method="get" className="hidden max-w-form items-end gap-s2 pb-s3 noscript:flex">
      <div className="min-w-0 grow">
        <TextField
          name="find"
          label={label}
          maxLength={200}
          autoComplete="off"
          defaultValue={search.get("find") ?? ""}
        />
      </div>
      <Button type="submit" icon="search">
        {t(m.record_find)}
      </Button>
    </form>
  );
}
