package org.quartermaster.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A fleet of machines and what they report, the same at every run: machine n and its k-th sample follow from n, k
 * and the first instant alone.
 */
final class Fleet {
    private static final String[] TYPES = {
        "tractor", "pump", "drone", "harvester", "sprayer", "pivot", "sensor", "vehicle", "other"
    };
    private static final String[] BRANDS = {"Northfield", "Halden", "Brightwater", "Okoro", "Ridgeback"};
    private static final double HOURS_A_DAY = 9;

    private final Instant from;
    private final Duration every;

    /** @param from time of every machine's first sample */
    Fleet(Instant from, Duration every) {
        this.from = from;
        this.every = every;
    }

    /** The machine as a JSON body of POST /api/v1/equipment. */
    static String machine(int n) {
        var random = new SplittableRandom(n);
        return String.format(
                Locale.ROOT,
                """
                {"name":"%s %s %05d","equipment_type":"%s","brand":"%s","model":"M%d","serial_number":"SN-%06d",\
                "year":%d,"field_id":"field_%03d","horsepower":%d,"current_lat":%.6f,"current_lon":%.6f}""",
                BRANDS[n % BRANDS.length],
                TYPES[n % TYPES.length],
                n,
                TYPES[n % TYPES.length],
                BRANDS[n % BRANDS.length],
                100 + n % 17,
                n,
                1995 + n % 30,
                n % 200,
                20 + random.nextInt(600),
                latitude(n),
                longitude(n));
    }

    /** Where machine n stands, spread evenly over a country's size. */
    static double latitude(int n) {
        return 46 + 6 * new SplittableRandom(n * 31L + 1).nextDouble();
    }

    static double longitude(int n) {
        return 8 + 8 * new SplittableRandom(n * 31L + 2).nextDouble();
    }

    /** Hours, fuel and place of one machine at one time. */
    record Sample(Instant at, double hours, double fuel, double lat, double lon) {
        String json(String equipmentId) {
            return String.format(Locale.ROOT, """
                    {"equipment_id":"%s","recorded_at":"%s","hours":%.2f,"fuel_percent":%.2f,"lat":%.6f,"lon":%.6f,\
                    "speed_kmh":%.1f,"engine_on":true}""", equipmentId, at, hours, fuel, lat, lon, 4 + fuel / 20);
        }
    }

    /** The k-th sample of machine n: a plausible working life, never below 30 % fuel. */
    Sample sample(int n, int k) {
        var at = from.plus(every.multipliedBy(k));
        var days = every.toSeconds() * (double) k / Duration.ofDays(1).toSeconds();
        var step = (k % 40) * 0.0001;
        return new Sample(
                at,
                Math.floor((1_000 + n % 500 + days * HOURS_A_DAY) * 100) / 100,
                30 + (k * 7 + n) % 70,
                latitude(n) + step,
                longitude(n) + step);
    }
}
