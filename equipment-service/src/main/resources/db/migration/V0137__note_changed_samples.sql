-- Purpose: no change of samples escapes the derivation of usage, however its day is noted
-- Depends: V0105, V0125, V0136
-- Rollback: U0137__note_changed_samples.sql

-- A day that is dirty already is written once more, even by "on conflict do nothing": derive_usage then sees that it
-- has changed since, and leaves it. Writers of one machine stand in line behind its row, so no other comes between.
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

-- Samples that were held and take effect later may lie on other days than those that came with them.
create function note_changed_samples() returns trigger
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

create trigger note_changed_samples after update on equipment_telemetry
    referencing new table as changed
    for each statement execute function note_changed_samples();
