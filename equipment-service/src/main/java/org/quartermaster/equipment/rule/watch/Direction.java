package org.quartermaster.equipment.rule.watch;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** On which side of its limit a value raises an alert. */
public enum Direction {
    BELOW,
    ABOVE;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Direction> {
        Stored() {
            super(Direction.class);
        }
    }
}
