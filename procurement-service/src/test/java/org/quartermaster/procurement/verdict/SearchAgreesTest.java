package org.quartermaster.procurement.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.text.SearchVector;

/** The search over HTTP finds the tenders that an alert with the same criteria would admit. */
@ProcurementTest
class SearchAgreesTest {
    private static final int TENDERS = 80;
    private static final int CRITERIA = 60;
    private static final List<String> SOURCES = List.of("base", "pcs", "manual");

    private final TestOrganization organization = TestOrganization.create();

    @Test
    void theSearchFindsWhatThePredicateAdmits() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var run = Ids.next("x") + "-";
        var source = new RandomTenders(random);
        var tenders = new ArrayList<TenderVersion>();
        for (var n = 0; n < TENDERS; n++) {
            tenders.add(source.next());
            insert(run, tenders.get(n));
        }
        var criteria = new RandomCriteria(random);
        var matches = 0;
        for (var n = 0; n < CRITERIA; n++) {
            var each = criteria.next();
            var found = find(run, each);
            matches += found.size();

            assertEquals(admitted(run, tenders, each), found, "seed " + seed + "\n" + each.toJson());
        }
        assertTrue(matches > 0, "seed " + seed);
    }

    private static TreeSet<String> admitted(String run, List<TenderVersion> tenders, Criteria criteria) {
        var predicate = Predicate.of(criteria);
        var now = Instant.now();
        return tenders.stream()
                .filter(tender -> predicate.admits(tender, now))
                .map(tender -> run + tender.tenderId() + explained(predicate, tender, now))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String explained(Predicate predicate, TenderVersion tender, Instant now) {
        return predicate.explain(tender, now).uncertain() ? " uncertain" : "";
    }

    /** Those of this run, on all pages. */
    private TreeSet<String> find(String run, Criteria criteria) {
        var found = new TreeSet<String>();
        String cursor = null;
        do {
            var body = "{\"criteria\": %s, \"limit\": 100%s}"
                    .formatted(ofRun(run, criteria), cursor == null ? "" : ", \"cursor\": \"" + cursor + "\"");
            var page = organization
                    .post("viewer", "/api/v1/tenders/search", body)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var ids = page.getList("items.tender_id", String.class);
            var uncertain = page.getList("items.uncertain", Boolean.class);
            for (var i = 0; i < ids.size(); i++) {
                found.add(ids.get(i) + (Boolean.TRUE.equals(uncertain.get(i)) ? " uncertain" : ""));
            }
            cursor = page.getString("next_cursor");
        } while (cursor != null);
        return found;
    }

    /** The same among the sources of this run alone, which spares it the pages of what other tests left. */
    private static ObjectNode ofRun(String run, Criteria criteria) {
        var json = criteria.toJson();
        var asked = criteria.sources().isEmpty() ? SOURCES : criteria.sources();
        var sources = json.putArray("sources");
        asked.forEach(source -> sources.add(source(run, source)));
        return json;
    }

    private static String source(String run, String source) {
        return run + source;
    }

    private static void insert(String run, TenderVersion version) {
        var source = source(run, version.sourceId());
        TestTender.addSource(source);
        var tender = TestTender.of(source, version.title());
        tender.id = run + version.tenderId();
        tender.description = version.description();
        tender.buyer = version.procuringEntity();
        tender.buyerId = version.buyerEntityId() == null ? null : entity(version.buyerEntityId());
        tender.winner = version.winner();
        tender.cpv = version.cpvCodes();
        tender.mainCpv = version.mainCpv();
        tender.estimated = version.estimated().amount();
        tender.estimatedCurrency = version.estimated().currency();
        tender.actual = version.actual().amount();
        tender.actualCurrency = version.actual().currency();
        tender.procedure = version.procedure() == null ? null : Words.of(version.procedure());
        tender.mainCategory = version.mainCategory() == null ? null : Words.of(version.mainCategory());
        tender.status = Words.of(version.status());
        tender.country = version.country();
        tender.language = version.language();
        tender.published = version.published();
        tender.closing = version.closing();
        tender.insert();
        version.supplierIds().stream().distinct().forEach(id -> TestTender.link(tender.id, entity(id), "supplier"));
        version.chunks().forEach(chunk -> insertChunk(tender.id, chunk));
    }

    private static UUID entity(UUID id) {
        return TestTender.entity(id, "Entity " + id);
    }

    private static void insertChunk(String tender, String chunk) {
        var document = Ids.uuid();
        TestTender.run(connection -> {
            Sql.update(
                    connection,
                    "insert into procurement.tender_documents (doc_id, tender_id) values (?, ?)",
                    document,
                    tender);
            Sql.update(
                    connection,
                    """
                    insert into procurement.embeddings (doc_id, tender_id, chunk_text, search, chunk_index, start_char,
                      end_char, vector)
                    values (?, ?, ?, cast(? as tsvector), 0, 0, ?, '{0}')
                    """,
                    document,
                    tender,
                    chunk,
                    SearchVector.ofChunk(chunk).literal(),
                    chunk.length());
        });
    }
}
