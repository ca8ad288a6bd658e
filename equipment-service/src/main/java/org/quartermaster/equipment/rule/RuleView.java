package org.quartermaster.equipment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.equipment.rule.watch.Direction;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** An alert rule as clients see it. */
@Schema(name = "AlertRule")
record RuleView(
        String ruleId,
        String equipmentId,
        RuleKind kind,
        String name,
        String nameAr,
        String measure,
        Direction direction,
        BigDecimal raiseAt,
        BigDecimal clearAt,
        int raiseCount,
        int clearCount,
        Priority priority,
        boolean enabled,
        @Schema(type = SchemaType.OBJECT) JsonNode settings,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static RuleView of(AlertRule rule) {
        return new RuleView(
                rule.ruleId,
                rule.equipmentId,
                rule.kind,
                rule.name,
                rule.nameAr,
                rule.measure,
                rule.direction,
                rule.raiseAt,
                rule.clearAt,
                rule.raiseCount,
                rule.clearCount,
                rule.priority,
                rule.enabled,
                Json.stored(rule.settings),
                rule.createdAt,
                rule.updatedAt,
                rule.version);
    }
}
