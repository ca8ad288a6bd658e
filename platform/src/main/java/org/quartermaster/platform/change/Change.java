package org.quartermaster.platform.change;

import java.util.Map;
import org.quartermaster.platform.security.Caller;

/**
 * One change of a public entity: becomes one audit row and one event; one that is not audited becomes an event alone.
 *
 * @param entity name of the entity in events, such as {@code equipment}
 * @param verb what happened, such as {@code created}
 * @param view the entity as the REST API shows it now
 * @param before the entity as it was shown before; null for a new one
 * @param extra members that stand in the event's data beside those of the entity, such as {@code previous}
 * @param by who did it, where that is not the caller of the unit of work; else null
 * @param telling whether its event goes with all others, after them, or not at all
 */
public record Change(
        String entity,
        String entityId,
        String verb,
        Object view,
        Object before,
        Map<String, Object> extra,
        Caller by,
        boolean audited,
        Telling telling) {

    /** How consumers hear of a change. */
    public enum Telling {
        /** At once. */
        USUAL,
        /** In the slow lane, which all others pass: one of the many events of an import. */
        SLOW,
        /** Not at all: the audit alone keeps it, such as what an import changed beyond the bound of its events. */
        NONE
    }

    /** A change that is told at once. */
    public Change(
            String entity,
            String entityId,
            String verb,
            Object view,
            Object before,
            Map<String, Object> extra,
            Caller by,
            boolean audited) {
        this(entity, entityId, verb, view, before, extra, by, audited, Telling.USUAL);
    }

    /** An audited change by the caller of the unit of work. */
    public Change(String entity, String entityId, String verb, Object view, Object before, Map<String, Object> extra) {
        this(entity, entityId, verb, view, before, extra, null, true);
    }

    /** An event that leaves no audit row, as it tells of data that keep their own history. */
    public static Change eventOnly(String entity, String entityId, String verb, Object view, Caller by) {
        return new Change(entity, entityId, verb, view, null, Map.of(), by, false);
    }

    /** A new entity. */
    public static Change created(String entity, String entityId, Object view) {
        return new Change(entity, entityId, "created", view, null, Map.of());
    }

    /** The entity as it stands, told once more to consumers that join later; leaves no audit row. */
    public static Change snapshot(String entity, String entityId, Object view) {
        return eventOnly(entity, entityId, "snapshot", view, null);
    }

    /** A change of an entity that was there before, where {@code before} is not null. */
    public static Change of(String entity, String entityId, String verb, Object view, Object before) {
        return new Change(entity, entityId, verb, view, before, Map.of());
    }

    /** The same without an audit row, for an entity whose history the service keeps in a way of its own. */
    public Change unaudited() {
        return new Change(entity, entityId, verb, view, before, extra, by, false, telling);
    }

    /** The same, told in another way. */
    public Change told(Telling how) {
        return new Change(entity, entityId, verb, view, before, extra, by, audited, how);
    }

    /** The same, where another than the caller of the unit of work did it. */
    public Change doneBy(Caller who) {
        return new Change(entity, entityId, verb, view, before, extra, who, audited, telling);
    }

    /** The same about a global row: told in every tenant's change feed; audited only as {@link AuditTable} says. */
    public Change forAll(Caller by) {
        var everybody = by.within(SystemWrites.PUBLIC);
        return new Change(entity, entityId, verb, view, before, extra, everybody, audited, telling);
    }
}
