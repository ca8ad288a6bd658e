package org.quartermaster.procurement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.SearchVector;

/** A row of a tender, as an import would write it; what is not said is unknown. */
public final class TestTender {
    private static final String INSERT = """
            insert into procurement.tenders (tender_id, ocid, source_id, source_reference, title, description, category,
              main_category, procuring_entity, buyer_entity_id, procedure, status, publication_date, closing_date,
              estimated_value, estimated_currency, actual_value, actual_currency, cpv_code, cpv_codes, cpv_prefixes,
              cpv_main_prefixes, winner, documents_count, language, country, search, deleted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as tsvector), ?)
            """;

    public String id = Ids.next("tender");
    public String source;
    public String reference;
    public String title = "A tender";
    public String description;
    public String category;
    public String mainCategory;
    public String buyer;
    public UUID buyerId;
    public String procedure;
    public String status = "open";
    public Instant published;
    public Instant closing;
    public BigDecimal estimated;
    public String estimatedCurrency;
    public BigDecimal actual;
    public String actualCurrency;
    public String mainCpv;
    public List<String> cpv = List.of();
    public String winner;
    public int documents;
    public String language = "und";
    public String country;
    public Instant deleted;

    private TestTender(String source) {
        this.source = source;
    }

    /** A source that no other test has tenders of. */
    public static String newSource() {
        var source = "s" + Ids.uuid().toString().replace("-", "");
        addSource(source);
        return source;
    }

    public static void addSource(String source) {
        run(connection -> Sql.update(
                connection,
                "insert into procurement.ocds_sources (source_id, name, publisher) values (?, ?, '{}') on conflict do nothing",
                source,
                source));
    }

    /** A new entity. */
    public static UUID entity(String name) {
        return entity(Ids.uuid(), name);
    }

    public static UUID entity(UUID id, String name) {
        run(connection -> Sql.update(connection, """
                insert into procurement.entities (entity_id, name, name_folded, roles) values (?, ?, ?, '{buyer}')
                on conflict do nothing
                """, id, name, Folding.key(name)));
        return id;
    }

    public static TestTender of(String source, String title) {
        var tender = new TestTender(source);
        tender.title = title;
        return tender;
    }

    public TestTender published(String time) {
        published = Instant.parse(time);
        return this;
    }

    public TestTender closing(Instant time) {
        closing = time;
        return this;
    }

    public TestTender value(String amount, String currency) {
        estimated = new BigDecimal(amount);
        estimatedCurrency = currency;
        return this;
    }

    public TestTender cpv(String... codes) {
        mainCpv = codes[0];
        cpv = List.of(codes);
        return this;
    }

    public TestTender buyer(String name) {
        buyer = name;
        return this;
    }

    public TestTender status(String word) {
        status = word;
        return this;
    }

    public String insert() {
        run(this::insert);
        return id;
    }

    /** Links an entity to the tender. */
    public static void link(String tender, UUID entity, String type) {
        run(connection -> Sql.update(
                connection,
                "insert into procurement.tender_entity_link (tender_id, entity_id, entity_type) values (?, ?, ?)",
                tender,
                entity,
                type));
    }

    private void insert(Connection connection) throws SQLException {
        var main = mainCpv == null ? List.<String>of() : Cpv.prefixes(List.of(mainCpv));
        Sql.update(
                connection,
                INSERT,
                id,
                id,
                source,
                reference,
                title,
                description,
                category,
                mainCategory,
                buyer,
                buyerId,
                procedure,
                status,
                Columns.time(published),
                Columns.time(closing),
                estimated,
                estimatedCurrency,
                actual,
                actualCurrency,
                mainCpv,
                cpv.toArray(String[]::new),
                Cpv.prefixes(cpv).toArray(String[]::new),
                main.toArray(String[]::new),
                winner,
                documents,
                language,
                country,
                SearchVector.of(title, description, buyer, winner).literal(),
                Columns.time(deleted));
    }

    /** Work on the service's database. */
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** Does it as the role that may write global rows. */
    public static void run(Work work) {
        try (var connection = ProcurementDatabase.system()) {
            work.run(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
