package org.quartermaster.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Tenders, passages, alerts and people in numbers that requests would take hours to make, written in bulk as superuser:
 * all that the measured paths read.
 */
final class TenderMass {
    static final String SOURCE = "bench";

    private final Stand stand;

    TenderMass(Stand stand) {
        this.stand = stand;
    }

    /** The organization of the tokens, its thousand users, and the source of the tenders. */
    void organization(String passwordHash) throws SQLException, IOException {
        execute(sql("organization.sql").formatted(Stand.TENANT, passwordHash, SOURCE));
    }

    /** So many tenders in the place of those that are there. */
    void tenders(int count) throws SQLException, IOException {
        var begin = System.nanoTime();
        execute("truncate procurement.tenders, procurement.tender_changes cascade", "select setseed(0.5)");
        Filling.of(
                stand,
                "procurement.tenders",
                sql("tenders.sql")
                        .formatted(count, Vocabulary.sql(), Vocabulary.sqlText(6), Vocabulary.sqlText(40), SOURCE));
        execute("vacuum (freeze, analyze) procurement.tenders", "checkpoint");
        System.out.println("  " + count + " tenders written in " + Report.number(Imports.since(begin)) + " s");
    }

    /** A change of each of the tenders, in the feed of the last days. */
    void changes() throws SQLException, IOException {
        execute(sql("changes.sql"), "vacuum (freeze, analyze) procurement.tender_changes");
    }

    /** So many passages of tenders, each of 500 words. */
    void passages(int count) throws SQLException, IOException {
        Filling.of(
                stand,
                "procurement.embeddings",
                sql("passages.sql").formatted(count, Vocabulary.sql(), Vocabulary.sqlText(500)));
        execute("vacuum (freeze, analyze) procurement.embeddings");
    }

    /** So many users, each with five notices that wait for the daily digest. */
    void notices(int users) throws SQLException, IOException {
        execute(sql("notices.sql").formatted(Stand.TENANT, users));
        execute("vacuum (analyze)");
    }

    void execute(String... statements) throws SQLException {
        stand.execute(statements);
    }

    /** The one number that a query gives. */
    double number(String sql) throws SQLException {
        return Double.parseDouble(Ask.text(stand, stand.name, sql));
    }

    static String sql(String file) throws IOException {
        try (InputStream in = TenderMass.class.getResourceAsStream("/sql/tenders/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
