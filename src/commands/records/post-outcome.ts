// The status of a commit whose deployment did not go as planned. It must not hide the outcome that it tells of.
import { outcomeContext } from '../../audit/status-text.ts';
import { messageOf } from '../../errors.ts';
import type { GitHub, StatusState } from '../../ports.ts';
import type { Session } from '../session.ts';

/** Posts the outcome to a commit, by default the one of this run; a failure to do so is a warning. */
export async function postOutcome(
  session: Session,
  github: GitHub,
  state: StatusState,
  text: string,
  sha: string = session.trigger.commit,
): Promise<void> {
  try {
    await github.setStatus(sha, outcomeContext(session.inputs.environment), state, text);
  } catch (error) {
    session.log.warning(`the commit status could not be written: ${messageOf(error)}`);
  }
}
