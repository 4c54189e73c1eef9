export { type Choice, ComboboxField } from "./combobox-field.tsx";
export { TagsField } from "./tags-field.tsx";
