package org.quartermaster.vehicle.gauge;

import java.util.List;

/**
 * A metric that the database knows.
 *
 * @param labels of each of its numbers
 * @param sql gives a row for each number: the labels, then the number
 */
public record Gauge(String name, List<String> labels, String sql) {}
