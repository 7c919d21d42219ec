import "./chunks/rolldown-runtime.js";
import { t as finishRun } from "./chunks/initial.js";
// src/post.ts
await finishRun();
export {};
