package org.quartermaster.vehicle.vin;

/**
 * What the market keeps of a VIN: a verdict without the reasons, for the many of a feed.
 *
 * @param normalized the VIN that identifies a vehicle, or null
 * @param wmi null unless it has 17 characters
 * @param modelYear null where position 10 gives none
 */
public record MarketVin(String normalized, VinKind kind, CheckDigit.Status check, String wmi, Integer modelYear) {
    /**
     * @param market country that the vehicle is sold in (ISO 3166-1 alpha-2), or null
     * @param statedYear model year that the row states, or null
     */
    public static MarketVin of(String text, String market, Integer statedYear, int currentYear) {
        var vin = Vin.of(text);
        return new MarketVin(
                vin.kind().isWellFormed() ? vin.value() : null,
                vin.kind(),
                CheckDigit.of(vin, market).status(),
                Wmi.code(vin),
                ModelYear.of(vin, statedYear, currentYear).value());
    }

    /** The market of a lot by the country that a feed gives it; null for one that asks for nothing of VINs. */
    public static String market(String country) {
        if (country == null) {
            return null;
        }
        return switch (country) {
            case "USA" -> "US";
            case "CAN" -> "CA";
            case "CHN" -> "CN";
            default -> null;
        };
    }
}
