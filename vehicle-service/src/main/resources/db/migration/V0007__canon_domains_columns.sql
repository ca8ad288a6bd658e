-- Purpose: title, damage, odometer, location columns of lots
-- Depends: V0006
-- Rollback: U0007__canon_domains_columns.sql
-- Origin: 2025-09-23
alter table vehicle.lots
  add column if not exists title_type text,
  add column if not exists damage_description text,
  add column if not exists secondary_damage text,
  add column if not exists odometer numeric(10, 1),
  add column if not exists odometer_brand text,
  add column if not exists location_city text,
  add column if not exists location_state text,
  add column if not exists location_country text;
