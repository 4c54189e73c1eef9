import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { parseDocument } from "yaml";
import schema from "./compose/compose.schema.json" with { type: "json" };
import { type Compose, danglingReferences } from "./compose/references.ts";
import { type Finding, report } from "./finding.ts";
import { root } from "./root.ts";

const file = "docker-compose.yml";
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTuples: false }).compile<Compose>(schema);

/** docker-compose.yml by the Compose Specification, where no Docker is at hand to ask. */
export function checkCompose(top: string): Finding[] {
  if (!existsSync(join(top, file)))
    return [finding("compose-absent", `${file} is not there: it is the production shape`)];
  const document = parseDocument(readFileSync(join(top, file), "utf8"), { merge: true });
  if (document.errors.length > 0) return document.errors.map(({ message }) => finding("compose-syntax", message));
  const compose: unknown = document.toJS();
  if (validate(compose)) return danglingReferences(compose).map((fault) => finding("compose-reference", fault));
  return telling(validate.errors ?? []).map(({ instancePath, message, params }) =>
    finding("compose-schema", `${instancePath || "/"} ${message} ${JSON.stringify(params)}`),
  );
}

/** "Fits none of these" says little beside the errors of each of them. */
function telling(errors: ErrorObject[]): ErrorObject[] {
  const details = errors.filter(({ keyword }) => keyword !== "oneOf" && keyword !== "anyOf");
  return details.length > 0 ? details : errors;
}

const finding = (rule: string, message: string): Finding => ({ rule, file, message });

if (import.meta.main) report(checkCompose(root));
