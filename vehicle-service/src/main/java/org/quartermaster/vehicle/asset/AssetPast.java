package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What became of assets, as it is read. */
@ApplicationScoped
class AssetPast {
    private static final SortKey ID = SortKey.of("id", "h.id", "bigint");

    private final TenantDatabase database;

    @Inject
    AssetPast(TenantDatabase database) {
        this.database = database;
    }

    /** Steps and changed fields, the newest first. */
    Uni<Slice<HistoryEntry>> history(Caller caller, UUID id, Fields query) {
        var list = new ListQuery("asset history", HistoryEntry.COLUMNS, "vehicle.asset_history h")
                .where("h.asset_id = ?", id);
        query.text("field", 0, 100).to(field -> list.where("h.field = ?", field));
        return list.within(AssetRepository.presence(id), AssetRepository.NOT_FOUND)
                .page(query)
                .descending(ID, ID)
                .run(database, caller, query, row -> HistoryEntry.of(row, caller));
    }

    Uni<Answer> provenance(Caller caller, UUID id) {
        return database.readAll(caller, List.of(AssetRepository.one(id), Query.of(Provenance.SQL, id)))
                .map(results -> {
                    var asset = AssetRepository.NOT_FOUND.require(results.get(0));
                    var items = StreamSupport.stream(results.get(1).spliterator(), false)
                            .map(row -> Provenance.FieldOrigin.of(row, caller))
                            .toList();
                    var provenance = new Provenance(items);
                    return Answer.ok(provenance, ETags.of(asset.getLong("version"), provenance.toString()));
                });
    }
}
