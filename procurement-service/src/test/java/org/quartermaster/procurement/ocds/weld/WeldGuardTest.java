package org.quartermaster.procurement.ocds.weld;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.weld.WeldGuard.Parting;

final class WeldGuardTest {
    private static Release release(int day, String members) {
        return TestReleases.release("r" + day, "2025-01-0" + day + "T00:00:00Z", "tender", members);
    }

    private static Set<String> keys(Release release) {
        return BuyerKeys.of(
                release.body(), name -> name.toLowerCase(Locale.ROOT).strip());
    }

    private static Parting part(List<Release> releases, List<Set<String>> joined) {
        return WeldGuard.part(releases, WeldGuardTest::keys, joined);
    }

    /** The ids of each group, and those that wait. */
    private static String told(Parting parting) {
        var groups =
                parting.groups().stream().map(group -> ids(group.releases())).toList();
        return groups + " " + ids(parting.unplaced());
    }

    private static List<String> ids(List<Release> releases) {
        return releases.stream().map(Release::id).toList();
    }

    @Test
    void aBuyerIsKnownByIdentifierIdAndNameButNotByALocalId() {
        var party = "'buyer':{'id':'ORG-12','name':'Town Hall'},"
                + "'parties':[{'id':'ORG-12','identifier':{'scheme':'MK','id':7}},{'id':'x','roles':['buyer']}]";

        assertThat(keys(release(1, party))).containsExactly("1:MK:7", "3:town hall");
        assertThat(keys(release(1, "'buyer':{'id':'MK-7'}"))).containsExactly("2:MK-7");
        assertThat(keys(release(1, "'parties':[{'id':'x9','roles':['buyer']}]")))
                .containsExactly("2:x9");
        assertThat(keys(release(1, "'tender':{'id':1}"))).isEmpty();
    }

    @Test
    void aChainOfSharedBuyersIsOneProcess() {
        var parting = part(
                List.of(
                        release(1, "'buyer':{'id':'A','name':'x'}"),
                        release(2, "'buyer':{'id':'B','name':'y'}"),
                        release(3, "'buyer':{'id':'B','name':'X'}")),
                List.of());

        assertThat(told(parting)).isEqualTo("[[r1, r2, r3]] []");
        assertThat(parting.groups().get(0).tenderId("x-1")).isEqualTo("x-1");
        assertThat(parting.isWelded()).isFalse();
    }

    @Test
    void buyersThatNothingConnectsArePartedAndReleasesWithoutBuyerWait() {
        var releases = List.of(release(2, "'buyer':{'id':'B'}"), release(1, "'buyer':{'id':'A'}"), release(3, "'x':1"));

        var parting = part(releases, List.of());

        assertThat(told(parting)).isEqualTo("[[r1], [r2]] [r3]");
        assertThat(parting.isWelded()).isTrue();
        assertThat(parting.groups()).extracting(group -> group.buyerKey()).containsExactly("", "2:B");
        assertThat(parting.groups().get(1).tenderId("x-1")).matches("x-1~[0-9a-f]{8}");
    }

    @Test
    void withOneGroupOrNoneAReleaseWithoutBuyerBelongsToIt() {
        assertThat(told(part(List.of(release(1, "'x':1"), release(2, "'buyer':{'id':'B'}")), List.of())))
                .isEqualTo("[[r1, r2]] []");
        assertThat(told(part(List.of(release(1, "'x':1"), release(2, "'x':2")), List.of())))
                .isEqualTo("[[r1, r2]] []");
        assertThat(told(part(List.of(), List.of()))).isEqualTo("[] []");
    }

    @Test
    void joinedBuyersAreOneProcess() {
        var releases = List.of(release(1, "'buyer':{'id':'A'}"), release(2, "'buyer':{'id':'B'}"));

        assertThat(told(part(releases, List.of(Set.of("2:A", "2:B"))))).isEqualTo("[[r1, r2]] []");
    }

    @Test
    void theOrderOfReleasesDoesNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var releases = new ArrayList<Release>();
            for (int day = 1; day < 9; day++) {
                var buyer = "'buyer':{'id':'B%d','name':'n%d'}".formatted(random.nextInt(5), random.nextInt(5));
                releases.add(release(day, random.nextInt(4) == 0 ? "'x':1" : buyer));
            }
            var expected = part(releases, List.of());
            Collections.shuffle(releases, random);

            assertThat(part(releases, List.of())).as("seed %s", seed).isEqualTo(expected);
        }
    }
}
