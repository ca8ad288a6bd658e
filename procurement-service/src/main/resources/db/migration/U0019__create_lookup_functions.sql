-- Purpose: takes back V0019
-- Depends: V0019
-- Rollback: V0019__create_lookup_functions.sql
-- Destructive: approved
drop function procurement.find_membership(uuid, text);
drop function procurement.find_user_token(text);
drop function procurement.find_api_key(text);
drop function procurement.find_refresh_token(text);
drop function procurement.find_user(text);
