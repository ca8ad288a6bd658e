package org.quartermaster.vehicle.unknown;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The register of words without a code, as it is read; the most frequent first. */
@ApplicationScoped
class UnknownValueList {
    private static final SortKey KEY = SortKey.of("key", "u.domain || ':' || u.raw_value", "text");
    private static final List<SortKey> PUBLISHED = List.of(
            SortKey.of("occurrences", "u.occurrences", "bigint"),
            SortKey.of("last_seen_at", "u.last_seen_at", "timestamptz"),
            SortKey.of("domain", "u.domain", "text"),
            SortKey.of("raw_value", "u.raw_value", "text"));

    private final TenantDatabase database;

    @Inject
    UnknownValueList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<UnknownValueView>> find(Caller caller, Fields query) {
        var isMapped = query.bool("mapped").or(false);
        return new ListQuery("unknown-values", UnknownValueView.COLUMNS, "audit.unknown_values u")
                .where(isMapped ? "u.mapped_code is not null" : "u.mapped_code is null")
                .words("u.domain", query.words("domain", Domain.class))
                .page(query)
                .sort(query, PUBLISHED, "-occurrences", KEY)
                .run(database, caller, query, UnknownValueView::of);
    }
}
