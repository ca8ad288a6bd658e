package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemBody;

/** Refused samples as they came, and why. */
final class RejectTable {
    private static final int LONGEST = 16_384;

    private RejectTable() {}

    /** @param first position in the batch of the first sample of the chunk */
    static Query insert(UnitOfWork unit, ObjectMapper json, String batchId, int first, List<Entry> entries) {
        var rows = new Columns<>(entries);
        return Query.of(
                """
                insert into telemetry_rejects (tenant_id, received_at, batch_id, batch_position, equipment_ref,
                  equipment_id, recorded_at, raw, errors)
                select $1, $2, $3, s.position, s.ref, s.equipment_id, s.at, cast(s.raw as json), cast(s.errors as jsonb)
                from unnest($4::int[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::text[])
                  as s (position, ref, equipment_id, at, raw, errors)
                """,
                unit.caller().tenant(),
                Columns.time(unit.now()),
                batchId,
                rows.integers(entry -> first + entry.index()),
                rows.texts(RejectTable::reference),
                rows.texts(entry -> entry.outcome().equipmentId()),
                rows.times(
                        entry -> entry.sample() == null ? null : entry.sample().recordedAt()),
                rows.texts(RejectTable::raw),
                rows.texts(entry -> errors(json, entry)));
    }

    private static String reference(Entry entry) {
        var machine = entry.offer().machine();
        return machine == null ? null : machine.value().replace("\u0000", "");
    }

    /** NB: one that is too long to be a sample is kept in part, as a text. */
    private static String raw(Entry entry) {
        var raw = entry.offer().raw().get();
        return raw.length() <= LONGEST
                ? raw
                : TextNode.valueOf(raw.substring(0, LONGEST)).toString();
    }

    private static String errors(ObjectMapper json, Entry entry) {
        var errors = JsonNodeFactory.instance.arrayNode();
        entry.outcome().errors().stream()
                .map(error -> ProblemBody.Entry.of(error, Locale.ENGLISH))
                .forEach(error -> errors.add(json.<JsonNode>valueToTree(error)));
        return errors.toString();
    }
}
