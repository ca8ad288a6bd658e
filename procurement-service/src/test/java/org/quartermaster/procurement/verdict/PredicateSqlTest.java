package org.quartermaster.procurement.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.ScratchDatabase;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.SearchVector;
import org.quartermaster.procurement.verdict.TenderVersion.Money;

/** The conditions of SQL find the tenders that the predicate admits. */
class PredicateSqlTest {
    private static ScratchDatabase server;
    private static Connection database;

    /** Those columns that conditions read. */
    private static final String TABLES = """
            create schema if not exists procurement;
            create table procurement.tenders (
                tender_id text primary key, search tsvector, cpv_prefixes text[] not null,
                cpv_main_prefixes text[] not null, procuring_entity text, buyer_entity_id uuid, winner text,
                estimated_value numeric(24, 4), estimated_currency char(3), actual_value numeric(24, 4),
                actual_currency char(3), procedure text, main_category text, status text not null, country char(2),
                language varchar(10) not null, source_id text not null, publication_date timestamptz,
                closing_date timestamptz
            );
            create table procurement.tender_entity_link (tender_id text, entity_id uuid, entity_type varchar(50));
            create table procurement.tender_documents (doc_id uuid, tender_id text);
            create table procurement.embeddings (doc_id uuid, search tsvector);
            """;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = ScratchDatabase.start("procurement");
        database = server.connectAsSuperuser();
        try (var statement = database.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        database.close();
        server.close();
    }

    @Test
    void theConditionsFindWhatThePredicateAdmits() throws SQLException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var tenders = new RandomTenders(random);
        var criteria = new RandomCriteria(random);
        var subjects = new ArrayList<Subject>();
        for (var n = 0; n < 300; n++) {
            subjects.add(Subject.of(tenders.next(), RandomTenders.NOW));
            insert(subjects.get(n));
        }
        var matches = 0;
        for (var n = 0; n < 1_500; n++) {
            var each = criteria.next();
            var predicate = Predicate.of(each);
            var expected = subjects.stream()
                    .filter(predicate::admits)
                    .map(subject -> subject.tender().tenderId())
                    .collect(Collectors.toCollection(TreeSet::new));
            matches += expected.size();

            assertEquals(expected, find(predicate), "seed " + seed + "\n" + each.toJson());
        }
        assertTrue(matches > 10_000, "seed " + seed);
    }

    private static TreeSet<String> find(Predicate predicate) throws SQLException {
        var parts = predicate.conditions(RandomTenders.NOW);
        var where = parts.stream().map(Part::condition).collect(Collectors.joining(" and "));
        var values = new ArrayList<Object>();
        for (var part : parts) {
            for (var value : part.values()) {
                values.add(parameter(value));
            }
        }
        return new TreeSet<>(Sql.query(
                database,
                "select t.tender_id from procurement.tenders t where " + where,
                row -> row.getString(1),
                values.toArray()));
    }

    private static Object parameter(Object value) throws SQLException {
        if (value instanceof String[] texts) {
            return database.createArrayOf("text", texts);
        }
        return value instanceof UUID[] ids ? database.createArrayOf("uuid", ids) : value;
    }

    private static void insert(Subject subject) throws SQLException {
        var tender = subject.tender();
        Sql.update(
                database,
                """
                insert into procurement.tenders values (
                    ?, cast(? as tsvector), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                tender.tenderId(),
                subject.vector().literal(),
                texts(Cpv.prefixes(tender.cpvCodes())),
                texts(List.copyOf(subject.mainPrefixes())),
                tender.procuringEntity(),
                tender.buyerEntityId(),
                tender.winner(),
                amount(tender.estimated()),
                tender.estimated().currency(),
                amount(tender.actual()),
                tender.actual().currency(),
                word(tender.procedure()),
                word(tender.mainCategory()),
                word(tender.status()),
                tender.country(),
                tender.language(),
                tender.sourceId(),
                Columns.time(tender.published()),
                Columns.time(tender.closing()));
        for (var supplier : tender.supplierIds()) {
            Sql.update(
                    database,
                    "insert into procurement.tender_entity_link values (?, ?, 'supplier')",
                    tender.tenderId(),
                    supplier);
        }
        var document = UUID.randomUUID();
        Sql.update(database, "insert into procurement.tender_documents values (?, ?)", document, tender.tenderId());
        for (var chunk : tender.chunks()) {
            Sql.update(
                    database,
                    "insert into procurement.embeddings values (?, cast(? as tsvector))",
                    document,
                    SearchVector.ofChunk(chunk).literal());
        }
    }

    private static Object texts(List<String> values) throws SQLException {
        return database.createArrayOf("text", values.toArray());
    }

    private static BigDecimal amount(Money money) {
        return money.amount();
    }

    private static String word(Enum<?> constant) {
        return constant == null ? null : Words.of(constant);
    }
}
