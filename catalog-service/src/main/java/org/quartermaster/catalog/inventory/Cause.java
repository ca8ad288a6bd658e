package org.quartermaster.catalog.inventory;

/**
 * What a movement is for.
 *
 * @param reason in words, or null
 * @param reference such as the number of a delivery note, or null
 * @param actor whose it is, where that is not the caller of the unit of work; else null
 */
public record Cause(MovementKind kind, String reason, String reference, String actor) {
    public Cause(MovementKind kind, String reason, String reference) {
        this(kind, reason, reference, null);
    }
}
