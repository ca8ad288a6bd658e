-- Purpose: rollback of V0199: leave the monthly partitions to the platform's functions, which all services share
-- Depends: V0199
-- Rollback: V0199__drop_partition_functions.sql
-- Destructive: approved

-- drop_monthly_partitions drops whole months when the job calls it.
create function ensure_monthly_partitions(months_back int, months_ahead int) returns int
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
    set lock_timeout = '5s'
as $$
declare
    parent  text;
    back    int;
    month   timestamp;
    part    text;
    made    int := 0;
begin
    if months_back < 0 or months_ahead < 0 then
        raise exception 'months_back and months_ahead must not be negative' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('equipment.monthly_partitions', 0));
    foreach parent in array array['equipment_telemetry', 'telemetry_rejects', 'geofence_events', 'equipment_audit'] loop
        -- rows stamped by the server's clock are never old, and what retention dropped must not come back
        back := case when parent in ('telemetry_rejects', 'equipment_audit')
                     then least(months_back, 1) else months_back end;
        for month in
            select generate_series(date_trunc('month', now() at time zone 'UTC') - make_interval(months => back),
                                   date_trunc('month', now() at time zone 'UTC') + make_interval(months => months_ahead),
                                   interval '1 month')
        loop
            part := parent || '_p' || to_char(month, 'YYYYMM');
            continue when to_regclass(format('public.%I', part)) is not null;
            begin
                execute format('create table public.%I (like public.%I including defaults including constraints'
                               || ' including storage including compression)', part, parent);
                execute format('alter table public.%I enable row level security', part);
                execute format('alter table public.%I force row level security', part);
                execute format('revoke all on public.%I from public, equipment_app, equipment_system', part);
                -- attach, unlike "partition of", lets readers and writers of the other partitions go on
                execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
                               parent, part,
                               to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
                               to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
                made := made + 1;
            exception when check_violation then
                raise warning 'partition % is not made: the default partition holds rows of that month', part;
            end;
        end loop;
    end loop;
    return made;
end
$$;

-- Drops the partitions whose month ended more than keep_months months ago.
create function drop_monthly_partitions(parent text, keep_months int) returns int
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
    set lock_timeout = '5s'
as $$
declare
    oldest  text;
    part    text;
    dropped int := 0;
begin
    if parent not in ('equipment_telemetry', 'telemetry_rejects', 'geofence_events', 'equipment_audit')
       or keep_months < 1 then
        raise exception 'not a monthly table, or keep_months below 1' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('equipment.monthly_partitions', 0));
    oldest := parent || '_p' || to_char(
        date_trunc('month', now() at time zone 'UTC') - make_interval(months => keep_months), 'YYYYMM');
    for part in
        select c.relname
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = format('public.%I', parent)::regclass
          and c.relname ~ ('^' || parent || '_p[0-9]{6}$')
          and c.relname collate "C" < oldest
        order by c.relname
    loop
        execute format('drop table public.%I', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

revoke all on function ensure_monthly_partitions(int, int) from public;
revoke all on function drop_monthly_partitions(text, int) from public;
