export { t as tellPlan } from "./tell-plan2.js";
