// All checks there are, by id. A check that is not listed here does not run.
import type { Check } from './check.ts';
import { deadEnd } from './checks/dead-end.ts';
import { duplicateCondition } from './checks/duplicate-condition.ts';
import { duplicateKey } from './checks/duplicate-key.ts';
import { duplicateNodeId } from './checks/duplicate-node-id.ts';
import { duplicateRuleName } from './checks/duplicate-rule-name.ts';
import { expiredSuppression } from './checks/expired-suppression.ts';
import { fallbackTarget } from './checks/fallback-target.ts';
import { hearingTwice } from './checks/hearing-twice.ts';
import { maxDepth } from './checks/max-depth.ts';
import { menuTooWide } from './checks/menu-too-wide.ts';
import { noInputHandling } from './checks/no-input-handling.ts';
import { pathTest } from './checks/path-test.ts';
import { ruleFiles } from './checks/rule-files.ts';
import { schema } from './checks/schema.ts';
import { syntax } from './checks/syntax.ts';
import { transitionsAfterHangup } from './checks/transitions-after-hangup.ts';
import { trap } from './checks/trap.ts';
import { undefinedTarget } from './checks/undefined-target.ts';
import { unknownKey } from './checks/unknown-key.ts';
import { unreachableNode } from './checks/unreachable-node.ts';
import { unusedSuppression } from './checks/unused-suppression.ts';
import { windowAmbiguous } from './checks/window-ambiguous.ts';
import { windowExpired } from './checks/window-expired.ts';
import { windowExpiresSoon } from './checks/window-expires-soon.ts';
import { windowGap } from './checks/window-gap.ts';
import { windowInverted } from './checks/window-inverted.ts';
import { windowOverlap } from './checks/window-overlap.ts';

export const CHECKS: readonly Check[] = [
  deadEnd,
  duplicateCondition,
  duplicateKey,
  duplicateNodeId,
  duplicateRuleName,
  expiredSuppression,
  fallbackTarget,
  hearingTwice,
  maxDepth,
  menuTooWide,
  noInputHandling,
  pathTest,
  ruleFiles,
  schema,
  syntax,
  transitionsAfterHangup,
  trap,
  undefinedTarget,
  unknownKey,
  unreachableNode,
  unusedSuppression,
  windowAmbiguous,
  windowExpired,
  windowExpiresSoon,
  windowGap,
  windowInverted,
  windowOverlap,
];
