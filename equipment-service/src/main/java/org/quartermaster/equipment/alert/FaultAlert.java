package org.quartermaster.equipment.alert;

import org.quartermaster.equipment.reference.Priority;

/** What an alert says of the fault that raised it. */
public record FaultAlert(String faultId, String title, String description, Priority severity) {

    /** The key of the alert of a fault. */
    public static String key(String faultId) {
        return "fault:" + faultId;
    }
}
