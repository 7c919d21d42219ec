// What the runner starts.
import { main } from './main.ts';

await main();
