import { audienceBlock } from "./audience-block.ts";
import type { LiveBlockKind } from "./live-block-kind.ts";
import { peopleListBlock } from "./people-list-block.ts";
import { personBlock } from "./person-block.ts";

/** What documents show of the people of a hall. */
export const peopleLiveBlocks: readonly LiveBlockKind[] = [personBlock, audienceBlock, peopleListBlock];
