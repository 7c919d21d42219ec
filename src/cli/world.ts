// What the command line has of the world, so that tests can give it another.
import type { Clock } from '../ports.ts';

export interface World {
  /** Absolute path: where the program was started. Globs are relative to it. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal. */
  readonly isTerminal: boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly version: string;
  /** These write to stdout and stderr. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
