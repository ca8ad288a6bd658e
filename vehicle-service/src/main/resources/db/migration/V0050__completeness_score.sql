-- Purpose: the score of a row by the active weights of its kind
-- Depends: V0014
-- Rollback: U0050__completeness_score.sql

-- A field counts when it holds more than blanks or a placeholder.
create function system.completeness(entity text, fields jsonb) returns numeric
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select cast(coalesce(sum(weight_percent), 0) as numeric)
  from system.system_data_completion_weights
  where entity_type = entity and is_active
    and lower(trim(fields ->> field_name)) not in ('', '-', '?', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd')
$$;
