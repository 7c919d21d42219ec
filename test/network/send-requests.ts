// A program of the tests: sends GET requests one after the other through the agents of the environment, as the action
// does, and prints what came of each as a line of JSON. Its arguments are the URLs.
import { send } from '../../src/cxone/send.ts';
import { makeAgents } from '../../src/network/agents.ts';

const agents = makeAgents(4);
for (const url of process.argv.slice(2)) {
  const headers = { authorization: 'Bearer token-1' };
  const outcome = await send({ method: 'GET', url, headers }, agents, 10_000).then(
    ({ status, text }) => ({ status, text }),
    (error: unknown) => ({ error: String(error) }),
  );
  console.log(JSON.stringify(outcome));
}
// The program ends by itself only where no socket is kept.
agents.close();
