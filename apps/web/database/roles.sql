-- Run once by a superuser, before the first migration: the owner of the schema, its database, and the three roles that
-- the product connects as, each with a password of its own. By psql, with -v for each name after a colon.
--
-- The owner is no superuser. It has
--   createrole  because the migrate step keeps the limits of the three roles (statement_timeout and its like);
--   bypassrls   because row-level security is forced on every table, and a migration or a backup is about all tenants.
create role :"owner" login nosuperuser nocreatedb createrole bypassrls password :'owner_password';
create role guildhall_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'app_password';
create role guildhall_platform login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'platform_password';
create role guildhall_jobs login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'jobs_password';
grant guildhall_app, guildhall_platform to :"owner" with admin true, inherit false, set false;
grant guildhall_jobs to :"owner" with admin true;
create database :"database" owner :"owner";
revoke connect on database :"database" from public;
grant connect on database :"database" to guildhall_app, guildhall_platform, guildhall_jobs;
