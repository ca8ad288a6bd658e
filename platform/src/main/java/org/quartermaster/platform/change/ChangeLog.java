package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Caller;

/** Writes the audit rows and outbox rows of a unit of work, all in one statement. */
@ApplicationScoped
final class ChangeLog {
    // The cast over text keeps the client from sending the document as one JSON string.
    private static final String SQL = """
        with change as (
          select * from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as c (
            event_id uuid, tenant_id text, entity text, entity_id text, verb text, actor text, at timestamptz,
            request_id text, changed text[], before jsonb, after jsonb, subject text, envelope text, n int,
            audited boolean, home text, actor_type text, address text, user_agent text, lane smallint)
        )%s
        insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope, lane)
        select event_id, tenant_id, entity, entity_id, subject, envelope, lane from change
        where lane is not null order by n
        """;

    private static final String AUDIT = ", audited as (%s)";

    private final ObjectMapper json;
    private final String service;
    private final AuditTable audit;
    private final MeterRegistry meters;

    @Inject
    ChangeLog(ObjectMapper json, PlatformConfig config, AuditTable audit, MeterRegistry meters) {
        this.json = json;
        this.audit = audit;
        this.meters = meters;
        this.service = config.service();
    }

    /** NB: flushed before, so that the lock on the entity's row orders the events of that entity. */
    Uni<Void> write(UnitOfWork unit) {
        if (unit.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unit.session()
                .flush()
                .chain(() -> write(unit, rows(unit)))
                .invoke(() -> count(unit))
                .replaceWithVoid();
    }

    private Uni<Integer> write(UnitOfWork unit, ArrayNode rows) {
        return unit.session()
                .createNativeQuery(sql(rows))
                .setParameter(1, rows.toString())
                .executeUpdate();
    }

    /** NB: a service whose entities all keep a history of their own has no table for the audit. */
    private String sql(ArrayNode rows) {
        var isAudited = rows.valueStream().anyMatch(row -> row.path("audited").booleanValue());
        return SQL.formatted(isAudited ? AUDIT.formatted(audit.insert()) : "");
    }

    /** {@code changes_total} by entity and verb, such as alerts that were raised. */
    private void count(UnitOfWork unit) {
        var numbers = unit.changes().stream()
                .map(change -> Tags.of("entity", change.entity(), "verb", change.verb()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        unit.afterCommit(() ->
                numbers.forEach((tags, n) -> meters.counter("changes", tags).increment(n)));
    }

    private ArrayNode rows(UnitOfWork unit) {
        var rows = json.createArrayNode();
        unit.changes().forEach(change -> rows.add(row(unit, change).put("n", rows.size())));
        return rows;
    }

    private ObjectNode row(UnitOfWork unit, Change change) {
        var id = Ids.uuid();
        var caller = change.by() == null ? unit.caller() : change.by();
        ObjectNode view = json.valueToTree(change.view());
        ObjectNode former = change.before() == null ? null : json.valueToTree(change.before());
        var difference = Difference.between(json, former, view);
        var isAudited = isAudited(change, caller);
        var row = json.createObjectNode()
                .put("event_id", id.toString())
                .put("tenant_id", caller.tenant())
                .put("entity", change.entity())
                .put("entity_id", change.entityId())
                .put("verb", change.verb())
                .put("actor", caller.subject())
                .put("at", unit.now().toString())
                .put("request_id", caller.requestId())
                .put("audited", isAudited);
        if (change.telling() != Change.Telling.NONE) {
            var envelope = new Envelope(json, service, id, unit.now(), caller, change);
            row.put("subject", envelope.subject())
                    .put("envelope", envelope.text(view, difference.changed()))
                    .put("lane", change.telling() == Change.Telling.SLOW ? 1 : 0);
        }
        if (!isAudited) {
            return row;
        }
        note(row, unit, caller);
        row.set("changed", json.valueToTree(difference.changed()));
        row.set("before", difference.before());
        row.set("after", view);
        return row;
    }

    private boolean isAudited(Change change, Caller caller) {
        return change.audited() && (audit.hasGlobalRows() || !SystemWrites.PUBLIC.equals(caller.tenant()));
    }

    private static void note(ObjectNode row, UnitOfWork unit, Caller caller) {
        var origin = caller.origin();
        row.put("home", unit.caller().tenant()).put("actor_type", caller.type());
        if (origin != null) {
            row.put("actor_type", origin.isByKey() ? "api_key" : caller.type())
                    .put("address", origin.address())
                    .put("user_agent", origin.userAgent());
        }
    }

    /** What differs between two views of an entity; what every change touches is left out. */
    record Difference(List<String> changed, ObjectNode before) {
        private static final Set<String> ALWAYS = Set.of("updated_at", "version");

        /** The names that differ and their former values; both empty where there was nothing before. */
        static Difference between(ObjectMapper json, ObjectNode before, ObjectNode after) {
            var changed = new ArrayList<String>();
            var former = json.createObjectNode();
            if (before != null) {
                after.fieldNames().forEachRemaining(name -> {
                    if (!ALWAYS.contains(name) && !after.get(name).equals(before.get(name))) {
                        changed.add(name);
                        former.set(name, before.get(name));
                    }
                });
            }
            return new Difference(changed, before == null ? null : former);
        }
    }
}
