-- Purpose: takes back V0136
-- Depends: V0136
-- Rollback: V0136__create_usage_functions.sql
-- Destructive: approved

drop function rebuild_usage(text, text);
drop function usage_touched(text, text, date[]);
drop function derive_usage(text, text);
drop function derive_usage_between(text, text, date, date);
drop function derive_usage_facts(text, text, date[]);
drop function usage_km_at(text, text, timestamptz);
drop function usage_hours_at(text, text, timestamptz);
drop function usage_facts(text, text, timestamptz, timestamptz);
drop function great_circle_km(float8, float8, float8, float8);
drop function is_doubted(text[], text);
