// All checks there are, by id. A check that is not listed here does not run.
import type { Check } from './check.ts';
import { duplicateKey } from './checks/duplicate-key.ts';
import { duplicateNodeId } from './checks/duplicate-node-id.ts';
import { duplicateRuleName } from './checks/duplicate-rule-name.ts';
import { maxDepth } from './checks/max-depth.ts';
import { pathTest } from './checks/path-test.ts';
import { ruleFiles } from './checks/rule-files.ts';
import { schema } from './checks/schema.ts';
import { syntax } from './checks/syntax.ts';
import { trap } from './checks/trap.ts';
import { undefinedTarget } from './checks/undefined-target.ts';
import { unreachableNode } from './checks/unreachable-node.ts';
import { windowAmbiguous } from './checks/window-ambiguous.ts';

export const CHECKS: readonly Check[] = [
  duplicateKey,
  duplicateNodeId,
  duplicateRuleName,
  maxDepth,
  pathTest,
  ruleFiles,
  schema,
  syntax,
  trap,
  undefinedTarget,
  unreachableNode,
  windowAmbiguous,
];
