import { Catalogue } from "@guildhall/ui/catalogue";
import { route } from "../server/define-route.ts";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "dev" }).loader(async () => null);

export default function Ui() {
  const { locale } = useWords();
  return <Catalogue locale={locale} foot={<LanguageSwitch />} />;
}
