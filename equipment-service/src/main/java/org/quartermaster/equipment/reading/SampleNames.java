package org.quartermaster.equipment.reading;

/** What the fields of a sample are called in a request. */
public record SampleNames(String fuel, String hours, String km, String lat, String lon) {
    public static final SampleNames SAMPLE = new SampleNames("fuel_percent", "hours", "km", "lat", "lon");
    public static final SampleNames REGISTER =
            new SampleNames("current_fuel_percent", "current_hours", "current_km", "current_lat", "current_lon");
}
