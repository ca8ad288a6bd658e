package org.quartermaster.vehicle.feed;

import java.util.List;

/**
 * One thing said about one record.
 *
 * @param field name of the column as the feed's own layout has it; null where the whole record is meant
 * @param arguments what its message names: the value as it came (of an unknown value: its domain, then the value)
 */
public record Finding(Code code, String field, List<String> arguments) {}
