import { m } from "@guildhall/i18n/messages";
import { Dialog } from "../actions/dialog.tsx";
import { SwitchField } from "../forms/switch-field.tsx";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

export type ShortcutGroup = {
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: string; readonly label: string }[];
};
type ShortcutSheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly ShortcutGroup[];
  /** Whether shortcuts work at all; the sheet itself can always be opened from a menu. */
  readonly enabled: boolean;
  readonly onEnabledChange: (enabled: boolean) => void;
};

/** What the keys do, and the switch that turns them off. */
export function ShortcutSheet({ open, onOpenChange, groups, enabled, onEnabledChange }: ShortcutSheetProps) {
  const { t } = useKitWords();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(m.ui_shortcuts)} closeLabel={t(m.ui_close)}>
      <div className="grid gap-s4">
        {groups.map(({ title, shortcuts }) => (
          <section key={title} className="grid">
            <h3 className="pb-s1 text-xs text-ink-3">{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys} className="flex min-h-row-compact items-center justify-between gap-s4 border-t">
                  <dt className={enabled ? "" : "text-ink-3"}>{label}</dt>
                  <dd className="m-0">
                    <ShortcutKeys shortcut={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <div className="border-t pt-s3">
          <SwitchField
            name="ui-shortcuts-on"
            label={t(m.ui_shortcuts_on)}
            description={t(m.ui_shortcuts_on_text)}
            checked={enabled}
            onChange={(event) => onEnabledChange(event.currentTarget.checked)}
          />
        </div>
      </div>
    </Dialog>
  );
}
