-- Purpose: takes back V0170
-- Depends: V0170
-- Rollback: V0170__note_days_by_key.sql

create function renew_usage_dirty() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    update equipment_usage_dirty set updated_at = clock_timestamp()
    where tenant_id = new.tenant_id and equipment_id = new.equipment_id and day = new.day;
    return case when found then null else new end;
end
$$;

create trigger renew_usage_dirty before insert on equipment_usage_dirty
    for each row execute function renew_usage_dirty();

create or replace function note_changed_samples() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into equipment_usage_dirty (tenant_id, equipment_id, day)
    select distinct tenant_id, equipment_id, (recorded_at at time zone 'UTC')::date from changed
    on conflict do nothing;
    return null;
end
$$;
