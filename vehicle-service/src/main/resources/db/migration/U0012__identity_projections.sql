-- Purpose: takes back V0012
-- Depends: V0012
-- Rollback: V0012__identity_projections.sql
-- Destructive: approved
drop table if exists identity.persons;
drop table if exists identity.users;
drop table if exists identity.organizations;
drop table if exists identity.memberships;
drop schema if exists identity;
