package org.quartermaster.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.matching.Article.ArticleKey;
import org.quartermaster.catalog.matching.Article.Kind;
import org.quartermaster.catalog.matching.Article.Specification;
import org.quartermaster.catalog.matching.Match.Evidence;
import org.quartermaster.catalog.unit.Comparison.Outcome;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;

/** A line finds its product with reasons, and a wish that is not met stops the choice. */
class MatcherTest {
    private static final Measures MEASURES = new Measures(Units.standard());

    private final List<Article> articles = List.of(
            article(1, "GL-400-L", "Nitrile glove blue size L", "Size L"),
            article(2, "GL-400-XL", "Nitrile glove blue size XL", "Size XL"),
            article(3, "AG-125-9", "Angle grinder 125 mm 900 W", "Power 900 W"),
            article(4, "AG-125-14", "Angle grinder 125 mm 1400 W", "Power 1400 W"),
            article(5, "HE-100", "Safety helmet white", "EN 397"),
            article(6, "WS-4-50", "Wood screw countersunk 4 x 50 mm", ""),
            article(7, "TA-50", "Duct tape silver", ""));
    private final Matcher matcher = new Matcher(new ArticleIndex(articles), Units.standard());

    private static Article article(long id, String sku, String name, String specification) {
        return new Article(
                id,
                List.of(new ArticleKey(Kind.SKU, sku)),
                name,
                null,
                "Tarvo",
                null,
                null,
                specifications(specification));
    }

    private static List<Specification> specifications(String text) {
        var parts = text.split(" ", 2);
        return parts.length < 2 ? List.of() : List.of(new Specification(parts[0], parts[1]));
    }

    private static Wish wish(String text) {
        return new Wish(text, null, null, MEASURES.in(text), Set.of(), Set.of());
    }

    private static Decision decision(List<Match> matches) {
        return Decision.of(matches, 0.80, 0.35);
    }

    @ParameterizedTest
    @CsvSource({
        "gl 400 l, 1", "GL400XL gloves, 2", "glove nitrile XL, 2", "angle grinder 125 mm min. 1200 W, 4",
        "helmt white safety, 5", "woodscrews 4x50, 6", "silver tape, 7", "white helmet EN 397, 5"
    })
    void findsTheProductThatIsMeant(String text, long expected) {
        assertThat(matcher.match(wish(text)).get(0).productId()).isEqualTo(expected);
    }

    @Test
    void theExactArticleNumberIsCertain() {
        var matches = matcher.match(wish("art AG-125-9"));

        assertThat(matches.get(0).confidence()).isGreaterThanOrEqualTo(0.99);
        assertThat(matches.get(0).evidence()).contains(new Evidence("key", "AG-125-9", "sku", 1));
        assertThat(decision(matches)).isEqualTo(Decision.AUTO);
    }

    @Test
    void theNumberOfItsOwnCellIsFoundToo() {
        var wish = new Wish("grinder", null, "ag 125 14", List.of(), Set.of(), Set.of());

        assertThat(matcher.match(wish).get(0).confidence()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aNumberOfTwoProductsIsNoProof() {
        var twins = List.of(article(1, "X-100-A", "Left handle", ""), article(2, "x100a", "Right handle", ""));

        var matches = new Matcher(new ArticleIndex(twins), Units.standard()).match(wish("X-100-A"));

        assertThat(matches).hasSize(2).allSatisfy(match -> assertThat(match.confidence())
                .isLessThan(0.99));
    }

    @Test
    void aConstraintThatIsNotMetStopsTheChoice() {
        var matches = matcher.match(wish("AG-125-9 angle grinder 125 mm, min. 1200 W"));

        var exact = matches.stream()
                .filter(match -> match.productId() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(exact.isAgainst()).isTrue();
        assertThat(exact.confidence()).isLessThan(0.99);
        assertThat(exact.checks()).extracting(Match.Check::outcome).containsExactly(Outcome.MET, Outcome.NOT_MET);
        assertThat(decision(List.of(exact))).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void aWordWithATypingErrorIsEvidence() {
        var matches = matcher.match(wish("helmt white safety"));

        assertThat(matches.get(0).evidence()).anySatisfy(evidence -> {
            assertThat(evidence.kind()).isEqualTo("typo");
            assertThat(evidence.textSpan()).isEqualTo("helmt");
            assertThat(evidence.field()).isEqualTo("name");
            assertThat(evidence.effect()).isPositive();
        });
    }

    @Test
    void whatPeopleDecidedCounts() {
        var text = "the usual thing for hands";

        var learned = matcher.match(new Wish(text, null, null, List.of(), Set.of(2L), Set.of()));
        var refused = matcher.match(new Wish("safety helmet white", null, null, List.of(), Set.of(), Set.of(5L)));

        assertThat(learned.get(0).productId()).isEqualTo(2);
        assertThat(decision(learned)).isEqualTo(Decision.AUTO);
        assertThat(refused).noneMatch(match -> match.productId() == 5 && match.confidence() > 0.05);
    }

    @Test
    void nothingInCommonGivesNoMatch() {
        var matches = matcher.match(wish("quantum flux capacitor"));

        assertThat(matches).isEmpty();
        assertThat(decision(matches)).isEqualTo(Decision.NO_MATCH);
    }

    @Test
    void twoThatAreEquallyLikelyAreReviewed() {
        var first = new Match(1, 1, 0.9, 0.90, List.of(), List.of());
        var second = new Match(2, 2, 0.9, 0.87, List.of(), List.of());

        assertThat(decision(List.of(first, second))).isEqualTo(Decision.REVIEW);
        assertThat(decision(List.of(first))).isEqualTo(Decision.AUTO);
    }

    @Test
    void theSameLineGivesTheSameAnswerWhateverTheOrderOfArticles() {
        var turned = new ArrayList<>(articles);
        Collections.reverse(turned);
        var other = new Matcher(new ArticleIndex(turned), Units.standard());

        for (var text : List.of("nitrile glove", "angle grinder 125 mm", "tape", "white helmet EN 397")) {
            assertThat(other.match(wish(text))).isEqualTo(matcher.match(wish(text)));
        }
    }

    @Test
    void atMostFiveAreOfferedAndRanked() {
        var matches = matcher.match(wish("nitrile glove angle grinder safety helmet wood screw duct tape"));

        assertThat(matches).extracting(Match::rank).containsExactly(1, 2, 3, 4, 5);
    }
}
