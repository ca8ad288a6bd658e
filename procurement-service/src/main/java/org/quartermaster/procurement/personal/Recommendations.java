package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.Part;
import org.quartermaster.procurement.text.Term;

/**
 * Ranks open tenders by what a user likes: half of the score is for his CPV codes (three tenths for no more than their
 * division), three tenths for his buyers, two tenths for his words. Who likes nothing gets what closes first.
 */
@ApplicationScoped
class Recommendations {
    private static final int DIVISION = 2;
    private static final String OPEN = """
            t.deleted_at is null and t.status = 'open' and (t.closing_date is null or t.closing_date >= now())
              and not coalesce(t.search @@ $5::text::tsquery, false)""";

    /** NB: which words were met is asked of the few that are shown alone. */
    private static final String SQL = """
            with ranked as (
              select t.tender_id,
                case when t.cpv_prefixes && $1 then 0.5 when t.cpv_prefixes && $2 then 0.3 else 0 end
                  + case when t.buyer_entity_id = any ($3) then 0.3 else 0 end
                  + case when t.search @@ $4::text::tsquery then 0.2 else 0 end as score
              from procurement.tenders t
              where %s and ($8 or t.cpv_prefixes && $2 or t.buyer_entity_id = any ($3) or t.search @@ $4::text::tsquery)
              order by score desc, t.closing_date, t.tender_id limit $9
            )
            select t.tender_id, t.title, t.procuring_entity, t.cpv_code, t.estimated_value, t.estimated_currency,
              t.publication_date, t.closing_date, r.score,
              array(select c from unnest($1) c where c = any (t.cpv_prefixes)) as codes,
              array(select d from unnest($2) d where d = any (t.cpv_prefixes)) as divisions,
              coalesce(t.buyer_entity_id = any ($3), false) as by_buyer,
              coalesce(t.procuring_entity, t.buyer_entity_id::text) as buyer,
              array(select w.word from unnest($6::text[], $7::text[]) as w (word, query) where t.search @@ w.query::tsquery) as words
            from ranked r join procurement.tenders t using (tender_id)
            order by r.score desc, t.closing_date, t.tender_id
            """.formatted(OPEN);

    private final TenantDatabase database;

    @Inject
    Recommendations(TenantDatabase database) {
        this.database = database;
    }

    /** What is looked for; null for no words. */
    private record Wish(List<String> codes, List<String> divisions, UUID[] buyers, List<Term> words, List<Term> none) {
        static Wish of(Favourites favourites) {
            var codes = favourites.favoriteCpvCodes().stream()
                    .flatMap(code -> Cpv.parse(code).stream())
                    .map(Cpv::prefix)
                    .distinct()
                    .toList();
            var divisions = codes.stream()
                    .map(code -> code.substring(0, DIVISION))
                    .distinct()
                    .toList();
            var buyers =
                    favourites.favoriteEntities().stream().map(UUID::fromString).toArray(UUID[]::new);
            var words = new ArrayList<Term>();
            var none = new ArrayList<Term>();
            for (var word : favourites.favoriteCategories()) {
                var isExcluded = word.startsWith("-");
                Term.parse(isExcluded ? word.substring(1) : word).ifPresent(isExcluded ? none::add : words::add);
            }
            return new Wish(codes, divisions, buyers, words, none);
        }

        boolean isEmpty() {
            return codes.isEmpty() && buyers.length == 0 && words.isEmpty();
        }
    }

    Uni<List<RecommendationView>> find(Caller caller, Favourites favourites, int limit) {
        var wish = Wish.of(favourites);
        return database.read(
                        caller,
                        SQL,
                        array(wish.codes()),
                        array(wish.divisions()),
                        wish.buyers(),
                        anyOf(wish.words()),
                        anyOf(wish.none()),
                        array(wish.words().stream().map(Term::text).toList()),
                        array(wish.words().stream()
                                .map(term -> anyOf(List.of(term)))
                                .toList()),
                        wish.isEmpty(),
                        limit)
                .map(Recommendations::views);
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static String anyOf(List<Term> terms) {
        return terms.isEmpty() ? null : Term.anyOf(terms, EnumSet.allOf(Part.class));
    }

    private static List<RecommendationView> views(RowSet<Row> rows) {
        var views = new ArrayList<RecommendationView>();
        rows.forEach(row -> views.add(RecommendationView.of(row)));
        return views;
    }
}
