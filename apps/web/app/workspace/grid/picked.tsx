import { Button, PopoverCard } from "@guildhall/ui";
import { OptionPicker } from "@guildhall/ui/grid";
import { useState } from "react";
import type { RecordGridModel } from "./use-record-grid.ts";

interface PickedProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly several?: boolean;
  readonly makes?: boolean;
  readonly model: RecordGridModel;
  readonly onPicked: (ids: readonly string[]) => void;
}

/** A button that asks which of a list, and then does it. */
export function Picked({ label, options, several = false, makes = false, model, onPicked }: PickedProps) {
  const [chosen, setChosen] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  const tags = model.columns.find(({ id }) => id === "tags");
  return (
    <PopoverCard label={label} button={<Button size="s">{label}</Button>}>
      {(close) => {
        const done = (ids: readonly string[]) => {
          close();
          setChosen([]);
          if (ids.length > 0) onPicked(ids);
        };
        return (
          <>
            <OptionPicker
              label={label}
              options={options}
              chosen={chosen}
              several={several}
              onMake={
                makes && tags
                  ? (name) => {
                      void model.make(tags, name).then((tag) => {
                        if (tag) setChosen((now) => [...now, { value: tag.id, label: tag.name }]);
                      });
                    }
                  : undefined
              }
              onChange={(now) => {
                setChosen(now);
                if (!several) done(now.map(({ value }) => value));
              }}
              onLeave={(how) => (how === "enter" ? done(chosen.map(({ value }) => value)) : close())}
            />
            {several && (
              <Button
                look="primary"
                disabled={chosen.length === 0}
                onPress={() => done(chosen.map(({ value }) => value))}
              >
                {label}
              </Button>
            )}
          </>
        );
      }}
    </PopoverCard>
  );
}
