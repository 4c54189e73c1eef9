export { addIdentity } from "./identities/add-identity.ts";
export { addLogin } from "./logins/add-login.ts";
export { type Access, findAccess, listTenantsOfUser, type TenantOfUser } from "./logins/find-access.ts";
export { type AccessWatch, openAccessWatch, type Standing } from "./logins/watch-access.ts";
export { createPerson } from "./people/create-person.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { requireMaySetPicture, setPicture } from "./people/set-picture.ts";
