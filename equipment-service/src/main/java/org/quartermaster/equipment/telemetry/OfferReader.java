package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quartermaster.equipment.reading.SampleFields;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.equipment.telemetry.Reference.Kind;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * Reads the samples of a batch one by one; what is wrong with one does not touch the others.
 *
 * @param equipmentId the machine of the path, or null where each sample names its own
 */
record OfferReader(String equipmentId, Caller by, Source source) {
    private static final int LONGEST_NAME = 200;

    OfferReader(String equipmentId, Caller by) {
        this(equipmentId, by, Source.DEVICE);
    }

    Offer read(JsonNode node) {
        return node instanceof ObjectNode object ? read(object) : unreadable(node.toString(), "type");
    }

    /** Something that is no sample at all; {@code raw} is JSON. */
    Offer unreadable(String raw, String code) {
        return new Offer(null, null, Mode.TOLERANT, List.of(new FieldError("", code)), List.of(), () -> raw, by);
    }

    /** A line that is not even JSON. */
    Offer unreadableText(String line) {
        return unreadable(TextNode.valueOf(line).toString(), "malformed_sample");
    }

    private Offer read(ObjectNode object) {
        var fields = Fields.ofJson(object, Fields.Nulls.IGNORED);
        var machine = machine(fields);
        var sample = SampleFields.read(fields, source);
        var errors = new ArrayList<>(fields.errors());
        if (errors.isEmpty() && sample.recordedAt() == null) {
            errors.add(new FieldError("recorded_at", "recorded_at_missing"));
        }
        if (errors.isEmpty() && sample.isEmpty()) {
            errors.add(new FieldError("", "no_measurement"));
        }
        var warnings = fields.unknown().stream()
                .map(name -> new FieldError(name, "unknown_field"))
                .toList();
        return new Offer(machine, sample, Mode.TOLERANT, errors, warnings, object::toString, by);
    }

    private Reference machine(Fields fields) {
        Reference found = equipmentId == null ? null : Reference.of(Kind.EQUIPMENT_ID, equipmentId);
        for (var kind : Kind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            var value = fields.text(name, 0, LONGEST_NAME).value();
            if (value != null && found == null) {
                found = Reference.of(kind, value);
            }
            if (kind == Kind.EQUIPMENT_ID && value != null && !value.equals(found.value())) {
                fields.error(name, "conflicting_values");
            }
        }
        if (found == null) {
            fields.error("equipment_id", "missing");
        }
        return found;
    }
}
