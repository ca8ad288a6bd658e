package org.quartermaster.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One lot as its cells; the shares of the values are about those of a real feed. NB: the order of the draws counts. */
final class FeedLot {
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH.mm.ss.SSSSSS");
    private static final Shares STATES = new Shares("TX America/Chicago CST CDT:9|CA America/Los_Angeles PST PDT:8"
            + "|FL America/New_York EST EDT:8|NC America/New_York EST EDT:7|WI America/Chicago CST CDT:6"
            + "|KS America/Chicago CST CDT:6|IN America/Indiana/Indianapolis EST EDT:5|MI America/Detroit EST EDT:5"
            + "|MD America/New_York EST EDT:5|GA America/New_York EST EDT:4|PA America/New_York EST EDT:4"
            + "|OH America/New_York EST EDT:4|IL America/Chicago CST CDT:4|NJ America/New_York EST EDT:4"
            + "|AZ America/Phoenix MST MST:4|MN America/Chicago CST CDT:3|WA America/Los_Angeles PST PDT:3"
            + "|CO America/Denver MST MDT:3|UT America/Denver MST MDT:2|ON America/Toronto EST EDT:4");
    private static final Shares CITIES =
            new Shares("DYER:1|FAIRVIEW:1|CLINTON:1|SALEM:1|GREENVILLE:1|MADISON:1|FRANKLIN:1|ASHLAND:1|OXFORD:1");
    private static final Shares TYPES = new Shares("V:951|K:22|U:8|C:7|R:5|A:2|M:1");
    private static final Shares BODIES = new Shares(":34|SEDAN:11|SPORT UTILITY VEHICLE:10|4DR SPORT UTILITY:9"
            + "|SEDAN 4DR:8|SUV:4|PICKUP:4|CREW PICKUP:2|4DR EXT CAB PICKUP:2|HATCHBACK 4 DOOR:4");
    private static final Shares COLORS =
            new Shares("WHITE:23|BLACK:20|GRAY:15|SILVER:13|BLUE:10|RED:7|CHARCOAL:3|BURGUNDY:2|GREEN:2");
    private static final Shares DAMAGES =
            new Shares("FRONT END:52|REAR END:14|SIDE:13|MINOR DENT/SCRATCHES:5|MECHANICAL:3"
                    + "|NORMAL WEAR:2|HAIL:2|ALL OVER:2|UNDERCARRIAGE:1|WATER/FLOOD:1|BURN - ENGINE:1");
    private static final Shares SECOND =
            new Shares(":56|SIDE:16|REAR END:8|MINOR DENT/SCRATCHES:7|FRONT END:7|UNDERCARRIAGE:3|MECHANICAL:2|HAIL:1");
    private static final Shares TITLES =
            new Shares("ST:25|SC:24|CT:18|SV:5|RB:5|S1:3|BP:3|BS:2|SM:2|CD:2|MT:2|NR:2|T1:2|T2:2|XS:2|ZR:1");
    private static final Shares KEYS = new Shares("YES:92|NO:6|EXM:2");
    private static final Shares CONDITIONS =
            new Shares("D,Run & Drive Verified:65|E,DEFAULT:23|S,Vehicle Starts:8|,:4");
    private static final Shares BRANDS = new Shares("A:76|N:14|E:10");
    private static final Shares DRIVES = new Shares(
            "FRONT WHEEL DRIVE:27|Front-wheel Drive:18|ALL WHEEL DRIVE:18"
                    + "|REAR WHEEL DRIVE:6|4X4 W/REAR WHEEL DRV:6|All wheel drive:5|4x4 w/Rear Wheel Drv:5|Rear-wheel drive:4|:3");
    private static final Shares TRANSMISSIONS = new Shares("AUTOMATIC:95|MANUAL:3|:1|Automatic:1");
    private static final Shares FUELS = new Shares("GAS:79|FLEXIBLE:4|Gas:3|FLEXIBLE FUEL:3|ELECTRIC AND GAS HYBRID:3"
            + "|DIESEL:3|:2|ELECTRIC:2|HYBRID ENGINE:2");
    private static final Shares ENGINES =
            new Shares("2.4L  4,4:30|2.0L  4,4:25|3.5L  6,6:28|5.0L  8,8:10|,:4|1.2L  3,3:2");
    private static final Shares SALES = new Shares("Pure Sale:68|On Minimum Bid:26|On Approval:6");
    private static final Shares TIMES = new Shares("1200:36|1000:31|1100:2|2100:1|930:1");
    private static final Shares NOTES = new Shares(":90|P/U BY APPT ONLY:3|VEH LOCATED AT SUB LOT   :2"
            + "|SLEEPER CAB 72\" RAISED ROOF:1|AIRBAGS DEPLOYED,FRONT AND SIDE:2|Pi\u00e8ces manquantes:1");
    private static final Shares TRIMS =
            new Shares(":2|SE:1|LE:1|LX:1|EX:1|LT:1|LS:1|SEL:1|LIMITED:1|SPORT:1|TOURING:1|S:1|SV:1|PREMIUM:1");
    private static final Shares SELLERS = new Shares(":66|North Ridge Insurance:6|Blue Lake Mutual:6"
            + "|Prairie Assurance:6|Harbor Casualty:6|Cedar Rentals:5|Summit Fleet Leasing:5");
    private static final Shares GRADES = new Shares(",:97|RED LIGHT,1.3:1|GREEN LIGHT,2.8:1|YELLOW LIGHT,0.4:1");

