package org.quartermaster.vehicle.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.vehicle.demo.InventedLots;

/** Invented lots of one snapshot, and what the reader makes of them. */
public final class SampleFeed extends InventedLots {
    private static final int DAYS = 5;
    private static final long FIRST_NUMBER = 40_000_000;
    public static final Instant SNAPSHOT = Instant.parse("2026-03-01T06:00:00Z");
    static final FeedContext CONTEXT =
            new FeedContext(SNAPSHOT, Instant.parse("2026-03-01T07:00:00Z"), Map.of(), Map.of());

    public SampleFeed(long seed) {
        super(seed, SNAPSHOT, DAYS, FIRST_NUMBER);
    }

    static List<FeedRecord> read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), CONTEXT);
    }

    static List<FeedRecord> read(byte[] file, FeedContext context) {
        try {
            var reader = FeedReader.open(new ByteArrayInputStream(file), context);
            var records = new ArrayList<FeedRecord>();
            for (var record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
            return records;
        } catch (IOException | FileRejected unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
