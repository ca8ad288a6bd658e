package org.quartermaster.procurement.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.changes.ChangePositions;
import org.quartermaster.procurement.load.Load;
import org.quartermaster.procurement.load.LoadLock;
import org.quartermaster.procurement.load.LoadOrder;
import org.quartermaster.procurement.load.TenderNews;
import org.quartermaster.procurement.source.ReleaseSchema;
import org.quartermaster.procurement.source.Source;
import org.quartermaster.procurement.source.Sources;

/** Says that the buyers of two processes of one ocid are one; it holds for whatever is loaded later. Blocking. */
@ApplicationScoped
class ProcessJoin {
    static final ProblemType NOT_FOUND = new ProblemType(404, "process_not_found");
    private static final int MOST_TOLD = 10;

    private static final String BUYER = """
            select p.ocid, (select min(k) from procurement.ocds_releases r, unnest(r.buyer_keys) k
              where r.process_id = p.process_id)
            from procurement.ocds_processes p where p.process_id = ?
            """;
    private static final String JOIN = """
            insert into procurement.ocds_joins (ocid, buyer_key, joined_key) values (?, ?, ?) on conflict do nothing
            """;
    private static final String JOINED = """
            select %s from procurement.ocds_processes p
            where p.process_id = any (select r.process_id from procurement.ocds_releases r
              where r.ocid = ? and r.buyer_keys @> array[cast(? as text)])
            """.formatted(ProcessList.COLUMNS);

    private final SystemWrites writes;
    private final ReleaseSchema schema;
    private final TenderNews news;
    private final ChangePositions positions;
    private final ProcessList list;
    private final ObjectMapper json;

    @Inject
    ProcessJoin(
            SystemWrites writes,
            ReleaseSchema schema,
            TenderNews news,
            ChangePositions positions,
            ProcessList list,
            ObjectMapper json) {
        this.writes = writes;
        this.schema = schema;
        this.news = news;
        this.positions = positions;
        this.list = list;
        this.json = json;
    }

    private record Group(String ocid, String buyer) {}

    /** The process that both are from now on. */
    ProcessView join(Caller caller, UUID one, UUID other) throws SQLException {
        var joined = writes.write(caller, unit -> {
            var connection = unit.connection();
            LoadLock.holdSoon(connection);
            var first = group(connection, one);
            var second = group(connection, other);
            if (!first.ocid().equals(second.ocid()) || first.buyer() == null || second.buyer() == null) {
                throw Problem.invalid("with", "other_ocid");
            }
            Sql.update(connection, JOIN, first.ocid(), first.buyer(), second.buyer());
            var source = Sources.find(connection, Source.MANUAL).orElseThrow();
            var order = new LoadOrder("join", source, false, false, unit.now());
            var load = new Load(connection, order, schema.release(), json);
            load.compileAgain(first.ocid());
            unit.changes().addAll(news.of(connection, load.told(true, MOST_TOLD), Map.of()));
            return Sql.query(connection, JOINED, row -> list.read(row.getString(1)), first.ocid(), first.buyer())
                    .get(0);
        });
        positions.ring();
        return joined;
    }

    private static Group group(Connection connection, UUID id) throws SQLException {
        return Sql.query(connection, BUYER, row -> new Group(row.getString(1), row.getString(2)), id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(NOT_FOUND));
    }
}
