import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

const listName = "contents.json";

interface Contents {
  readonly recipe: string;
  readonly sizes: Record<string, number>;
}

/** Writes down what a finished folder was made of, and every file with its size. */
export async function writeContents(folder: string, recipe: string): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    sizes[path.slice(folder.length + 1)] = (await stat(path)).size;
  }
  const contents: Contents = { recipe, sizes };
  await writeFile(join(folder, listName), JSON.stringify(contents, null, 2));
}

/** Whether a folder was made by this recipe and has every file on its list, none truncated. */
export async function isWhole(folder: string, recipe: string): Promise<boolean> {
  try {
    const contents: unknown = JSON.parse(await readFile(join(folder, listName), "utf8"));
    if (!isContents(contents) || contents.recipe !== recipe) return false;
    const files = Object.entries(contents.sizes);
    const sizes = await Promise.all(files.map(([path]) => stat(join(folder, path))));
    return files.every(([, size], at) => sizes[at]?.size === size);
  } catch {
    return false;
  }
}

function isContents(value: unknown): value is Contents {
  return typeof value === "object" && value !== null && "recipe" in value && "sizes" in value;
}
