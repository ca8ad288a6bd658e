package org.quartermaster.catalog.search;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartermaster.catalog.search.SearchReads.Found;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * The search of products: one read for what is found by numbers and words, and two more where that is less than a page,
 * for words that may be typing errors.
 */
@ApplicationScoped
final class ProductSearch {
    private static final ProblemType MISMATCH = new ProblemType(422, "unit.mismatch");
    private static final int TYPOS = 5;

    private final SearchReads reads;

    @Inject
    ProductSearch(SearchReads reads) {
        this.reads = reads;
    }

    /** A search whose answer is put together when its page is there. */
    Run begin() {
        return new Run();
    }

    /** What the page shows beside the products. */
    private record Ended(Found found, String didYouMean) {}

    /** One search. */
    final class Run {
        private Caller caller;
        private SearchRequest request;
        private Ended ended;

        Uni<Slice<ProductHit>> find(Caller asking, Fields query) {
            caller = asking;
            request = SearchRequest.read(asking, query);
            var cursor = query.text("cursor", 0, 2_000).value();
            query.checkQuery();
            var place = SearchPlace.decode(cursor, request.identity());
            return (place == null ? first() : further(place))
                    .invoke(page -> ended = page)
                    .map(page -> slice(page.found()));
        }

        private Uni<Ended> first() {
            return search(request, null, Map.of()).chain(found -> {
                var words = request.words().mistypable();
                return found.hits().size() >= request.limit() || words.isEmpty()
                        ? Uni.createFrom().item(new Ended(found, null))
                        : reads.similar(caller, words).chain(similar -> widened(found, similar));
            });
        }

        private Uni<Ended> widened(Found found, SimilarWords similar) {
            var meant = similar.meant();
            var all = meant.isEmpty() ? Uni.createFrom().item(found) : search(request, null, meant);
            return all.chain(last -> last.answer().total() > 0
                    ? Uni.createFrom().item(new Ended(last, null))
                    : instead(similar).map(other -> new Ended(last, other.orElse(null))));
        }

        private Uni<Optional<String>> instead(SimilarWords similar) {
            var other = similar.instead(request.words().terms());
            if (other.isEmpty()) {
                return Uni.createFrom().item(other);
            }
            return search(request.reworded(other.get()), null, Map.of())
                    .map(found -> other.filter(text -> found.answer().total() > 0));
        }

        private Uni<Ended> further(SearchPlace place) {
            var words = request.words().mistypable();
            var meant = place.widest() < TYPOS || words.isEmpty()
                    ? Uni.createFrom().item(Map.<String, List<String>>of())
                    : reads.similar(caller, words).map(SimilarWords::meant);
            return meant.chain(known -> search(request, place, known)).map(found -> new Ended(found, null));
        }

        private Uni<Found> search(SearchRequest wanted, SearchPlace place, Map<String, List<String>> meant) {
            return reads.search(caller, wanted.asked(place, meant)).invoke(ProductSearch::requireMatchingUnits);
        }

        private Slice<ProductHit> slice(Found found) {
            var hasMore = found.hits().size() > request.limit();
            var items = hasMore ? found.hits().subList(0, request.limit()) : found.hits();
            var next = hasMore ? place(found, items.get(items.size() - 1)) : null;
            var answer = found.answer();
            return new Slice<>(items, answer.total(), answer.totalExact(), request.limit(), 0, next, null, List.of());
        }

        private String place(Found found, ProductHit last) {
            var match = last.match();
            return new SearchPlace(
                            match.tier(),
                            match.score(),
                            last.id(),
                            found.answer().widest())
                    .encode(request.identity());
        }

        /** The answer of the search. */
        ProductSearchPage page(Slice<ProductHit> slice) {
            return new ProductSearchPage(
                    slice.items(),
                    slice.limit(),
                    slice.next(),
                    slice.total(),
                    slice.totalExact(),
                    request.facets().isEmpty() ? null : ended.found().answer().facets(),
                    ended.didYouMean());
        }
    }

    private static void requireMatchingUnits(Found found) {
        var mismatched = found.answer().mismatched();
        if (mismatched != null) {
            throw Problem.invalid(
                    MISMATCH,
                    mismatched.stream()
                            .map(name -> new FieldError("feature", MISMATCH.code(), name))
                            .toList());
        }
    }
}
