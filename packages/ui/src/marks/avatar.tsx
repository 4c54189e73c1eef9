import { classNames } from "../class-names.ts";
import { faceCharacters } from "./name-characters.ts";
import { quietTint } from "./quiet-tint.ts";

type AvatarProps = {
  /** The person's id: the same person has the same tint everywhere. */
  readonly id: string;
  readonly name: string;
  readonly image?: string | null | undefined;
  readonly size?: "s" | "m" | "l" | undefined;
  /** Where no name stands beside it. */
  readonly label?: string | undefined;
};

/** A face: the picture, or the characters of the name on a quiet tint. */
export function Avatar({ id, name, image, size = "s", label }: AvatarProps) {
  const shape = classNames(
    "inline-grid flex-none select-none place-items-center overflow-hidden rounded-full",
    SIZES[size],
  );
  if (image)
    return (
      <img
        src={image}
        alt={label ?? ""}
        className={classNames(shape, "bg-sunk object-cover")}
        loading="lazy"
        decoding="async"
      />
    );
  return (
    <span
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      className={classNames(shape, "edged font-semibold leading-none", TINTS[quietTint(id)])}
    >
      {faceCharacters(name)}
    </span>
  );
}

type AvatarRowProps = {
  readonly people: readonly Pick<AvatarProps, "id" | "name" | "image">[];
  /** How many more there are than are shown. */
  readonly more?: number | undefined;
};

/** Several faces in a row, each over the last. */
export function AvatarRow({ people, more = 0 }: AvatarRowProps) {
  return (
    <span className="inline-flex items-center">
      {people.map((person) => (
        <span key={person.id} className="-ml-s2 inline-flex rounded-full border-2 border-paper first:ml-0">
          <Avatar {...person} size="s" />
        </span>
      ))}
      {more > 0 && (
        <span className="tabular edged -ml-s2 inline-grid h-target min-w-target place-items-center rounded-full bg-sunk px-s1 text-face font-semibold text-ink-2">
          +{more}
        </span>
      )}
    </span>
  );
}

const SIZES = { s: "size-target text-face", m: "size-control-m text-xs", l: "size-face-l text-mark" };
const TINTS = {
  seal: "bg-seal-tint text-seal",
  jade: "bg-jade-tint text-jade",
  ochre: "bg-ochre-tint text-ochre",
  indigo: "bg-indigo-tint text-indigo",
  plum: "bg-plum-tint text-plum",
};
