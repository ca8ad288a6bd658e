package org.quartermaster.vehicle.removal;

import org.quartermaster.platform.rest.Fields;

/**
 * What a request says of a removal.
 *
 * @param requestedBy who asked for it, or null
 */
record RemovalInput(String reason, String requestedBy) {
    static RemovalInput read(Fields fields) {
        fields.require("reason");
        var input = new RemovalInput(
                fields.text("reason", 3, 500).value(),
                fields.text("requested_by", 0, 200).value());
        fields.checkStrictly();
        return input;
    }
}
