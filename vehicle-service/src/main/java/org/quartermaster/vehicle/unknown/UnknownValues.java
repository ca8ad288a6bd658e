package org.quartermaster.vehicle.unknown;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.feed.FeedWords;

/** Teaches what words of feeds mean: the next import knows it, and a job brings the stored lots up to date. */
@ApplicationScoped
class UnknownValues {
    private static final String TEACH = """
            insert into vehicle.taxonomy_alias (domain, raw_norm, code) values (?, ?, ?)
            on conflict (domain, raw_norm) do update set code = excluded.code
            """;
    private static final String REGISTERED = "select raw_value from audit.unknown_values where domain = ?";
    private static final String MAP = """
            update audit.unknown_values set mapped_code = ? where domain = ? and raw_value = any (?)
            """;

    private final SystemWrites writes;
    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    UnknownValues(SystemWrites writes, Jobs jobs, ObjectMapper json) {
        this.writes = writes;
        this.jobs = jobs;
        this.json = json;
    }

    /** The number of the job; blocking. */
    String teach(Caller caller, Lesson lesson) throws SQLException {
        var id = Ids.next("job");
        var domain = Words.of(lesson.domain());
        var word = FeedWords.normal(lesson.rawValue());
        writes.write(caller, unit -> {
            var connection = unit.connection();
            Codes.enter(connection, lesson);
            Sql.update(connection, TEACH, domain, word, lesson.code());
            Sql.update(connection, MAP, lesson.code(), domain, registered(connection, domain, word));
            var parameters = json.createObjectNode().put("domain", domain).put("word", word);
            jobs.queue(connection, caller, id, Recoding.NAME, parameters);
            return null;
        });
        jobs.ring();
        return id;
    }

    /** NB: compared as the reader does, which no function of the database can. */
    private static String[] registered(Connection connection, String domain, String word) throws SQLException {
        return Sql.query(connection, REGISTERED, row -> row.getString(1), domain).stream()
                .filter(value -> FeedWords.normal(value).equals(word))
                .toArray(String[]::new);
    }
}
