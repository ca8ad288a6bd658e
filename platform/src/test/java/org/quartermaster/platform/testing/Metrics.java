package org.quartermaster.platform.testing;

import static io.restassured.RestAssured.given;

/** What {@code /q/metrics} tells. */
public final class Metrics {
    private Metrics() {}

    /** The value of a metric without labels; 0 before it is known. */
    public static double value(String name) {
        return value(name, "");
    }

    /** The sum of the values of a metric whose labels, in alphabetical order, hold these; 0 before its first count. */
    public static double value(String name, String labels) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
