package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.rest.Json;

/**
 * An alert of a machine, as far as it is read here.
 *
 * @param dueAt when the work is due, or null
 * @param parts what the alert itself asks for
 */
record RaisedAlert(
        String alertId,
        String equipmentId,
        String equipmentName,
        String maintenanceType,
        String description,
        WorkPriority priority,
        Instant dueAt,
        String equipmentType,
        String brand,
        String model,
        String serialNumber,
        List<Wish> parts) {

    /** @throws IllegalArgumentException where a member is missing or of a wrong type, so that nothing half is made */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RaisedAlert read(JsonNode data) {
        return new RaisedAlert(
                needed(data, "alert_id"),
                needed(data, "equipment_id"),
                needed(data, "equipment_name"),
                needed(data, "maintenance_type"),
                needed(data, "description"),
                priority(needed(data, "priority")),
                due(data),
                text(data, "equipment_type"),
                text(data, "brand"),
                text(data, "model"),
                text(data, "serial_number"),
                parts(data.path("required_parts")));
    }

    static String needed(JsonNode data, String name) {
        var text = text(data, name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static String text(JsonNode data, String name) {
        if (!data.hasNonNull(name)) {
            return null;
        }
        if (!data.get(name).isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return data.get(name).textValue();
    }

    private static WorkPriority priority(String word) {
        return switch (word) {
            case "low" -> WorkPriority.LOW;
            case "medium" -> WorkPriority.MEDIUM;
            case "high" -> WorkPriority.HIGH;
            case "critical" -> WorkPriority.URGENT;
            default -> throw new IllegalArgumentException("priority is " + word);
        };
    }

    private static Instant due(JsonNode data) {
        if (!data.has("due_at")) {
            throw new IllegalArgumentException("due_at is missing");
        }
        try {
            var text = text(data, "due_at");
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException("due_at is no time", noTime);
        }
    }

    private static List<Wish> parts(JsonNode given) {
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw new IllegalArgumentException("required_parts is no list");
        }
        var parts = new ArrayList<Wish>();
        for (var part : given) {
            var sku = needed(part, "sku");
            if (!part.path("quantity").isNumber()
                    || part.get("quantity").decimalValue().signum() <= 0) {
                throw new IllegalArgumentException("quantity of " + sku + " is no amount");
            }
            BigDecimal quantity = part.get("quantity").decimalValue();
            parts.add(Wish.ofPart(sku, quantity, Json.object(null).put("sku", sku)));
        }
        return parts;
    }

    WorkQuestion question() {
        return WorkQuestion.of(maintenanceType, equipmentType, brand, model);
    }

    /** The machine, as the recommendation keeps it. */
    JsonNode machine() {
        return Json.object(null)
                .put("equipment_id", equipmentId)
                .put("equipment_name", equipmentName)
                .put("equipment_type", equipmentType)
                .put("brand", brand)
                .put("model", model)
                .put("serial_number", serialNumber);
    }
}
