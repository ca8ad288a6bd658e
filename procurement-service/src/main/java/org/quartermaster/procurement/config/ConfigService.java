package org.quartermaster.procurement.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/** Lists the settings of the installation and changes them; every replica has a change within seconds. */
@ApplicationScoped
class ConfigService {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "config_not_found");
    private static final SortKey KEY = SortKey.of("config_key", "c.config_key", "text");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 8;
    private static final String FIND = "select * from procurement.system_config where config_key = $1 for update";
    private static final String CHANGE = """
            update procurement.system_config set config_value = $2, updated_by = $3 where config_key = $1 returning *
            """;

    private final TenantDatabase database;
    private final AuditLog audit;

    @Inject
    ConfigService(TenantDatabase database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    Uni<Slice<ConfigView>> find(Caller caller, Fields query) {
        return new ListQuery("config", "c.*", "procurement.system_config c")
                .pageByCursor(query)
                .order(List.of(), KEY)
                .run(database, caller, query, ConfigView::of);
    }

    /** The value of a body; null gives a setting back its default. */
    static JsonNode value(Fields fields) {
        var given = fields.json("value", MAX_BYTES, MAX_DEPTH);
        if (!given.given()) {
            fields.error("value", "missing");
        }
        fields.checkStrictly();
        return given.value();
    }

    /** @param address of the client, or null */
    Uni<Answer> set(UnitOfWork unit, String key, String ifMatch, JsonNode value, String address) {
        return unit.run(FIND, key).map(NOT_FOUND::require).chain(row -> {
            ETags.requireMatch(ifMatch, row.getLong("rv"));
            var text = text(ConfigView.of(row), value);
            var admin = Ids.parse(unit.caller().subject()).orElse(null);
            return unit.run(CHANGE, key, text, admin)
                    .map(changed -> ConfigView.of(changed.iterator().next()))
                    .call(after -> audit.noteAdmin(
                            unit,
                            admin,
                            "config.changed",
                            new AuditLog.Target("config", key),
                            difference(row.getString("config_value"), text),
                            address))
                    .map(Answer::ok);
        });
    }

    private static String text(ConfigView setting, JsonNode value) {
        return value == null || value.isNull()
                ? null
                : setting.valueType().read("value", value, setting.minValue(), setting.maxValue());
    }

    /** NB: either may be null. */
    private static Map<String, Object> difference(String before, String after) {
        var changes = new HashMap<String, Object>();
        changes.put("before", before);
        changes.put("after", after);
        return changes;
    }
}
