-- Run once by psql, as a superuser, before the first migration: makes the schema's owner, its database, and the three
-- roles that the product connects as. Names and passwords come from the environment.
--
-- The owner is no superuser. It has
--   createrole  because the migrate step keeps the limits of the three roles (statement_timeout and its like);
--   bypassrls   because row-level security is forced on every table, and a migration or a backup is about all tenants.
\getenv owner DATABASE_OWNER
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv app_password DATABASE_APP_PASSWORD
\getenv platform_password DATABASE_PLATFORM_PASSWORD
\getenv jobs_password DATABASE_JOBS_PASSWORD
\getenv database DATABASE_NAME

create role :"owner" login nosuperuser nocreatedb createrole bypassrls password :'owner_password';
create role guildhall_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'app_password';
create role guildhall_platform login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'platform_password';
create role guildhall_jobs login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'jobs_password';
grant guildhall_app, guildhall_platform to :"owner" with admin true, inherit false, set false;
grant guildhall_jobs to :"owner" with admin true;

create database :"database" owner :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to guildhall_app, guildhall_platform, guildhall_jobs;
