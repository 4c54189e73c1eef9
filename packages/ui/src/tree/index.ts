export { MovableTree } from "./movable-tree.tsx";
export type { TreeDrop, TreeNode, TreeWords } from "./tree-node.ts";
