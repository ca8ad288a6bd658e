package org.quartermaster.vehicle.asset;

/**
 * Where values of an asset come from.
 *
 * @param reference such as the number of a lot, or null
 */
public record Origin(Source source, String reference) {
    /** Said by a request. */
    public static final Origin API = new Origin(Source.API, null);

    /** What kind of place values come from. */
    public enum Source {
        API,
        LOT,
        MARKET,
        TRANSFER,
        SYSTEM
    }
}
