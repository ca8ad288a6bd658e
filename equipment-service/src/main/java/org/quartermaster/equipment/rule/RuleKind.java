package org.quartermaster.equipment.rule;

import jakarta.persistence.Converter;
import org.quartermaster.equipment.alert.AlertKind;
import org.quartermaster.platform.db.WordConverter;

/** What a rule looks at. */
public enum RuleKind {
    LOW_FUEL,
    FUEL_DROP,
    SILENT,
    GEOFENCE,
    THRESHOLD;

    /** The kind of its alerts. */
    public AlertKind alertKind() {
        return AlertKind.valueOf(name());
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<RuleKind> {
        Stored() {
            super(RuleKind.class);
        }
    }
}