    private final SplittableRandom random;
    private final FeedVehicle vehicle;
    private final Instant begin;
    private final int changes;
    private final String[] state;
    private final String city;
    private final String zip;
    private final boolean isCanada;

    /** @param changes how often the lot has changed since the first export */
    FeedLot(SplittableRandom random, FeedVehicle vehicle, Instant begin, int changes) {
        this.random = random;
        this.vehicle = vehicle;
        this.begin = begin;
        this.changes = changes;
        state = STATES.pick(random).split(" ");
        city = CITIES.pick(random);
        zip = String.valueOf(10_000 + random.nextInt(90_000));
        isCanada = state[0].equals("ON");
    }

    /** @param changedAt when it changed last, or null */
    String[] cells(String id, String number, Instant changedAt) {
        var yard = String.valueOf(1 + Math.floorMod((state[0] + city).hashCode(), 900));
        var age = 1_000 + random.nextInt(1_000_000);
        var created = begin.minusSeconds(age).plusNanos(1_000L * random.nextInt(1_000_000));
        var updated = (changedAt == null ? created : changedAt.minusSeconds(900))
                .plusSeconds((long) (random.nextDouble() * 900));
        return join(
                new String[] {id, yard, state[0] + " - " + city},
                sale(),
                new String[] {String.valueOf(random.nextInt(4_000)), number},
                vehicle(),
                condition(),
                prices(),
                place(),
                pictures(number, yard, CREATED.format(created.atOffset(ZoneOffset.UTC))),
                new String[] {
                    TRIMS.pick(random), updated.truncatedTo(ChronoUnit.SECONDS).toString()
                },
                rest());
    }

    /** Three in ten have no date yet. Every fourth change moves the sale by a week. */
    private String[] sale() {
        var day = LocalDate.ofInstant(begin, ZoneOffset.UTC).plusDays(1 + random.nextInt(20) + changes / 4 * 7L);
        var noon = ZonedDateTime.of(day, LocalTime.NOON, ZoneId.of(state[1]));
        var label = state[noon.getZone().getRules().isDaylightSavings(noon.toInstant()) ? 3 : 2];
        var time = TIMES.pick(random);
        return random.nextInt(100) < 28
                ? new String[] {"0", "", "", label}
                : new String[] {
                    day.format(DateTimeFormatter.BASIC_ISO_DATE),
                    day.getDayOfWeek().name(),
                    time,
                    label
                };
    }

    private String[] vehicle() {
        return new String[] {
            TYPES.pick(random),
            String.valueOf(vehicle.year()),
            vehicle.make(),
            vehicle.model(),
            vehicle.model(),
            BODIES.pick(random),
            COLORS.pick(random)
        };
    }

    private String[] condition() {
        var condition = CONDITIONS.pick(random).split(",", -1);
        var engine = ENGINES.pick(random).split(",", -1);
        var retail = 500 + random.nextInt(40_000);
        return new String[] {
            DAMAGES.pick(random),
            SECOND.pick(random),
            state[0],
            TITLES.pick(random),
            KEYS.pick(random),
            condition[0],
            vehicle.vin(),
            random.nextInt(250_000) + ".0",
            BRANDS.pick(random),
            retail + "." + (10 + random.nextInt(89)),
            retail / 3 + ".5",
            engine[0],
            DRIVES.pick(random),
            TRANSMISSIONS.pick(random),
            FUELS.pick(random),
            engine[1],
            condition[1]
        };
    }

    private String[] prices() {
        var bid = random.nextInt(10) < 3 ? 0 : 25 * random.nextInt(400);
        return new String[] {SALES.pick(random), bid + 25 * changes + ".0", NOTES.pick(random)};
    }

    private String[] place() {
        return new String[] {city, state[0], zip, isCanada ? "CAN" : "USA", isCanada ? "CAD" : "USD"};
    }

    private String[] pictures(String number, String yard, String created) {
        return new String[] {
            String.format(
                    Locale.ROOT,
                    "cs.example-auction.test/v1/lpp/%04d/%016x_thb.jpg",
                    random.nextInt(1_300),
                    random.nextLong()),
            created,
            String.format(Locale.ROOT, "%s%03d", city.charAt(0), random.nextInt(999)),
            random.nextInt(100) < 9 ? "Y" : "N",
            random.nextInt(100) < 90 ? "0.0" : 1_000 + 25 * random.nextInt(400) + ".0",
            "http://inventory.example-auction.test/v1/lotImages/" + number + "?country=us&brand=x&yardNumber=" + yard
        };
    }

    private String[] rest() {
        var isOffsite = random.nextInt(100) < 5;
        var grade = GRADES.pick(random).split(",", -1);
        return new String[] {
            random.nextInt(100) < 1 ? "Y" : "N",
            random.nextInt(100) < 3 ? "Y" : "N",
            SELLERS.pick(random),
            isOffsite ? 1 + random.nextInt(999) + " Depot Road" : "",
            isOffsite ? state[0] : "",
            isOffsite ? city : "",
            isOffsite ? zip : "",
            grade[0],
            grade[1],
            grade[1].isEmpty() ? "" : "Maintenance,Safety,Other"
        };
    }

    private static String[] join(String[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
    }
}
