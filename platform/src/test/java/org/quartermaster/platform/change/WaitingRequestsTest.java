package org.quartermaster.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.change.SharedCommits.Waiting;

class WaitingRequestsTest {
    private static final int MANY = 10;

    /** Requests are texts of one letter for each thing that they have for themselves. */
    private final WaitingRequests<String, Void> requests = new WaitingRequests<>(request -> Set.of(request.split("")));

    private void add(String... all) {
        for (var request : all) {
            requests.add(new Waiting<>(request, null, null));
        }
    }

    private List<String> take(boolean late, int most) {
        return requests.take(late, most).stream().map(Waiting::request).toList();
    }

    @Test
    void thoseThatComeMeanwhileGoTogether() {
        add("A");
        assertEquals(List.of("A"), take(false, MANY));

        add("B", "C");
        assertEquals(List.of(), take(false, MANY));

        assertFalse(requests.ended());
        assertEquals(List.of("B", "C"), take(false, MANY));
        assertTrue(requests.ended());
    }

    @Test
    void noMoreThanTheMostGoTogether() {
        add("A", "B", "C");

        assertEquals(List.of("A", "B"), take(false, 2));
        assertFalse(requests.ended());
        assertEquals(List.of("C"), take(false, 2));
    }

    @Test
    void thoseThatHaveWaitedTooLongGoBesideOthers() {
        add("A");
        take(false, MANY);
        add("B");

        assertEquals(List.of("B"), take(true, MANY));
    }

    @Test
    void twoThatWantTheSameDoNotGoTogetherButAtOnce() {
        add("AB", "BC", "D", "CE");

        assertEquals(List.of("AB", "D", "CE"), take(false, MANY));
        assertEquals(List.of("BC"), take(false, MANY));
    }

    @Test
    void notAllThatWantTheSameTakeAConnectionAtOnce() {
        add("A", "A", "A", "A", "A");

        for (var running = 0; running < 4; running++) {
            assertEquals(List.of("A"), take(true, MANY));
        }
        assertEquals(List.of(), take(true, MANY));
        requests.ended();
        assertEquals(List.of("A"), take(true, MANY));
    }
}
