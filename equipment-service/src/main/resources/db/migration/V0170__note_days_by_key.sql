-- Purpose: notes the days of new and changed samples by key alone, without a trigger for each of them
-- Depends: V0125, V0137
-- Rollback: U0170__note_days_by_key.sql
-- Destructive: approved

-- A trigger's plan is kept for as long as the session, so one that was made while the table was empty read the whole
-- table for every day: a second for a batch of 1,000 days. Who notes a day says "on conflict do update" instead, which
-- looks by key whatever the planner believes.
drop trigger renew_usage_dirty on equipment_usage_dirty;
drop function renew_usage_dirty();

create or replace function note_changed_samples() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into equipment_usage_dirty (tenant_id, equipment_id, day)
    select distinct tenant_id, equipment_id, (recorded_at at time zone 'UTC')::date from changed
    on conflict (tenant_id, equipment_id, day) do update set updated_at = clock_timestamp();
    return null;
end
$$;
