package org.quartermaster.vehicle.vin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The maker's part of a VIN (ISO 3780).
 *
 * @param code characters 1 to 3, of a small maker with 12 to 14
 * @param maker null where the list has none
 * @param country ISO 3166-1 alpha-2, or null
 * @param smallMaker builds fewer than the number that gets a code of its own
 */
public record Wmi(String code, String maker, String country, Region region, boolean smallMaker) {
    /** Part of the world by the first characters. */
    @Schema(name = "WmiRegion")
    public enum Region {
        NORTH_AMERICA,
        OCEANIA,
        SOUTH_AMERICA,
        AFRICA,
        ASIA,
        EUROPE
    }

    /** Null unless there are 17 characters: older numbers do not begin with a maker's code. */
    static Wmi of(Vin vin, WmiList list) {
        var code = code(vin);
        return code == null
                ? null
                : new Wmi(code, list.maker(code), list.country(code), region(vin.value()), code.length() > 3);
    }

    /** The code alone; null unless there are 17 characters. */
    static String code(Vin vin) {
        if (vin.kind() != VinKind.VIN17) {
            return null;
        }
        var value = vin.value();
        return value.charAt(2) == '9' ? value.substring(0, 3) + value.substring(11, 14) : value.substring(0, 3);
    }

    private static Region region(String vin) {
        var first = vin.charAt(0);
        if (first == '6' || first == '7' && vin.charAt(1) >= 'A' && vin.charAt(1) <= 'E') {
            return Region.OCEANIA;
        }
        if (first == '8' || first == '9') {
            return Region.SOUTH_AMERICA;
        }
        if (first <= '9') {
            return first == '0' ? null : Region.NORTH_AMERICA;
        }
        if (first <= 'H') {
            return Region.AFRICA;
        }
        return first <= 'R' ? Region.ASIA : Region.EUROPE;
    }
}
