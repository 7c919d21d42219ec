import "./chunks/rolldown-runtime.js";
import { n as main } from "./chunks/initial.js";
// src/index.ts
await main();
export {};
