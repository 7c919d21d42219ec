// Check `path-test`. It is made by simulate/: reading the path tests, and running them.
import { PATH_TEST } from '../../simulate/read-path-tests.ts';
import type { Check } from '../check.ts';

export const pathTest: Check = {
  id: PATH_TEST,
  severity: 'error',
  finds: 'a path test that fails, or a path test file that cannot be read',
  isNeverSuppressed: true,
};
