-- Purpose: takes back V0007
-- Depends: V0007
-- Rollback: V0007__canon_domains_columns.sql
-- Destructive: approved
alter table if exists vehicle.lots
  drop column if exists location_country,
  drop column if exists location_state,
  drop column if exists location_city,
  drop column if exists odometer_brand,
  drop column if exists odometer,
  drop column if exists secondary_damage,
  drop column if exists damage_description,
  drop column if exists title_type;
