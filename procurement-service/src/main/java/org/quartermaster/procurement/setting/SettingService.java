package org.quartermaster.procurement.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.config.ValueType;

/** Settings that an organization makes for itself; each has a type, and no value of another is taken. */
@ApplicationScoped
class SettingService {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "setting_not_found");
    private static final SortKey KEY = SortKey.of("setting_key", "s.setting_key", "text");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|private_?key).*");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 8;

    private static final String FIND = """
            select * from procurement.admin_settings where tenant_id = $1 and setting_key = $2 for update
            """;
    private static final String PUT = """
            insert into procurement.admin_settings
              (tenant_id, setting_key, setting_value, setting_type, description, updated_by, setting_id)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, setting_key) do update set setting_value = excluded.setting_value,
              setting_type = excluded.setting_type, updated_by = excluded.updated_by,
              description = coalesce(excluded.description, admin_settings.description)
            returning *
            """;
    private static final String DELETE =
            "delete from procurement.admin_settings where tenant_id = $1 and setting_key = $2";

    private final TenantDatabase database;
    private final AuditLog audit;

    @Inject
    SettingService(TenantDatabase database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    Uni<Slice<SettingView>> find(Caller caller, Fields query) {
        return new ListQuery("settings", "s.*", "procurement.admin_settings s")
                .where("s.tenant_id = ?", caller.tenant())
                .pageByCursor(query)
                .order(List.of(), KEY)
                .run(database, caller, query, SettingView::of);
    }

    /** @param address of the client, or null */
    Uni<Answer> put(UnitOfWork unit, String key, String ifMatch, Fields fields, String address) {
        fields.require("value", "type");
        var value = fields.json("value", MAX_BYTES, MAX_DEPTH).value();
        var type = fields.word("type", ValueType.class).value();
        var description = fields.text("description", 0, 1_000).value();
        if (!NAME.matcher(key).matches()) {
            fields.error("key", "string_pattern", "A-Z a-z 0-9 . _ -");
        } else if (SECRET.matcher(key).matches()) {
            fields.error("key", "secret_setting");
        }
        fields.checkStrictly();
        var text = type.read("value", value, null, null);
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        return unit.run(FIND, unit.caller().tenant(), key).chain(found -> {
            var before = first(found.iterator());
            ETags.requireMatch(ifMatch, before == null ? 0 : before.getLong("rv"));
            return unit.run(PUT, unit.caller().tenant(), key, text, Words.of(type), description, admin, Ids.uuid())
                    .map(rows -> SettingView.of(rows.iterator().next()))
                    .call(after -> note(unit, "setting.changed", key, before, text, address))
                    .map(Answer::ok);
        });
    }

    private static Row first(Iterator<Row> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    Uni<Answer> delete(UnitOfWork unit, String key, String ifMatch, String address) {
        var tenant = unit.caller().tenant();
        return unit.run(FIND, tenant, key).map(NOT_FOUND::require).chain(row -> {
            ETags.requireMatch(ifMatch, row.getLong("rv"));
            return unit.run(DELETE, tenant, key)
                    .chain(() -> note(unit, "setting.deleted", key, row, null, address))
                    .replaceWith(Answer.empty());
        });
    }

    private Uni<Void> note(UnitOfWork unit, String action, String key, Row before, String after, String address) {
        var changes = new HashMap<String, Object>();
        changes.put("before", before == null ? null : before.getString("setting_value"));
        changes.put("after", after);
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        return audit.noteAdmin(unit, admin, action, new AuditLog.Target("setting", key), changes, address);
    }
}
