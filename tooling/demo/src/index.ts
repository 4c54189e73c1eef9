export { isEmpty, loadDemo } from "./load-demo.ts";
export { demoPassword, demoSignIns } from "./sign-ins.ts";
