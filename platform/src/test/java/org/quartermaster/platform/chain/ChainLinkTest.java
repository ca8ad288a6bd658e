package org.quartermaster.platform.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain shows any single change of it. */
class ChainLinkTest {
    private static final int LENGTH = 20;

    private static List<ChainLink> chain(Random random) {
        var chain = new ArrayList<ChainLink>();
        var last = ChainLink.origin();
        for (var i = 0; i < LENGTH; i++) {
            last = last.next("{\"b\": %d, \"a\": {\"x\": [%s, null]}, \"é\": \"%x\"}"
                    .formatted(random.nextInt(10), random.nextBoolean(), random.nextLong()));
            chain.add(last);
        }
        return chain;
    }

    /** Seq of the first link that does not follow the one before; 0 where all do. */
    private static long firstBad(List<ChainLink> chain) {
        var last = ChainLink.origin();
        for (var link : chain) {
            if (!link.follows(last)) {
                return last.seq() + 1;
            }
            last = link;
        }
        return 0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void namesTheFirstPlaceOfAnySingleChange(long seed) {
        var random = new Random(seed);
        var chain = chain(random);
        var place = random.nextInt(LENGTH - 1);
        assertThat(firstBad(chain)).isZero();

        var link = chain.get(place);
        var changed = new ChainLink(
                link.seq(), link.prevHash(), link.hash(), link.content().replace("\"x\"", "\"y\""));
        var emptied = new ChainLink(link.seq(), link.prevHash(), link.hash(), null);
        var other = chain.get(place + 1);
        var moved = new ChainLink(link.seq(), link.prevHash(), link.hash(), other.content());
        List<UnaryOperator<List<ChainLink>>> changes = List.of(
                copy -> with(copy, place, changed),
                copy -> with(copy, place, emptied),
                copy -> with(copy, place, moved),
                copy -> without(copy, place),
                copy -> with(copy, place, other));

        for (var change : changes) {
            assertThat(firstBad(change.apply(new ArrayList<>(chain)))).isEqualTo(place + 1);
        }
    }

    private static List<ChainLink> with(List<ChainLink> chain, int place, ChainLink link) {
        chain.set(place, link);
        return chain;
    }

    private static List<ChainLink> without(List<ChainLink> chain, int place) {
        chain.remove(place);
        return chain;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1.50,\"b\":\"x\"}", "{ \"b\" : \"x\", \"a\" : 1.5 }"})
    void isTheSameForOneValueHoweverItIsWritten(String row) {
        var link = ChainLink.origin().next("{\"b\":\"x\",\"a\":1.5}");

        assertThat(ChainLink.origin().next(row).hash()).isEqualTo(link.hash());
    }
}
