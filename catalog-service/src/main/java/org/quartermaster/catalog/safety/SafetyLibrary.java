package org.quartermaster.catalog.safety;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** Loads the lists of standards: some hundred rows, read anew each time so that an import counts at once. */
@ApplicationScoped
class SafetyLibrary {
    static final String SECTIONS = """
            select part, section, title, legal_reference_url as url, superseded_by from catalog.oshastandard
            order by cfr
            """;
    static final String STANDARDS = """
            select standard, family, edition, edition_status as status, title, reference_url as url
            from catalog.ansistandard order by standard
            """;

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

    /** Each row of a statement as one JSON text. */
    static Query rows(String sql, Object... values) {
        return Query.of("select cast(to_jsonb(q) as text) as row from (" + sql + ") q", values);
    }

    <T> List<T> read(RowSet<Row> rows, Class<T> type) {
        var all = new ArrayList<T>();
        rows.forEach(row -> all.add(json.read(row.getString("row"), type)));
        return all;
    }
}
