package org.quartermaster.vehicle.unknown;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.vehicle.feed.FeedWords;

/** Teaches what words of feeds mean: the next import knows it, and a job brings the stored lots up to date. */
@ApplicationScoped
class UnknownValues {
    private static final String TEACH = """
            insert into vehicle.taxonomy_alias (domain, raw_norm, code) values ($1, $2, $3)
            on conflict (domain, raw_norm) do update set code = excluded.code
            """;
    private static final String REGISTERED = "select raw_value from audit.unknown_values where domain = $1";
    private static final String MAP = """
            update audit.unknown_values set mapped_code = $1 where domain = $2 and raw_value = any ($3)
            """;

    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    UnknownValues(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    Uni<Answer> teach(UnitOfWork unit, Lesson lesson) {
        var domain = Words.of(lesson.domain());
        var word = FeedWords.normal(lesson.rawValue());
        var parameters = json.createObjectNode().put("domain", domain).put("word", word);
        return Codes.enter(unit, lesson)
                .chain(() -> unit.run(REGISTERED, domain))
                .chain(rows -> unit.runAll(List.of(
                        Query.of(TEACH, domain, word, lesson.code()),
                        Query.of(MAP, lesson.code(), domain, spellings(rows, word)))))
                .chain(() -> jobs.queue(unit, Recoding.NAME, parameters))
                .map(Jobs::accepted);
    }

    /** NB: compared as the reader does, which no function of the database can. */
    private static String[] spellings(RowSet<Row> rows, String word) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("raw_value"))
                .filter(value -> FeedWords.normal(value).equals(word))
                .toArray(String[]::new);
    }
}
