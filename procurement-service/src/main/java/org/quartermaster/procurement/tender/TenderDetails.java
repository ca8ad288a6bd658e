package org.quartermaster.procurement.tender;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Reads tenders with all their parts: one statement, however many there are. */
@ApplicationScoped
public class TenderDetails {
    private static final String REACTIVE = TenderSql.detail("$1");
    private static final String BLOCKING = TenderSql.detail("?");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    TenderDetails(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** Amounts, lists and texts of a tender beside those of its own row. */
    private record Parts(
            List<TenderLot> lots,
            List<TenderItem> items,
            List<TenderAward> awards,
            List<TenderContract> contracts,
            List<TenderParty> entities,
            List<TenderDocument> documents,
            List<TenderWarning> warnings) {}

    /** Those of the ids that are there, deleted ones too, in the order of their ids; without traces of a tenant. */
    public Uni<List<TenderDetail>> read(Caller caller, Collection<String> ids) {
        return database.read(caller, REACTIVE, (Object) ids.toArray(String[]::new))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> read(row.getString(0)))
                        .toList());
    }

    /** The one with this id, deleted or not. */
    public Uni<Optional<TenderDetail>> find(Caller caller, String id) {
        return read(caller, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** As {@link #read(Caller, Collection)}, as the transaction of a blocking connection sees them. */
    public List<TenderDetail> read(Connection connection, Collection<String> ids) throws SQLException {
        return Sql.query(connection, BLOCKING, row -> read(row.getString(1)), (Object) ids.toArray(String[]::new));
    }

    private TenderDetail read(String text) {
        var parts = json.read(text, Parts.class);
        return new TenderDetail(
                TenderView.of(json.read(text, Tender.class)),
                parts.lots,
                parts.items,
                parts.awards,
                parts.contracts,
                parts.entities,
                parts.documents,
                parts.warnings,
                null);
    }
}
