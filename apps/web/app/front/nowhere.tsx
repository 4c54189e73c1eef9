import { notFound } from "@guildhall/core";
import { route } from "../server/define-route.ts";

const nowhere = route({ area: "public" });

const refuse = async (): Promise<null> => {
  throw notFound();
};

export const loader = nowhere.loader(refuse);
export const action = nowhere.action(refuse);

export default function Nowhere() {
  return null;
}
