package org.quartermaster.vehicle.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What is known beside the file.
 *
 * @param snapshotAt when the feed was exported
 * @param now the time of reading
 * @param yardZones zones of single yards by yard number, which come before all other rules
 * @param aliases words that data admins have taught, by domain: normal form ({@link FeedWords#normal}) to code
 */
public record FeedContext(
        Instant snapshotAt, Instant now, Map<String, ZoneId> yardZones, Map<String, Map<String, String>> aliases) {}
