package org.quartermaster.catalog.row;

import java.util.function.Consumer;
import org.quartermaster.platform.rest.Field;

/** What a body says of the fields that it does not name. */
public enum Saving {
    /** POST and PUT: they are as those of a new row. */
    WHOLE,
    /** PATCH: they stay as they are. */
    PART;

    /**
     * Hands over what was given of a field.
     *
     * @param usual the value of a new row, which null stands for
     */
    public <T> void take(Field<T> field, T usual, Consumer<T> target) {
        if (field.given()) {
            target.accept(field.value() == null ? usual : field.value());
        } else if (this == WHOLE) {
            target.accept(usual);
        }
    }

    /** As above, for a field that a new row lacks. */
    public <T> void take(Field<T> field, Consumer<T> target) {
        take(field, null, target);
    }
}
