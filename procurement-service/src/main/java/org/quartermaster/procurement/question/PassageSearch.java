package org.quartermaster.procurement.question;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.text.Part;
import org.quartermaster.procurement.text.Term;
import org.quartermaster.procurement.vector.EmbeddingProvider;

/**
 * Finds passages by the rarity of the words that they share with what is asked, and by the cosine of the best of those;
 * the two orders are joined by reciprocal rank (Cormack and others, 2009).
 */
@ApplicationScoped
class PassageSearch {
    /** Passages of one tender, unless one alone is asked about. */
    private static final int MOST_OF_TENDER = 3;

    private static final String COUNT = """
            select (select count(*) from (
                select from procurement.embeddings e where e.search @@ cast(w.query as tsquery) limit %d) counted)
            from unnest($1::text[]) with ordinality as w (query, n) order by w.n
            """.formatted(AskedWord.COUNTED + 1);

    /**
     * NB: each word's passages come from the index alone; weighing a passage by its search vector would unpack it. In
     * {@code || '{}'} the vector is unpacked once, not for each of its numbers; pgvector's type casts to the same.
     */
    private static final String SEARCH = """
            with scored as materialized (
              select f.embed_id, sum(w.weight) as score
              from unnest($1::text[], $2::float8[]) as w (query, weight)
              cross join lateral (
                select e.embed_id from procurement.embeddings e
                join procurement.tenders t on t.tender_id = e.tender_id
                where e.search @@ cast(w.query as tsquery) and %s
                limit 2000
              ) f
              group by f.embed_id order by score desc, f.embed_id limit 2000
            ), near as materialized (
              select s.embed_id, s.score, c.similarity
              from scored s join procurement.embeddings e on e.embed_id = s.embed_id
              cross join lateral (select cast(e.vector as real[]) || '{}' as numbers offset 0) v
              cross join lateral (
                select case when e.model = $3 then sum(v.numbers[q.place] * q.number) end as similarity
                from unnest($4::int[], $5::float8[]) as q (place, number)
              ) c
            ), ranked as (
              select embed_id, similarity, row_number() over (order by score desc, embed_id) as by_words,
                row_number() over (order by similarity desc nulls last, embed_id) as by_meaning
              from near
            )
            select e.tender_id, e.doc_id, e.chunk_index, e.chunk_text, e.start_char, e.end_char, r.similarity
            from ranked r join procurement.embeddings e on e.embed_id = r.embed_id
            where r.by_words <= 50 or r.by_meaning <= 50
            order by case when r.by_words <= 50 then 1.0 / (60 + r.by_words) else 0 end
              + case when r.by_meaning <= 50 then 1.0 / (60 + r.by_meaning) else 0 end desc, e.embed_id
            """;

    private final TenantDatabase database;
    private final EmbeddingProvider embeddings;

    @Inject
    PassageSearch(TenantDatabase database, EmbeddingProvider embeddings) {
        this.database = database;
        this.embeddings = embeddings;
    }

    /** What was found for the words of a question, the best first. */
    record Result(List<AskedWord> words, List<Found> found) {}

    Uni<Result> find(Caller caller, String question, Scope scope, int most) {
        var terms = AskedWord.terms(question);
        if (terms.isEmpty()) {
            return Uni.createFrom().item(new Result(List.of(), List.of()));
        }
        return embeddings.embed(List.of(question)).chain(vectors -> weigh(caller, terms)
                .chain(words -> search(caller, words, vectors.get(0), scope)
                        .map(found -> new Result(words, chosen(found, scope, most)))));
    }

    private Uni<List<AskedWord>> weigh(Caller caller, List<Term> terms) {
        return database.read(caller, COUNT, (Object)
                        terms.stream().map(PassageSearch::query).toArray(String[]::new))
                .map(rows -> {
                    var words = new ArrayList<AskedWord>();
                    rows.forEach(row -> words.add(AskedWord.of(terms.get(words.size()), row.getLong(0))));
                    return words;
                });
    }

    private static String query(Term term) {
        return term.tsquery(EnumSet.allOf(Part.class));
    }

    private Uni<List<Found>> search(Caller caller, List<AskedWord> words, float[] vector, Scope scope) {
        var queries = queries(words, scope);
        var places = new ArrayList<Integer>();
        var numbers = new ArrayList<Double>();
        for (var i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                places.add(i + 1);
                numbers.add((double) vector[i]);
            }
        }
        var parameters = new ArrayList<Object>();
        parameters.add(queries.stream().map(Weighed::query).toArray(String[]::new));
        parameters.add(queries.stream().map(Weighed::weight).toArray(Double[]::new));
        parameters.add(embeddings.model());
        parameters.add(places.toArray(Integer[]::new));
        parameters.add(numbers.toArray(Double[]::new));
        var sql = SEARCH.formatted(scope.conditions(Instant.now(), parameters));
        return database.readAll(caller, List.of(Query.of(sql, parameters.toArray())))
                .map(results -> StreamSupport.stream(results.get(0).spliterator(), false)
                        .map((Row row) -> Found.of(row))
                        .toList());
    }

    private record Weighed(String query, double weight) {}

    /**
     * What is looked for. A word that stands in very many passages tells little and costs much: where nothing narrows
     * the tenders down it counts only beside its like, all of which a passage must then have.
     */
    private static List<Weighed> queries(List<AskedWord> words, Scope scope) {
        var common = words.stream().filter(word -> word.isCommon()).toList();
        var all = words.stream()
                .filter(word -> !scope.isAll() || !word.isCommon())
                .map(word -> new Weighed(query(word.term()), word.weight()))
                .toList();
        if (!all.isEmpty()) {
            return all;
        }
        var queries = new ArrayList<Weighed>();
        var together = String.join(
                " & ",
                common.stream().map(word -> "(" + query(word.term()) + ")").toList());
        queries.add(new Weighed(
                together, common.stream().mapToDouble(AskedWord::weight).sum()));
        common.forEach(word -> queries.add(new Weighed(query(word.term()), word.weight())));
        return queries;
    }

    /** The same text once, and not all of one tender. */
    private static List<Found> chosen(List<Found> found, Scope scope, int most) {
        var texts = new HashSet<String>();
        var ofTender = new HashMap<String, Integer>();
        var chosen = new ArrayList<Found>();
        for (var each : found) {
            var isFull = !scope.isOneTender() && ofTender.getOrDefault(each.tenderId(), 0) == MOST_OF_TENDER;
            if (chosen.size() < most && !isFull && texts.add(each.text())) {
                chosen.add(each);
                ofTender.merge(each.tenderId(), 1, Integer::sum);
            }
        }
        return chosen;
    }
}
