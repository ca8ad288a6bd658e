package org.quartermaster.procurement.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.procurement.secret.Hmac;

/** The header {@code Stripe-Signature}: {@code t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">}, with several v1 allowed. */
final class Signature {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private Signature() {}

    /** Whether one of the signatures is that of the body, made at about this time. */
    static boolean isValid(String header, byte[] body, String secret, Instant now) {
        var time = "";
        var signatures = new ArrayList<String>();
        for (var part : header == null ? List.<String>of() : List.of(header.split(",", -1))) {
            var pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                time = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                signatures.add(pair[1]);
            }
        }
        if (!SECONDS.matcher(time).matches() || isStale(Long.parseLong(time), now)) {
            return false;
        }
        var right = ascii(hex(time, body, secret));
        // NB: every one is compared, whichever matches.
        return signatures.stream()
                .map(given -> MessageDigest.isEqual(right, ascii(given)))
                .reduce(false, Boolean::logicalOr);
    }

    private static boolean isStale(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds();
    }

    /** The header for a body that is sent now. */
    static String header(byte[] body, String secret, Instant now) {
        var time = Long.toString(now.getEpochSecond());
        return "t=" + time + ",v1=" + hex(time, body, secret);
    }

    private static String hex(String time, byte[] body, String secret) {
        return HexFormat.of().formatHex(Hmac.of(secret.getBytes(StandardCharsets.UTF_8), ascii(time + "."), body));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
