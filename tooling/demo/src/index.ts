export { demoPassword, demoSignIns } from "./sign-ins.ts";
export { isEmpty, loadDemo } from "./load-demo.ts";
