package org.quartermaster.vehicle.market;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Whether a vehicle or lot that a list belongs to is there: the query goes out with the list. */
public final class VehiclePresence {
    static final ProblemType NOT_FOUND = new ProblemType(404, "vehicle_not_found");
    static final ProblemType REMOVED = new ProblemType(410, "vehicle_removed");

    private static final String VEHICLE = """
            select coalesce(v.is_removed, false) or r.vin is not null as is_removed
            from (select cast($1 as text) as vin) k
            left join vehicle.vehicles v on v.vin = k.vin
            left join vehicle.removals r on r.vin = k.vin and r.restored_at is null
            where v.vin is not null or r.vin is not null
            """;

    private VehiclePresence() {}

    /** The query for the vehicle of a VIN in its normal form. */
    public static Query of(String vin) {
        return Query.of(VEHICLE, vin);
    }

    /** The list, unless its only extra query found no vehicle (404), or one that was removed, known or not (410). */
    public static <T> Slice<T> require(Slice<T> slice) {
        require(slice.extras().get(0), NOT_FOUND, REMOVED);
        return slice;
    }

    static void require(RowSet<Row> found, ProblemType missing, ProblemType removed) {
        if (missing.require(found).getBoolean("is_removed")) {
            throw Problem.of(removed);
        }
    }
}
