package org.quartermaster.equipment.rule;

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

/** Rules as they are read. */
@ApplicationScoped
class RuleList {
    private static final SortKey ID = SortKey.of("rule_id", "r.rule_id", "text");
    private static final SortKey AGE = SortKey.of("created_at", "r.created_at", "timestamptz");

    private final TenantDatabase database;

    @Inject
    RuleList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<RuleView>> find(Caller caller, Fields query) {
        var list = new ListQuery("alert-rules", "r.*", "alert_rules r").where("r.deleted_at is null");
        query.text("equipment_id", 1, 50).to(id -> list.where("r.equipment_id = ?", id));
        query.bool("enabled").to(enabled -> list.where("r.enabled = ?", enabled));
        return list.words("r.kind", query.words("kind", RuleKind.class))
                .page(query)
                .order(List.of(AGE), ID)
                .run(database, caller, query, row -> RuleView.of(RuleRepository.read(row)));
    }

    Uni<RuleView> get(Caller caller, String id) {
        return database.read(caller, "select * from alert_rules where rule_id = $1 and deleted_at is null", id)
                .map(RuleRepository.NOT_FOUND::require)
                .map(RuleRepository::read)
                .map(RuleView::of);
    }
}
