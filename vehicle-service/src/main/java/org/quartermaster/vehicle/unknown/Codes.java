package org.quartermaster.vehicle.unknown;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.vehicle.feed.FeedWords;

/** The codes of a domain: our own, and those that data admins have made. Blocking. */
final class Codes {
    private static final String MADE = "select code from vehicle.taxonomy where domain = ?";
    private static final String ENTER = """
            insert into vehicle.taxonomy (domain, code, label_en, label_ar) values (?, ?, ?, ?)
            on conflict (domain, code) do nothing
            """;

    private Codes() {}

    static Set<String> of(Connection connection, Domain domain) throws SQLException {
        var codes = new HashSet<>(Sql.query(connection, MADE, row -> row.getString(1), Words.of(domain)));
        FeedWords.own().stream()
                .filter(own -> own.domain().equals(Words.of(domain)))
                .forEach(own -> codes.add(own.code()));
        return codes;
    }

    /** Sees to it that the code of a lesson is in the table; 422 for one that is neither known nor introduced. */
    static void enter(Connection connection, Lesson lesson) throws SQLException {
        var domain = Words.of(lesson.domain());
        var isKnown = of(connection, lesson.domain()).contains(lesson.code());
        if (!isKnown && (lesson.labelEn() == null || lesson.domain().isClosed())) {
            throw Problem.invalid("code", "unknown_code", lesson.code());
        }
        var own = FeedWords.own().stream()
                .filter(each -> each.domain().equals(domain) && each.code().equals(lesson.code()))
                .findFirst();
        Sql.update(
                connection,
                ENTER,
                domain,
                lesson.code(),
                own.map(FeedWords.Coded::labelEn).orElse(lesson.labelEn()),
                own.map(FeedWords.Coded::labelAr).orElse(lesson.labelAr()));
    }
}
