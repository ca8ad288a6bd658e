package org.quartermaster.catalog.safety;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** Loads the lists of safety: some hundred rows, read anew each time so that an import counts at once. */
@ApplicationScoped
public class SafetyLibrary {
    static final String SECTIONS = """
            select part, section, title, legal_reference_url as url, superseded_by from catalog.oshastandard
            order by cfr
            """;
    static final String STANDARDS = """
            select standard, family, edition, edition_status as status, title, reference_url as url
            from catalog.ansistandard order by standard
            """;
    static final String HAZARDS = "select code, name from catalog.hazard order by code";
    private static final String EQUIPMENT = "select code, name from catalog.ppetype order by code";
    private static final String ROWS = "select cast(to_jsonb(q) as text) as row from (%s) q";

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    SafetyLibrary(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** The check of citations against the lists as they are. */
    Uni<CitationCheck> citations(Caller caller) {
        return database.readAll(caller, List.of(rows(SECTIONS), rows(STANDARDS)))
                .map(results -> new CitationCheck(
                        read(results.get(0), OshaSection.class), read(results.get(1), ConsensusStandard.class)));
    }

    /** What rows may name, as the transaction sees it. */
    public Uni<SafetyCodes> codes(UnitOfWork unit) {
        return unit.runAll(List.of(rows(SECTIONS), rows(STANDARDS), rows(HAZARDS), rows(EQUIPMENT)))
                .map(results -> new SafetyCodes(
                        new CitationCheck(
                                read(results.get(0), OshaSection.class), read(results.get(1), ConsensusStandard.class)),
                        read(results.get(2), NamedCode.class),
                        read(results.get(3), NamedCode.class)));
    }

    /** As above, over a connection. */
    public SafetyCodes codes(Connection connection) throws SQLException {
        return new SafetyCodes(
                new CitationCheck(
                        read(connection, SECTIONS, OshaSection.class),
                        read(connection, STANDARDS, ConsensusStandard.class)),
                read(connection, HAZARDS, NamedCode.class),
                read(connection, EQUIPMENT, NamedCode.class));
    }

    private <T> List<T> read(Connection connection, String sql, Class<T> type) throws SQLException {
        return Sql.query(connection, ROWS.formatted(sql), row -> json.read(row.getString(1), type));
    }

    /** Each row of a statement as one JSON text. */
    static Query rows(String sql, Object... values) {
        return Query.of(ROWS.formatted(sql), values);
    }

    <T> List<T> read(RowSet<Row> rows, Class<T> type) {
        var all = new ArrayList<T>();
        rows.forEach(row -> all.add(json.read(row.getString("row"), type)));
        return all;
    }
}
