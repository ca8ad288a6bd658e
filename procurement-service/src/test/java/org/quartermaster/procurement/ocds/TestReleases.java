package org.quartermaster.procurement.ocds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Releases for tests, written in JSON with single quotes. */
public final class TestReleases {
    private TestReleases() {}

    public static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static JsonNode file(Path path) {
        try {
            return Json.MAPPER.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A release of ocid x-1. */
    public static Release release(String id, String date, String tag, String members) {
        var text = "{'ocid':'x-1','id':'%s','date':'%s','tag':['%s'],'initiationType':'tender'%s}";
        return placed(json(text.formatted(id, date, tag, members.isEmpty() ? "" : "," + members)));
    }

    public static Release placed(JsonNode release) {
        return Repairs.place(release, ZoneOffset.UTC, 0).release();
    }

    public static List<Release> placedAll(JsonNode releases) {
        var all = new ArrayList<Release>();
        releases.forEach(release -> all.add(placed(release)));
        return all;
    }
}
