-- Purpose: make and retire the monthly partitions of tables that only grow; upkeep calls them as the owner
-- Depends: V0000.01
-- Rollback: U0000.20__create_monthly_partitions.sql
-- Destructive: approved

-- Rights stand on the parent alone: whoever read a partition would not be held by the parent's policies.
create procedure platform.add_partition(parent regclass, part text, bounds text)
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    -- as %I wants it, of a name such as audit.lot_events
    folder text := (select relnamespace::regnamespace::text from pg_class where oid = parent);
begin
    execute format('create table %I.%I (like %s including defaults including constraints including storage'
                   || ' including compression including generated)', folder, part, parent);
    if (select relrowsecurity from pg_class where oid = parent) then
        execute format('alter table %I.%I enable row level security', folder, part);
        execute format('alter table %I.%I force row level security', folder, part);
    end if;
    -- attach, unlike "partition of", lets readers and writers of the other partitions go on
    execute format('alter table %s attach partition %I.%I %s', parent, folder, part, bounds);
end
$$;

create function platform.ensure_monthly_partitions(parent regclass, months_back int, months_ahead int) returns int
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '5s'
    set timezone = 'UTC'
as $$
declare
    base   text;
    folder text;
    month timestamp;
    part  text;
    made  int := 0;
begin
    select relname, relnamespace::regnamespace::text into base, folder from pg_class where oid = parent;
    perform pg_advisory_xact_lock(hashtextextended('platform.monthly_partitions', 0));
    for month in
        select generate_series(date_trunc('month', now()::timestamp) - make_interval(months => months_back),
                               date_trunc('month', now()::timestamp) + make_interval(months => months_ahead),
                               interval '1 month')
    loop
        part := base || '_p' || to_char(month, 'YYYYMM');
        continue when to_regclass(format('%I.%I', folder, part)) is not null;
        begin
            call platform.add_partition(parent, part, format('for values from (%L) to (%L)',
                to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
                to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00'));
            made := made + 1;
        exception when check_violation then
            raise warning 'partition % is not made: the default partition holds rows of that month', part;
        end;
    end loop;
    return made;
end
$$;

-- Drops the partitions whose month ended more than keep_months months ago; the migration itself drops nothing.
create function platform.drop_monthly_partitions(parent regclass, keep_months int) returns int
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '5s'
    set timezone = 'UTC'
as $$
declare
    base    text := (select relname from pg_class where oid = parent);
    oldest  text;
    part    regclass;
    dropped int := 0;
begin
    if keep_months < 1 then
        raise exception 'keep_months must be 1 or more' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('platform.monthly_partitions', 0));
    oldest := base || '_p' || to_char(
        date_trunc('month', now()::timestamp) - make_interval(months => keep_months), 'YYYYMM');
    for part in
        select c.oid
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent and c.relname ~ ('^' || base || '_p[0-9]{6}$') and c.relname collate "C" < oldest
        order by c.relname
    loop
        execute format('drop table %s', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

revoke all on procedure platform.add_partition(regclass, text, text) from public;
revoke all on function platform.ensure_monthly_partitions(regclass, int, int) from public;
revoke all on function platform.drop_monthly_partitions(regclass, int) from public;
