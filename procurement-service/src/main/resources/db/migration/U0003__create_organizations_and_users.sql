-- Purpose: takes back V0003
-- Depends: V0003
-- Rollback: V0003__create_organizations_and_users.sql
-- Destructive: approved
-- first the policies that ask for members
drop table procurement.users, procurement.organizations, procurement.organization_members;
