// What the runner starts after the job's other steps.
import { finishRun } from './finish.ts';

await finishRun();
