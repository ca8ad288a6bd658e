package org.quartermaster.vehicle.completeness;

/** What one field adds to the score of an entity when it is filled. */
public record Weight(String fieldName, int weightPercent, boolean isMandatory, boolean isActive, String description) {}
