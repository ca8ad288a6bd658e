package org.quartermaster.equipment.rule;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** On which side of its limit a value raises an alert. */
enum Direction {
    BELOW,
    ABOVE;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Direction> {
        Stored() {
            super(Direction.class);
        }
    }
}
