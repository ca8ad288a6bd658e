package org.quartermaster.catalog.inventory;

/**
 * What a movement is for.
 *
 * @param reason in words, or null
 * @param reference such as the number of a delivery note, or null
 */
public record Cause(MovementKind kind, String reason, String reference) {}
