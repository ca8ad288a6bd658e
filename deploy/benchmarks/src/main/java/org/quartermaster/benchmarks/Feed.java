package org.quartermaster.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Exports of an invented auction feed in its present layout of 59 columns, six hours apart; three lots in a hundred
 * change from one to the next. The same arguments give the same bytes; there is nothing wrong with any record.
 *
 * @param snapshot which export, from 0
 * @param firstId the running number of its first record
 */
record Feed(int rows, long seed, int snapshot, int firstId) {
    static final String USAGE = """
            deploy/benchmarks/feed --out FILE [--rows N] [--seed S] [--snapshot K]

              --out              where the file goes
              --rows             lots of the feed (181,000)
              --seed             another seed, another feed (1)
              --snapshot         the K-th later export, six hours after the one before (0)
            """;
    private static final Instant BEGIN = Instant.parse("2025-10-27T06:00:00Z");
    private static final Duration STEP = Duration.ofHours(6);
    private static final int CHANGED_OF_100 = 3;
    private static final String HEADER = """
            Id|Yard number|Yard name|Sale Date M/D/CY|Day of Week|Sale time (HHMM)|Time Zone|Item#|Lot number|Vehicle Type\
            |Year|Make|Model Group|Model Detail|Body Style|Color|Damage Description|Secondary Damage|Sale Title State\
            |Sale Title Type|Has Keys-Yes or No|Lot Cond. Code|VIN|Odometer|Odometer Brand|Est. Retail Value|Repair cost\
            |Engine|Drive|Transmission|Fuel Type|Cylinders|Runs/Drives|Sale Status|High Bid =non-vix,Sealed=Vix\
            |Special Note|Location city|Location state|Location ZIP|Location country|Currency Code|Image Thumbnail\
            |Create Date/Time|Grid/Row|Make-an-Offer Eligible|Buy-It-Now Price|Image URL|Trim|Last Updated Time|Rentals\
            |Wholesale|Seller Name|Offsite Address1|Offsite State|Offsite City|Offsite Zip|Sale Light|AutoGrade\
            |Announcements""";
    private static final int BUFFER = 1 << 20;

    /** Writes one export to a file. */
    public static void main(String... arguments) throws IOException {
        var given = Arrays.asList(arguments);
        if (given.contains("--help") || !given.contains("--out")) {
            System.out.print(USAGE);
            return;
        }
        var feed = new Feed(
                Integer.parseInt(Settings.value(given, "--rows", "181000")),
                Long.parseLong(Settings.value(given, "--seed", "1")),
                Integer.parseInt(Settings.value(given, "--snapshot", "0")),
                1);
        feed.write(Path.of(Settings.value(given, "--out", "")));
        System.out.println(feed.rows + " records, snapshot time " + feed.at());
    }

    /** The time of the export. */
    Instant at() {
        return BEGIN.plus(STEP.multipliedBy(snapshot));
    }

    Path write(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            write(out, HEADER.split("\\|"));
            for (var n = 0; n < rows; n++) {
                write(out, record(n));
            }
        }
        return file;
    }

    private static void write(OutputStream out, String[] cells) throws IOException {
        var line = new StringBuilder(900);
        for (var cell : cells) {
            line.append(line.length() == 0 ? "\"" : "\",\"").append(cell.replace("\"", "\"\""));
        }
        out.write(line.append("\"\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    String vin(int n) {
        return FeedVehicle.of(seed, n, random(n)).vin();
    }

    String[] record(int n) {
        var random = random(n);
        var vehicle = FeedVehicle.of(seed, n, random);
        var changed = changed(n);
        return new FeedLot(random, vehicle, BEGIN, changed.length)
                .cells(
                        String.valueOf(firstId + n),
                        String.valueOf(10_000_000 + (n * 48_271L + seed * 7_919) % 89_999_993),
                        changed.length == 0 ? null : BEGIN.plus(STEP.multipliedBy(changed[changed.length - 1])));
    }

    private SplittableRandom random(int n) {
        return new SplittableRandom(seed * 1_000_003 + n);
    }

    /** The exports, up to this one, in which a lot was another than before. */
    private int[] changed(int n) {
        return IntStream.rangeClosed(1, snapshot)
                .filter(k -> new SplittableRandom(seed * 31 + n * 7_919L + k * 104_729L).nextInt(100) < CHANGED_OF_100)
                .toArray();
    }
}
