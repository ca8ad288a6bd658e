package org.quartermaster.equipment.plan;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What the next due point is counted from: the work done, or the fixed grid of the first due point. */
public enum Anchor {
    COMPLETED,
    FIXED;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<Anchor> {
        Stored() {
            super(Anchor.class);
        }
    }
}
