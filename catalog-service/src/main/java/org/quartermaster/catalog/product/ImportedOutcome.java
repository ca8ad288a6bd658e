package org.quartermaster.catalog.product;

import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.problem.Problem.FieldError;

/**
 * What became of a row of a file of articles.
 *
 * @param before null for a new article
 * @param after null where the row was rejected
 * @param errors why it was rejected
 */
public record ImportedOutcome(long line, ProductView before, ProductView after, List<FieldError> errors) {
    public static ImportedOutcome rejected(long line, List<FieldError> errors) {
        return new ImportedOutcome(line, null, null, errors);
    }

    public boolean isRejected() {
        return after == null;
    }

    public boolean isCreated() {
        return after != null && before == null;
    }

    public boolean isUnchanged() {
        return after != null && after.equals(before);
    }

    /** Whether consumers are told of it by an event of its own. */
    public boolean isMaterial() {
        return isCreated()
                || !isRejected()
                        && !(after.name().equals(before.name())
                                && after.status() == before.status()
                                && Objects.equals(after.basePrice(), before.basePrice())
                                && after.currency().equals(before.currency()));
    }
}
