import { Catalogue } from "@guildhall/ui/catalogue";
import { useSearchParams } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "dev" }).loader(async () => null);

export default function Ui() {
  const { locale } = useWords();
  const [search] = useSearchParams();
  return <Catalogue locale={locale} part={search.get("part") ?? undefined} foot={<LanguageSwitch />} />;
}
