package org.quartermaster.equipment.alert;

import jakarta.persistence.Converter;
import java.util.Optional;
import org.quartermaster.platform.db.WordConverter;

/** Where an alert stands in its life; {@link #RESOLVED} is final. */
public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    SNOOZED,
    RESOLVED;

    /** The state that an action leads to, this one where it changes nothing; empty where it is not allowed. */
    Optional<AlertState> after(AlertAction action) {
        if (this == action.leadsTo) {
            return Optional.of(this);
        }
        var allowed = this != RESOLVED && (action != AlertAction.WAKE || this == SNOOZED);
        return allowed ? Optional.of(action.leadsTo) : Optional.empty();
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<AlertState> {
        Stored() {
            super(AlertState.class);
        }
    }
}
