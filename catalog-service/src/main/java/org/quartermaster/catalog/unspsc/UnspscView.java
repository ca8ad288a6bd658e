package org.quartermaster.catalog.unspsc;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.classification.PathStep;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A listed code.
 *
 * @param title in the language that was asked for where there is one, else in English
 * @param path from the segment down to the code
 */
@Schema(name = "UnspscCode")
record UnspscView(
        String code,
        String segment,
        String family,
        @JsonProperty("class_") String commodityClass,
        String commodity,
        String title,
        String definition,
        int level,
        String parentCode,
        String release,
        String source,
        String state,
        String successorCode,
        List<PathStep> path,
        long childrenCount,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /** The columns; its one parameter is the language. */
    static final String COLUMNS = """
            c.code, c.segment, c.family, c.class_, c.commodity, coalesce(t.title, c.title) as title, c.definition,
            c.level, c.parent_code, c.release, c.source, c.state, c.successor_code,
            (select array_agg(a.code order by a.code) from catalog.unspsccode a where a.code in (c.code,
              left(c.code, 2) || '000000', left(c.code, 4) || '0000', left(c.code, 6) || '00')) as path_codes,
            (select array_agg(coalesce(s.title, a.title) order by a.code) from catalog.unspsccode a
              left join catalog.unspsctitle s on s.code = a.code and s.language = t.wanted
              where a.code in (c.code, left(c.code, 2) || '000000', left(c.code, 4) || '0000',
                left(c.code, 6) || '00')) as path_titles,
            (select count(*) from catalog.unspsccode k where k.parent_code = c.code) as children_count,
            c.created_at, c.updated_at\
            """;

    static final String FROM = """
            catalog.unspsccode c cross join lateral (select w.wanted, n.title
              from (select cast(? as text) as wanted) w
                left join catalog.unspsctitle n on n.code = c.code and n.language = w.wanted) t\
            """;

    static UnspscView of(Row row) {
        return new UnspscView(
                row.getString("code"),
                row.getString("segment"),
                row.getString("family"),
                row.getString("class_"),
                row.getString("commodity"),
                row.getString("title"),
                row.getString("definition"),
                row.getInteger("level"),
                row.getString("parent_code"),
                row.getString("release"),
                row.getString("source"),
                row.getString("state"),
                row.getString("successor_code"),
                path(row),
                row.getLong("children_count"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")));
    }

    private static List<PathStep> path(Row row) {
        var codes = row.getArrayOfStrings("path_codes");
        var titles = row.getArrayOfStrings("path_titles");
        var path = new ArrayList<PathStep>();
        for (var i = 0; i < codes.length; i++) {
            path.add(new PathStep(codes[i], titles[i]));
        }
        return path;
    }

    /** NB: the list has no versions; its tag is what it shows. */
    @Override
    public long version() {
        return 1;
    }
}
