package org.quartermaster.platform.change;

import java.util.Map;

/**
 * One change of a public entity: becomes one audit row and one event.
 *
 * @param entity name of the entity in events, such as {@code equipment}
 * @param verb what happened, such as {@code created}
 * @param view the entity as the REST API shows it now
 * @param before the entity as it was shown before; null for a new one
 * @param extra members that stand in the event's data beside those of the entity, such as {@code previous}
 */
public record Change(
        String entity, String entityId, String verb, Object view, Object before, Map<String, Object> extra) {
    public static Change created(String entity, String entityId, Object view) {
        return new Change(entity, entityId, "created", view, null, Map.of());
    }

    /** The entity as it stands, told once more to consumers that join later; leaves no audit row. */
    public static Change snapshot(String entity, String entityId, Object view) {
        return new Change(entity, entityId, "snapshot", view, null, Map.of());
    }

    public static Change of(String entity, String entityId, String verb, Object view, Object before) {
        return new Change(entity, entityId, verb, view, before, Map.of());
    }
}
