package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.completeness.EntityType;

/** Writes what became of assets: one line for each step and each field that changed. */
@ApplicationScoped
class AssetHistory {
    /** Fields that people fill. */
    static final List<String> FIELDS = Stream.concat(
                    EntityType.VEHICLE.fields().stream(), Stream.of("metadata", "acquired_lot_id"))
            .toList();

    private static final String INSERT = """
        insert into vehicle.asset_history (tenant_id, asset_id, at, actor_id, action, from_status, to_status, field,
          old_value, new_value, source, source_ref, request_id)
        select $1::text, $2::uuid, $3::timestamptz, $4::text, $5::text, case when f.field is null then $6::text end,
          case when f.field is null then $7::text end, f.field, cast(f.old_value as jsonb),
          cast(f.new_value as jsonb), $8::text, $9::text, $10::text
        from unnest($11::text[], $12::text[], $13::text[]) with ordinality as f (field, old_value, new_value, n)
        order by f.n
        """;

    /**
     * Something that was done with an asset.
     *
     * @param from status before, or null for a new asset
     * @param reason why, or null
     */
    record Deed(String action, DataStatus from, DataStatus to, Origin origin, String reason) {
        boolean isStep() {
            return from != to;
        }
    }

    /** A field and its values; without a field the step as a whole. */
    private record Line(String field, String before, String after) {}

    /** The fields that differ; a new asset has nothing before. */
    static List<String> changed(ObjectNode before, ObjectNode after) {
        return FIELDS.stream()
                .filter(field -> !after.get(field).equals(value(before, field)))
                .toList();
    }

    private static JsonNode value(ObjectNode values, String field) {
        return values == null ? NullNode.instance : values.get(field);
    }

    Uni<Void> write(UnitOfWork unit, UUID assetId, Deed deed, ObjectNode before, ObjectNode after) {
        var lines = new ArrayList<Line>();
        if (deed.isStep()) {
            lines.add(new Line(null, null, deed.reason() == null ? null : new TextNode(deed.reason()).toString()));
        }
        changed(before, after)
                .forEach(field -> lines.add(new Line(field, text(value(before, field)), text(after.get(field)))));
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(lines);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        assetId,
                        Columns.time(unit.now()),
                        unit.caller().subject(),
                        deed.action(),
                        word(deed.from()),
                        word(deed.to()),
                        Words.of(deed.origin().source()),
                        deed.origin().reference(),
                        unit.caller().requestId(),
                        columns.texts(Line::field),
                        columns.texts(Line::before),
                        columns.texts(Line::after))
                .replaceWithVoid();
    }

    private static String word(DataStatus status) {
        return status == null ? null : Words.of(status);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.toString();
    }
}
