-- Purpose: takes back V0043
-- Depends: V0043
-- Rollback: V0043__create_personal_settings.sql
-- Destructive: approved

drop table procurement.user_preferences;
drop table procurement.personalization_settings;
