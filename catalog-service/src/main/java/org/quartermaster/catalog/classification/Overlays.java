package org.quartermaster.catalog.classification;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/**
 * What tenants said, kept for those that asked last. Each request reads what is new: ids of one tenant's feedback are
 * committed in their order, see {@link Feedback}.
 */
@ApplicationScoped
class Overlays {
    private static final int MOST = 200;
    private static final String NEW = """
            select id, product_id, folded, code, verdict from catalog.classificationfeedback
            where tenant_id = $1 and system = $2 and id > $3 order by id
            """;

    private final TenantDatabase database;
    private final Map<Key, Overlay> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Overlay> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    Overlays(TenantDatabase database) {
        this.database = database;
    }

    private record Key(String tenant, ClassSystem system) {}

    /** What the caller's tenant has said up to now; computing it may take its time. */
    Uni<Supplier<TenantExamples>> of(Caller caller, ClassSystem system, Model model) {
        var key = new Key(caller.tenant(), system);
        var known = known(key, model.engine().index());
        return database.read(caller, NEW, caller.tenant(), system.word(), known.lastId())
                .map(rows -> {
                    var found = new ArrayList<Row>();
                    rows.forEach(found::add);
                    return () -> extended(key, known, found);
                });
    }

    private Overlay known(Key key, SuggestionIndex index) {
        synchronized (kept) {
            var overlay = kept.get(key);
            return overlay == null || overlay.index() != index ? Overlay.none(index) : overlay;
        }
    }

    private TenantExamples extended(Key key, Overlay known, List<Row> rows) {
        var overlay = known.with(rows);
        synchronized (kept) {
            kept.put(key, overlay);
        }
        return overlay.examples();
    }
}
