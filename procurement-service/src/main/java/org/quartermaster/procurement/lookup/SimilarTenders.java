package org.quartermaster.procurement.lookup;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.tender.TenderSql;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.Part;
import org.quartermaster.procurement.text.Term;
import org.quartermaster.procurement.text.Word;

/** Finds tenders like one, by their codes, their buyer and the words of their titles. */
@ApplicationScoped
class SimilarTenders {
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_WORD = 4;

    private static final String TENDER = """
            select title, cpv_prefixes, buyer_entity_id from procurement.tenders where tender_id = $1 and deleted_at is null
            """;

    /** NB: what is alike in one way is looked up by its index, some hundred of each, and ranked by all ways. */
    private static final String LIKE_IT = """
            with alike as (
              (select t.tender_id from procurement.tenders t
                where t.cpv_prefixes && cast($2 as text[]) and t.deleted_at is null limit 500)
              union (select t.tender_id from procurement.tenders t
                where t.buyer_entity_id = $3 and t.deleted_at is null limit 200)
              union (select t.tender_id from procurement.tenders t
                where t.search @@ cast(cast($4 as text) as tsquery) and t.deleted_at is null limit 500)
            ), ranked as (
              select t.tender_id,
                (select max(length(p)) from unnest(t.cpv_prefixes) p where p = any (cast($2 as text[]))) as digits,
                t.buyer_entity_id is not distinct from $3 and t.buyer_entity_id is not null as same_buyer,
                ts_rank(t.search, cast(cast($4 as text) as tsquery), 1) as rank
              from alike a join procurement.tenders t on t.tender_id = a.tender_id
              where t.tender_id <> $1
            )
            select t.tender_id, t.title, t.procuring_entity, t.closing_date, t.publication_date, %s as status,
              r.digits, r.same_buyer, (select max(p) from unnest(t.cpv_prefixes) p
                where length(p) = r.digits and p = any (cast($2 as text[]))) as prefix,
              cast(coalesce(r.digits, 0) / 16.0 + case when r.same_buyer then 0.2 else 0 end
                + 0.3 * least(1, r.rank * 4) as double precision) as score
            from ranked r join procurement.tenders t on t.tender_id = r.tender_id
            order by score desc, t.publication_date desc nulls last, t.tender_id limit $5
            """.formatted(TenderSql.STATUS);

    private final TenantDatabase database;

    @Inject
    SimilarTenders(TenantDatabase database) {
        this.database = database;
    }

    /** A way in which two tenders are alike. */
    enum Likeness {
        CPV,
        BUYER,
        TITLE
    }

    /** Why a tender is like another. */
    @Schema(name = "SimilarityReason")
    record Reason(Likeness reason, String value) {}

    /**
     * A tender like another.
     *
     * @param score from 0 to 1
     */
    @Schema(name = "SimilarTender")
    record SimilarTender(
            String tenderId,
            String title,
            String procuringEntity,
            String status,
            Instant publicationDate,
            Instant closingDate,
            BigDecimal score,
            List<Reason> reasons) {}

    /** The most alike first. */
    @Schema(name = "SimilarTenders")
    record SimilarPage(List<SimilarTender> items) {}

    Uni<SimilarPage> find(Caller caller, String tender, int limit) {
        return database.read(caller, TENDER, tender)
                .map(ProblemType.NOT_FOUND::require)
                .chain(row -> find(caller, tender, row, limit));
    }

    private Uni<SimilarPage> find(Caller caller, String tender, Row row, int limit) {
        var words = words(row.getString("title"));
        var terms = words.stream()
                .limit(MOST_WORDS)
                .flatMap(word -> Term.parse("=" + word).stream())
                .toList();
        var query = terms.isEmpty() ? "" : Term.anyOf(terms, EnumSet.of(Part.TITLE));
        UUID buyer = row.getUUID("buyer_entity_id");
        return database.read(
                        caller, LIKE_IT, tender, classes(row.getArrayOfStrings("cpv_prefixes")), buyer, query, limit)
                .map(found -> new SimilarPage(StreamSupport.stream(found.spliterator(), false)
                        .map(each -> similar(each, words))
                        .toList()));
    }

    /** Of the codes all beginnings from the group on; what shares a division alone is not alike. */
    private static String[] classes(String[] prefixes) {
        return Arrays.stream(prefixes).filter(prefix -> prefix.length() > 2).toArray(String[]::new);
    }

    private static Set<String> words(String title) {
        var words = new LinkedHashSet<String>();
        for (var word : Folding.words(title)) {
            if (word.bare().length() >= SHORTEST_WORD) {
                words.add(word.bare());
            }
        }
        return words;
    }

    private static SimilarTender similar(Row row, Set<String> words) {
        var reasons = new ArrayList<Reason>();
        if (row.getString("prefix") != null) {
            reasons.add(new Reason(Likeness.CPV, row.getString("prefix")));
        }
        if (row.getBoolean("same_buyer")) {
            reasons.add(new Reason(Likeness.BUYER, row.getString("procuring_entity")));
        }
        Folding.words(row.getString("title")).stream()
                .map(Word::bare)
                .filter(words::contains)
                .distinct()
                .forEach(word -> reasons.add(new Reason(Likeness.TITLE, word)));
        return new SimilarTender(
                row.getString("tender_id"),
                row.getString("title"),
                row.getString("procuring_entity"),
                row.getString("status"),
                Columns.instant(row.getOffsetDateTime("publication_date")),
                Columns.instant(row.getOffsetDateTime("closing_date")),
                BigDecimal.valueOf(row.getDouble("score")).min(BigDecimal.ONE).setScale(3, RoundingMode.HALF_UP),
                reasons);
    }
}
