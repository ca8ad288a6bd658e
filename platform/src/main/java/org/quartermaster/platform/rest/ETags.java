package org.quartermaster.platform.rest;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Strong entity tags (RFC 9110, section 8.8.3) of the form {@code "<version>.<state>"}: the version of the row, and a
 * digest of what else the view shows. {@code If-Match} compares the version alone, so that a change that the client
 * could not have meant to protect does not make its save fail.
 */
public final class ETags {
    private ETags() {}

    /** The tag of a version and the text of what else the view shows. */
    public static EntityTag of(long version, String state) {
        var digest = new CRC32();
        digest.update(state.getBytes(StandardCharsets.UTF_8));
        return new EntityTag(version + "." + Long.toString(digest.getValue(), 36));
    }

    /** Throws 412 when the header names no tag of this version. */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        var matches = Arrays.stream(ifMatch.split(","))
                .map(tag -> tag.strip().replaceAll("^\"|\"$", ""))
                .anyMatch(tag -> tag.split("\\.", 2)[0].equals(Long.toString(version)));
        if (!matches) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    /** True when the client's {@code If-None-Match} names this tag, so that 304 says enough. */
    public static boolean unchanged(String ifNoneMatch, EntityTag tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        var quoted = "\"" + tag.getValue() + "\"";
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(given ->
                        given.equals("*") || given.replaceFirst("^W/", "").equals(quoted));
    }
}
