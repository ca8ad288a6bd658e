package org.quartermaster.vehicle.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Time zones of the states and provinces that auctions are held in. */
final class StateZones {
    private static final Map<String, List<ZoneId>> ZONES = new HashMap<>();

    static {
        put("America/New_York", "CT DC DE FL GA KY MA MD ME NC NH NJ NY OH PA RI SC VA VT WV");
        put("America/Detroit", "MI");
        put("America/Indiana/Indianapolis", "IN");
        put("America/Toronto", "ON QC");
        put("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI");
        put("America/Winnipeg", "MB");
        put("America/Regina", "SK");
        put("America/Denver", "CO MT NM UT WY");
        put("America/Boise", "ID");
        put("America/Edmonton", "AB");
        put("America/Phoenix", "AZ");
        put("America/Los_Angeles", "CA NV OR WA");
        put("America/Vancouver", "BC");
        put("America/Anchorage", "AK");
        put("Pacific/Honolulu", "HI");
        put("America/Halifax", "NS PE");
        put("America/Moncton", "NB");
        put("America/St_Johns", "NL");
        put("America/Puerto_Rico", "PR");
        // The other part of a state that is split; its main one stands above.
        put("America/Chicago", "IN KY FL MI");
        put("America/New_York", "TN");
        put("America/Denver", "TX KS NE ND SD");
        put("America/Los_Angeles", "ID");
        put("America/Boise", "OR");
    }

    /** Zones that have the same hours in winter, as the labels of the feed name them. */
    enum Family {
        EASTERN("America/New_York", -5, "EST", "EDT"),
        CENTRAL("America/Chicago", -6, "CST", "CDT"),
        MOUNTAIN("America/Denver", -7, "MST", "MDT"),
        PACIFIC("America/Los_Angeles", -8, "PST", "PDT"),
        ALASKA("America/Anchorage", -9, "AKST", "AKDT", "ASDT", "ADDT"),
        HAWAII("Pacific/Honolulu", -10, "HST");

        private static final int SECONDS = 3600;
        private final ZoneId zone;
        private final int hours;
        private final List<String> labels;

        Family(String zone, int hours, String... labels) {
            this.zone = ZoneId.of(zone);
            this.hours = hours;
            this.labels = List.of(labels);
        }

        /** The family that a label names, or null. */
        static Family ofLabel(String label) {
            return Stream.of(values())
                    .filter(family -> label != null && family.labels.contains(label))
                    .findFirst()
                    .orElse(null);
        }

        ZoneId zone() {
            return zone;
        }

        boolean has(ZoneId other, Instant at) {
            return other.getRules().getStandardOffset(at).getTotalSeconds() == hours * SECONDS;
        }

        /** Whether one of its labels stands for summer time. */
        boolean isSummer(String label) {
            return !labels.get(0).equals(label);
        }
    }

    private StateZones() {}

    /** The zone of a state, of a split one that which fits the family; null for other places. */
    static ZoneId of(String state, Family family, Instant at) {
        var zones = state == null ? List.<ZoneId>of() : ZONES.getOrDefault(state, List.of());
        if (zones.isEmpty()) {
            return null;
        }
        return zones.stream()
                .filter(zone -> family != null && family.has(zone, at))
                .findFirst()
                .orElse(zones.get(0));
    }

    private static void put(String zone, String states) {
        for (var state : states.split(" ")) {
            ZONES.computeIfAbsent(state, name -> new ArrayList<>()).add(ZoneId.of(zone));
        }
    }
}
