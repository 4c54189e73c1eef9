import type { Id } from "@guildhall/core";
import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  QueryNode,
  ReferenceNode,
  type SelectQueryNode,
  TableNode,
  ValueNode,
} from "kysely";

/** Writes `tenant_id = $n` into every select from a table: what a statement says where no policy says it. */
export function sayTenant(tenantId: Id<"tenant">): KyselyPlugin {
  const transformer = new TenantSayer(tenantId);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class TenantSayer extends OperationNodeTransformer {
  readonly #tenantId: Id<"tenant">;

  constructor(tenantId: Id<"tenant">) {
    super();
    this.#tenantId = tenantId;
  }

  protected override transformSelectQuery(
    ...given: Parameters<OperationNodeTransformer["transformSelectQuery"]>
  ): SelectQueryNode {
    const select = super.transformSelectQuery(...given);
    const table = tableOf(select.from?.froms[0]);
    if (!table) return select;
    const column = ReferenceNode.create(ColumnNode.create("tenant_id"), table);
    const tenant = ValueNode.create(this.#tenantId);
    return QueryNode.cloneWithWhere(select, BinaryOperationNode.create(column, OperatorNode.create("="), tenant));
  }
}

/** The table that `from` names, by the name that the select calls it; null where it is a select of its own. */
function tableOf(from: OperationNode | undefined): TableNode | null {
  if (from === undefined) return null;
  if (TableNode.is(from)) return from;
  if (!AliasNode.is(from) || !TableNode.is(from.node) || !IdentifierNode.is(from.alias)) return null;
  return TableNode.create(from.alias.name);
}
