package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** An alert of a machine that is over. */
record ResolvedAlert(String alertId) {
    /** @throws IllegalArgumentException where it does not say which one */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ResolvedAlert read(JsonNode data) {
        return new ResolvedAlert(RaisedAlert.needed(data, "alert_id"));
    }
}
