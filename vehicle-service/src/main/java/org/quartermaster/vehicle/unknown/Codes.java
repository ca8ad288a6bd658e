package org.quartermaster.vehicle.unknown;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.vehicle.feed.FeedWords;

/** The codes of a domain: our own, and those that data admins have made. */
final class Codes {
    private static final String MADE = "select code from vehicle.taxonomy where domain = ";
    private static final String ENTER = """
            insert into vehicle.taxonomy (domain, code, label_en, label_ar) values ($1, $2, $3, $4)
            on conflict (domain, code) do nothing
            """;

    private Codes() {}

    /** Blocking. */
    static Set<String> of(Connection connection, Domain domain) throws SQLException {
        var made = Sql.query(connection, MADE + "?", row -> row.getString(1), Words.of(domain));
        return withOwn(domain, made.stream());
    }

    private static Set<String> withOwn(Domain domain, Stream<String> made) {
        var own = FeedWords.own().stream()
                .filter(each -> each.domain().equals(Words.of(domain)))
                .map(FeedWords.Coded::code);
        return Stream.concat(made, own).collect(Collectors.toSet());
    }

    /** Sees to it that the code of a lesson is in the table; 422 for one that is neither known nor introduced. */
    static Uni<Void> enter(UnitOfWork unit, Lesson lesson) {
        var domain = Words.of(lesson.domain());
        var own = FeedWords.own().stream()
                .filter(each -> each.domain().equals(domain) && each.code().equals(lesson.code()))
                .findFirst();
        var labelEn = own.map(FeedWords.Coded::labelEn).orElse(lesson.labelEn());
        var labelAr = own.map(FeedWords.Coded::labelAr).orElse(lesson.labelAr());
        return unit.run(MADE + "$1", domain)
                .invoke(rows -> requireKnown(lesson, rows))
                .chain(() -> unit.run(ENTER, domain, lesson.code(), labelEn, labelAr))
                .replaceWithVoid();
    }

    private static void requireKnown(Lesson lesson, RowSet<Row> rows) {
        var made = StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("code"));
        var isKnown = withOwn(lesson.domain(), made).contains(lesson.code());
        if (!isKnown && (lesson.labelEn() == null || lesson.domain().isClosed())) {
            throw Problem.invalid("code", "unknown_code", lesson.code());
        }
    }
}
