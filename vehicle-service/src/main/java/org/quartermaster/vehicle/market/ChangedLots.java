package org.quartermaster.vehicle.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;

/** Tells of single lots that a request changed: one event for each. */
@ApplicationScoped
public class ChangedLots {
    private static final String READ = """
            select l.lot_external_id, cast(%s as text) from vehicle.lots l
            where l.lot_external_id = any (?) and not l.is_removed
            """.formatted(LotView.JSON);

    private final DatabaseJson json;

    @Inject
    ChangedLots(DatabaseJson json) {
        this.json = json;
    }

    /** What a change of state replaced, in events. */
    public record PreviousLot(String status) {}

    /** The lots that are there, as the transaction sees them, by number; removed ones are told to nobody. */
    public Map<String, LotView> read(Connection connection, Collection<String> numbers) throws SQLException {
        var lots = new LinkedHashMap<String, LotView>();
        Sql.query(
                connection,
                READ,
                row -> lots.put(row.getString(1), json.read(row.getString(2), LotView.class)),
                (Object) numbers.toArray(String[]::new));
        return lots;
    }

    /**
     * One event for each lot that is new or has another version than before.
     *
     * @param extra members of each event's data beside those of the lot
     */
    public static List<Change> between(
            Map<String, LotView> before, Map<String, LotView> after, Map<String, Object> extra) {
        var changes = new ArrayList<Change>();
        after.forEach((number, lot) -> {
            var former = before.get(number);
            if (former == null || !former.version().equals(lot.version())) {
                changes.add(change(former, lot, extra));
            }
        });
        return changes;
    }

    /** What is told of a lot that is not as it was, or of a new one, where {@code before} is null. */
    static Change change(LotView before, LotView after, Map<String, Object> extra) {
        var members = new HashMap<>(extra);
        if (before != null && !before.status().equals(after.status())) {
            members.put("previous", new PreviousLot(before.status()));
        }
        var id = after.id().toString();
        return new Change("lot", id, verb(before, after), after, before, members, null, false);
    }

    private static String verb(LotView before, LotView after) {
        if (before == null) {
            return after.previousLotId() == null ? "updated" : "relisted";
        }
        if (before.disappearedAt() != null && after.disappearedAt() == null) {
            return "reappeared";
        }
        return before.status().equals(after.status()) ? "updated" : "status_changed";
    }
}
