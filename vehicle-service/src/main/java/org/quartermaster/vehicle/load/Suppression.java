package org.quartermaster.vehicle.load;

/**
 * Keeps removed vehicles removed, also where one was removed while a load ran: neither sees what the other has not
 * committed, so whoever changes removals, and each load at its end, holds one lock until the commit.
 */
public final class Suppression {
    public static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('removals', 14)) is null";

    static final String LOTS = """
            with found as (
              select l.id, l.status, l.make, l.model_group, l.year from vehicle.lots l
              join vehicle.removals r on r.vin = l.vin and r.restored_at is null
              where not l.is_removed
              for update of l
            ), counted as (
              insert into moved
              select make, model_group, year, -1, case when status in ('unscheduled', 'active') then -1 else 0 end
              from found
            ), removed as (
              update vehicle.lots l set is_removed = true, status = 'removed', updated_at = now()
              from found f where l.id = f.id
              returning l.id
            )
            insert into audit.lot_events (lot_id, kind, at, changes, file_id)
            select f.id, 'removed', now(), jsonb_build_object('status', jsonb_build_array(f.status, 'removed')), t.file_id
            from found f join removed r on r.id = f.id cross join this_load t
            """;

    static final String VEHICLES = """
            update vehicle.vehicles v set is_removed = true, updated_at = now()
            from vehicle.removals r where r.vin = v.vin and r.restored_at is null and not v.is_removed
            """;

    private Suppression() {}
}
