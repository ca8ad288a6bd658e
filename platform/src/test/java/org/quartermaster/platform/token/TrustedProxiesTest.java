package org.quartermaster.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address a request is said to come from. */
class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.0.0.0/8", " fd00::/8", "192.0.2.1", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5 | 198.51.100.7               | 203.0.113.5",
                "10.1.2.3    | 198.51.100.7               | 198.51.100.7",
                "10.1.2.3    | 1.1.1.1, 198.51.100.7      | 198.51.100.7",
                "10.1.2.3    | 198.51.100.7, 192.0.2.1    | 198.51.100.7",
                "10.1.2.3    | 10.9.9.9, 192.0.2.1        | 10.9.9.9",
                "192.0.2.2   | 198.51.100.7               | 192.0.2.2",
                "10.1.2.3    | ''                         | 10.1.2.3",
                "10.1.2.3    | 198.51.100.7, unknown      | 10.1.2.3",
                "10.1.2.3    | 198.51.100.7:4711          | 198.51.100.7",
                "fd00::1     | [2001:db8::7]:4711         | 2001:db8:0:0:0:0:0:7",
                "10.1.2.3    | ::ffff:198.51.100.7        | 198.51.100.7",
            })
    void theClientIsTheLastOnTheWayWhoIsNoTrustedProxy(String peer, String forwarded, String client) {
        assertThat(PROXIES.client(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void aHeaderThatIsSentTwiceIsOneWay() {
        assertThat(PROXIES.client("10.1.2.3", List.of("198.51.100.7", "10.4.4.4")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void withoutTrustedProxiesTheConnectionAloneCounts() {
        assertThat(TrustedProxies.of(List.of()).client("127.0.0.1", List.of("198.51.100.7")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0.0/8/8", "all"})
    void whatIsNoNetworkIsNotTrustedInSilence(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text))).hasMessageContaining(text);
    }
}
