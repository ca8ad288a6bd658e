package org.quartermaster.vehicle.vin;

/** What a text is, taken as a VIN; only the first two identify a vehicle. */
public enum VinKind {
    /** 17 allowed characters (ISO 3779). */
    VIN17,
    /** 11 to 16: old vehicles, trailers, boats. */
    VIN_LEGACY,
    TOO_SHORT,
    TOO_LONG,
    /** Part of it was made unreadable by asterisks, or by X at its end. */
    MASKED,
    MALFORMED,
    MISSING;

    public boolean isWellFormed() {
        return this == VIN17 || this == VIN_LEGACY;
    }
}
